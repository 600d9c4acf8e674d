//! `terbit new`.

use super::adding::Work;
use super::asking::Terminal;
use super::exit::Exit;
use super::session::Session;
use super::shared_args::SharedArgs;
use super::standard_output;
use crate::check::ids::{ids, today};
use crate::diag::Report;
use crate::edit::new::Draft;
use crate::options::Options;
use crate::read::{Sources, read};
use crate::value::Kind;
use clap::Args;
use std::io::{self, IsTerminal};

/// Add a record or a narrative: asks for what is required, checks it, writes it into the right file
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  terbit new cohort                          asks for what is required
  terbit new cohort papua-malang-2026 --set program=magang --set origin=papua --set host=kota-malang
  terbit new topic --set name.id='Tata ruang' --set name.en='Spatial planning'
  terbit new story 'Lima ASN Papua belajar di Malang' --about papua-malang-2026

On a terminal it asks; elsewhere everything required must be given with --set. Lists take commas, or --set
several times. Without ID one is proposed. Fields that may be filled in later are written as comments.
Nothing is written that `terbit check` would call wrong, and nothing that is there is overwritten.
The place of the new record goes to standard output: content/cohorts/2026.yaml:7")]
pub(in crate::cli) struct New {
    /// The kind, in singular or plural: cohort, visit, region, story …
    #[arg(value_parser = kind)]
    kind: Kind,

    /// The id; for stories and pages the title
    #[arg(value_name = "ID")]
    id: Option<String>,

    /// A field and its value, as often as needed; `title.en` names a part of a field
    #[arg(long, value_name = "FIELD=VALUE", value_parser = pair)]
    set: Vec<(String, String)>,

    /// What it is about: ids, as often as needed (stories, pages, statements)
    #[arg(long, value_name = "ID")]
    about: Vec<String>,

    #[command(flatten)]
    shared: SharedArgs,
}

impl New {
    /// Runs the command.
    pub(in crate::cli) fn run(self) -> Exit {
        let base = self.shared.root.clone();
        // A new record may refer to drafts and to what is under embargo.
        let mut session = match Session::open(SharedArgs { drafts: true, ..self.shared.clone() }) {
            Ok(session) => session,
            Err(exit) => return exit,
        };
        let mut report = Report::new();
        let Some(sources) = read(&session.options, &mut report) else {
            session.console.report(&report, None);
            return Exit::Usage;
        };
        session.speak_like(&sources);
        let known = ids(&sources, &session.options);
        let draft = self.draft(&sources, &session.options);
        let work = Work { session: &session, sources: &sources, known: &known };
        let is_watched = io::stdin().is_terminal() && session.console.is_watched();
        let done = if is_watched { work.ask(draft, &mut Terminal) } else { work.given(draft) };
        match done {
            Ok(addition) => {
                let path = base.join(&addition.path);
                let path = path.strip_prefix(".").unwrap_or(&path);
                let place = format!("{}:{}", path.to_string_lossy().replace('\\', "/"), addition.line);
                standard_output::print(format!("{place}\n").as_bytes(), &session.console, Exit::Done)
            }
            Err(exit) => exit,
        }
    }

    fn draft(&self, sources: &Sources, options: &Options) -> Draft {
        let mut draft = Draft::new(self.kind);
        draft.values = self.set.iter().filter(|(field, _)| field != "id").cloned().collect();
        let own = self.set.iter().find(|(field, _)| field == "id").map(|(_, id)| id.clone());
        let is_prose = matches!(self.kind, Kind::Story | Kind::Page);
        match &self.id {
            Some(title) if is_prose => {
                draft.values.push(("title".to_owned(), title.clone()));
                draft.id = own;
            }
            id => draft.id = id.clone().or(own),
        }
        draft.values.extend(self.about.iter().map(|id| ("about".to_owned(), id.clone())));
        if self.kind == Kind::Story && draft.text("date").is_none() {
            draft.values.push(("date".to_owned(), today(sources, options)));
        }
        draft
    }
}

fn kind(word: &str) -> Result<Kind, String> {
    Kind::from_word(word).ok_or_else(|| {
        let words: Vec<&str> = Kind::ALL.iter().map(|kind| kind.singular()).collect();
        format!("the kinds are {}", words.join(", "))
    })
}

fn pair(text: &str) -> Result<(String, String), String> {
    let (field, value) = text.split_once('=').ok_or("expected FIELD=VALUE, for example participants=42")?;
    let is_name = |c: char| c.is_ascii_alphanumeric() || "_-.".contains(c);
    if field.is_empty() || !field.chars().all(is_name) {
        return Err("expected the name of a field before `=`".to_owned());
    }
    Ok((field.to_owned(), value.to_owned()))
}
