//! Questions to people on a terminal.

use inquire::autocompletion::{Autocomplete, Replacement};
use inquire::{CustomUserError, InquireError, Text};

/// One question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::cli) struct Question {
    /// The field.
    pub(in crate::cli) name: String,
    /// What it means, and an example.
    pub(in crate::cli) help: String,
    /// What may be chosen, each with words that explain it.
    pub(in crate::cli) choices: Vec<(String, String)>,
    /// Several answers, with commas between.
    pub(in crate::cli) is_list: bool,
    /// The answer of those who just press Enter.
    pub(in crate::cli) proposal: Option<String>,
}

/// What came of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::cli) enum Asked {
    /// An answer, perhaps empty.
    Answer(String),
    /// Somebody pressed Esc or Ctrl-C, or is gone.
    Nobody,
}

/// Who is asked.
pub(in crate::cli) trait Asker {
    /// Asks.
    fn ask(&mut self, question: &Question) -> Asked;
}

/// A person at a terminal, who is offered choices while typing.
pub(in crate::cli) struct Terminal;

/// What stands between a choice and the words that explain it.
const BETWEEN: &str = " · ";

impl Asker for Terminal {
    fn ask(&mut self, question: &Question) -> Asked {
        let mut text = Text::new(&question.name).with_help_message(&question.help);
        if !question.choices.is_empty() {
            text = text.with_autocomplete(Choices { all: question.choices.clone(), is_list: question.is_list });
        }
        if let Some(proposal) = &question.proposal {
            text = text.with_initial_value(proposal);
        }
        match text.prompt() {
            Ok(answer) => Asked::Answer(chosen(&answer).to_owned()),
            Err(InquireError::Custom(_) | InquireError::InvalidConfiguration(_)) => Asked::Answer(String::new()),
            Err(_) => Asked::Nobody,
        }
    }
}

/// What is offered while somebody types.
#[derive(Clone, Debug)]
struct Choices {
    all: Vec<(String, String)>,
    is_list: bool,
}

impl Autocomplete for Choices {
    fn get_suggestions(&mut self, typed: &str) -> Result<Vec<String>, CustomUserError> {
        Ok(offered(typed, &self.all, self.is_list))
    }

    /// Tab takes the choice that is marked, else the first.
    fn get_completion(&mut self, typed: &str, marked: Option<String>) -> Result<Replacement, CustomUserError> {
        let first = || offered(typed, &self.all, self.is_list).into_iter().next();
        Ok(marked.or_else(first).map(|choice| chosen(&choice).to_owned()))
    }
}

/// The choices that hold what was typed; in a list, what was typed last.
fn offered(typed: &str, choices: &[(String, String)], is_list: bool) -> Vec<String> {
    let at = if is_list { typed.rfind(',').map_or(0, |at| at + 1) } else { 0 };
    let (before, word) = typed.split_at(at);
    let (before, word) = (before.trim(), word.trim().to_lowercase());
    let gap = if before.is_empty() { "" } else { " " };
    if word.is_empty() && choices.len() > 30 {
        return Vec::new();
    }
    let fits = |(id, name): &&(String, String)| id.contains(&word) || name.to_lowercase().contains(&word);
    let line = |(id, name): &(String, String)| match name.as_str() {
        "" => format!("{before}{gap}{id}"),
        name => format!("{before}{gap}{id}{BETWEEN}{name}"),
    };
    let mut fitting: Vec<&(String, String)> = choices.iter().filter(fits).collect();
    // What begins so was probably meant.
    fitting.sort_by_key(|(id, _)| !id.starts_with(&word));
    fitting.into_iter().map(line).collect()
}

/// An answer without the words that explain it.
fn chosen(answer: &str) -> &str {
    answer.split(BETWEEN).next().unwrap_or(answer).trim()
}

#[cfg(test)]
mod tests {
    use super::{chosen, offered};

    #[test]
    fn choices_are_found_by_id_and_name() {
        let pairs = [("kota-malang", "Kota Malang"), ("papua", "Papua"), ("lan", "Lembaga Administrasi Negara")];
        let choices: Vec<(String, String)> = pairs.map(|(id, name)| (id.to_owned(), name.to_owned())).to_vec();
        assert_eq!(offered("administrasi", &choices, false), ["lan · Lembaga Administrasi Negara"]);
        assert_eq!(offered("papua, mal", &choices, true), ["papua, kota-malang · Kota Malang"]);
        assert_eq!(offered("", &choices, false).len(), 3);
        assert_eq!(offered("la", &choices, false)[0], "lan · Lembaga Administrasi Negara", "not kota-malang");
        assert_eq!(chosen("papua, kota-malang · Kota Malang"), "papua, kota-malang");
    }
}
