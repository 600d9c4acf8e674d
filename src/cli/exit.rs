//! Exit codes: part of the contract with scripts.

use std::process::ExitCode;

/// How a run ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::cli) enum Exit {
    /// 0: done.
    Done,
    /// 1: at least one error in the input, broken settings and unreadable files included.
    Errors,
    /// 2: wrong usage, no site found, output not writable.
    Usage,
    /// 3: `diff --exit-code` found a difference.
    Changed,
    /// 101: a bug.
    Bug,
    /// 130: Ctrl-C (128 + SIGINT, as shells have it).
    Interrupted,
}

impl Exit {
    /// The number.
    pub(in crate::cli) fn code(self) -> u8 {
        match self {
            Self::Done => 0,
            Self::Errors => 1,
            Self::Usage => 2,
            Self::Changed => 3,
            Self::Bug => 101,
            Self::Interrupted => 130,
        }
    }

    /// `--help` and `--version` are no errors; everything else that clap stops at is wrong usage.
    pub(in crate::cli) fn of_clap(error: &clap::Error) -> Self {
        if error.exit_code() == 0 { Self::Done } else { Self::Usage }
    }
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        Self::from(exit.code())
    }
}
