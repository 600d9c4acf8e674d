//! `terbit init`.

use super::console::{Console, locale_language};
use super::exit::Exit;
use super::shared_args::MessageLang;
use super::starter_words as words;
use crate::edit::init::{Wish, files, put};
use clap::{Args, ValueEnum};
use std::path::PathBuf;

/// Begin a site: one that builds, with an example of every kind, editor settings and a page for staff
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  terbit init laporan                  a site in the folder laporan/
  terbit init --lang id --regions id   here, in Indonesian, with the regions of Indonesia

The folder must be empty (a .git in it does no harm). Either everything is written or nothing.")]
pub(in crate::cli) struct Init {
    /// The folder
    #[arg(value_name = "DIR", default_value = ".")]
    folder: PathBuf,

    /// The language of the site, its comments and of messages [default: the locale's, else English]
    #[arg(long, value_name = "LANGUAGE")]
    lang: Option<MessageLang>,

    /// The regions that come along
    #[arg(long, value_name = "REGIONS", default_value = "none")]
    regions: Regions,
}

/// Region data that a new site may begin with.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Regions {
    /// Indonesia: 38 provinces and 514 regencies and cities with their codes
    Id,
    /// Only the examples
    None,
}

impl Init {
    /// Runs the command.
    pub(in crate::cli) fn run(self) -> Exit {
        let lang = self.lang.map_or_else(locale_language, MessageLang::tag);
        let console = Console::plain(lang);
        let files = files(Wish { lang, regions: self.regions == Regions::Id });
        match put(&self.folder, &files) {
            Ok(()) => {
                console.say(&words::begun(&self.folder, files.len()));
                Exit::Done
            }
            Err(problem) => {
                console.fail(&words::not_begun(&self.folder, &problem));
                Exit::Usage
            }
        }
    }
}
