//! `terbit man`.

use super::Terbit;
use super::console::{Console, locale_language};
use super::exit::Exit;
use super::standard_output;
use clap::{Args, CommandFactory};
use clap_mangen::Man;

/// Print the manual page of terbit, or of one verb
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  terbit man | man -l -                           read it
  terbit man > ~/.local/share/man/man1/terbit.1   keep it
  terbit man check > ~/.local/share/man/man1/terbit-check.1")]
pub(in crate::cli) struct Manual {
    /// A verb: build, check … [default: terbit itself]
    #[arg(value_parser = verb)]
    verb: Option<String>,
}

impl Manual {
    /// Runs the command.
    pub(in crate::cli) fn run(self) -> Exit {
        let mut terbit = Terbit::command();
        terbit.build();
        let found = self.verb.as_ref().and_then(|verb| terbit.find_subcommand(verb));
        let command = found.cloned().unwrap_or_else(|| terbit.clone());
        let mut page = Vec::new();
        // Writing to memory does not fail.
        let _ = Man::new(command).render(&mut page);
        standard_output::print(&page, &Console::plain(locale_language()), Exit::Done)
    }
}

fn verb(word: &str) -> Result<String, String> {
    let terbit = Terbit::command();
    let verbs: Vec<&str> = terbit.get_subcommands().map(clap::Command::get_name).collect();
    if verbs.contains(&word) { Ok(word.to_owned()) } else { Err(format!("the verbs are {}", verbs.join(", "))) }
}
