//! `terbit completions`.

use super::Terbit;
use super::exit::Exit;
use clap::{Args, CommandFactory};
use clap_complete::Shell;
use std::io::{self, Write};

/// Print a script with which a shell completes verbs, flags and kinds
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  terbit completions bash > ~/.local/share/bash-completion/completions/terbit
  terbit completions zsh > ~/.zfunc/_terbit        (a folder in $fpath)
  terbit completions fish > ~/.config/fish/completions/terbit.fish
  terbit completions powershell >> $PROFILE")]
pub(in crate::cli) struct Completions {
    /// The shell
    shell: Shell,
}

impl Completions {
    /// Runs the command.
    pub(in crate::cli) fn run(self) -> Exit {
        let mut script = Vec::new();
        clap_complete::generate(self.shell, &mut Terbit::command(), "terbit", &mut script);
        // Nobody listens on a closed stream.
        let _ = io::stdout().lock().write_all(&script);
        Exit::Done
    }
}
