//! `terbit explain`.

use super::console::{Console, locale_language};
use super::exit::Exit;
use super::shared_args::MessageLang;
use super::standard_output;
use crate::diag::{Code, explanation, suggest};
use crate::read::language_at;
use clap::Args;
use std::path::Path;

/// Say what a code means, why it matters, and how to mend it
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  terbit explain R001            what the finding R001 means
  terbit explain r001 --lang id  the same in Indonesian
  terbit explain                 every code, a line each")]
pub(in crate::cli) struct Explain {
    /// The code of a finding [default: list them all]
    #[arg(value_parser = code)]
    code: Option<Code>,

    /// The language [default: that of the site in this folder, else the locale's, else English]
    #[arg(long, value_name = "LANGUAGE")]
    lang: Option<MessageLang>,
}

impl Explain {
    /// Runs the command.
    pub(in crate::cli) fn run(self) -> Exit {
        let lang = self.lang.map_or_else(usual_language, MessageLang::tag);
        let text = match self.code {
            Some(code) => whole(code, lang),
            None => Code::ALL.iter().map(|code| line(*code, lang)).collect(),
        };
        standard_output::print(text.as_bytes(), &Console::plain(lang), Exit::Done)
    }
}

/// Who was just told of a finding in the language of the site reads on in it.
fn usual_language() -> &'static str {
    match language_at(Path::new(".")).as_deref() {
        Some("id") => "id",
        Some("en") => "en",
        _ => locale_language(),
    }
}

fn title(code: Code, lang: &str) -> String {
    explanation(code).map(|page| page.title.get(lang).to_owned()).unwrap_or_default()
}

fn line(code: Code, lang: &str) -> String {
    format!("{}  {}\n", code.word(), title(code, lang))
}

fn whole(code: Code, lang: &str) -> String {
    let text = explanation(code).map(|page| page.text.get(lang).to_owned()).unwrap_or_default();
    format!("{}: {}\n\n{text}\n", code.word(), title(code, lang))
}

fn code(word: &str) -> Result<Code, String> {
    let upper = word.to_ascii_uppercase();
    Code::from_word(&upper).ok_or_else(|| {
        let words: Vec<String> = Code::ALL.iter().map(|code| code.word()).collect();
        let close = suggest(&upper, words.iter().map(String::as_str));
        match close.as_slice() {
            [] => "`terbit explain` lists the codes".to_owned(),
            close => format!("did you mean {}? `terbit explain` lists the codes", close.join(", ")),
        }
    })
}
