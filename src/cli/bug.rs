//! A bug is told apart from mistakes in the input: a plain message, exit code 101.

use super::exit::Exit;
use std::panic::{AssertUnwindSafe, catch_unwind, set_hook};
use std::process::ExitCode;

/// Runs `work`; a panic becomes a message that asks for a report.
///
/// The message names the place in the program and not what it was working on: that may be a
/// draft, or something that must not be published.
pub(in crate::cli) fn told_apart(work: impl FnOnce() -> Exit) -> ExitCode {
    set_hook(Box::new(|panic| {
        let place = panic.location().map_or_else(String::new, |at| format!("{}:{}", at.file(), at.line()));
        let version = env!("CARGO_PKG_VERSION");
        anstream::eprintln!(
            "\nterbit {version}: kesalahan di dalam terbit sendiri, bukan di situs Anda ({place}).\n\
             Keluaran lama tidak berubah. Mohon laporkan baris ini beserta perintah yang dijalankan.\n\n\
             terbit {version}: a bug in terbit itself, not in your site ({place}).\n\
             The old output is unchanged. Please report this line and the command you ran."
        );
    }));
    catch_unwind(AssertUnwindSafe(work)).unwrap_or(Exit::Bug).into()
}
