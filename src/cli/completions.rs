//! `terbit completions`.

use super::Terbit;
use super::console::{Console, locale_language};
use super::exit::Exit;
use super::standard_output;
use clap::{Args, CommandFactory};
use clap_complete::Shell;

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
        standard_output::print(&script, &Console::plain(locale_language()), Exit::Done)
    }
}
