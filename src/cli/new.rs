//! `terbit new`.

use super::asking::{Asked, Asker, Question, Terminal};
use super::exit::Exit;
use super::session::Session;
use super::shared_args::SharedArgs;
use super::{edit_words, starter_words as words};
use crate::check::describe::{Described, Shape};
use crate::check::ids::{Known, ids, today};
use crate::diag::{Report, Severity};
use crate::edit::new::{Addition, Draft, NewProblem, add, propose};
use crate::edit::put_editor_files;
use crate::options::Options;
use crate::read::{Sources, read};
use crate::value::{Kind, is_id};
use clap::Args;
use std::io::{self, IsTerminal, Write};

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
                // Nobody listens on a closed stream.
                let _ = writeln!(io::stdout().lock(), "{place}");
                Exit::Done
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

/// What every way of adding needs.
struct Work<'w> {
    session: &'w Session,
    sources: &'w Sources,
    known: &'w [Known],
}

impl Work<'_> {
    /// Everything was given on the command line.
    fn given(&self, mut draft: Draft) -> Result<Addition, Exit> {
        let missing = draft.missing();
        if !missing.is_empty() {
            self.session.console.fail(&words::missing(&draft, &missing));
            return Err(Exit::Usage);
        }
        if draft.id.is_none() {
            draft.id = propose(&draft, self.known);
        }
        if draft.id.is_none() && draft.kind != Kind::Statement {
            self.session.console.fail(&words::no_id(matches!(draft.kind, Kind::Story | Kind::Page)));
            return Err(Exit::Usage);
        }
        let addition = self.add(&draft)?;
        self.finish(addition)
    }

    /// Asks until nothing is wrong, or nobody wants to answer any more.
    fn ask(&self, mut draft: Draft, asker: &mut impl Asker) -> Result<Addition, Exit> {
        let mut asked = draft.missing();
        // Not required, but it decides the year and the file.
        let is_open = |field: &Described| field.name == "start" && draft.text("start").is_none();
        let is_activity = Kind::ACTIVITIES.contains(&draft.kind) && draft.kind != Kind::Placement;
        asked.extend(draft.fields().into_iter().filter(|field| is_activity && is_open(field)));
        for field in asked {
            self.ask_field(&mut draft, &field, asker)?;
        }
        if draft.id.is_none() && draft.kind != Kind::Statement {
            self.ask_id(&mut draft, asker)?;
        }
        loop {
            let addition = self.add(&draft)?;
            let wrong: Vec<Described> =
                draft.fields().into_iter().filter(|field| errors(&addition.report, Some(field.name)) > 0).collect();
            let can_be_mended = errors(&addition.report, None)
                == wrong.iter().map(|field| errors(&addition.report, Some(field.name))).sum::<usize>();
            if wrong.is_empty() || !can_be_mended {
                return self.finish(addition);
            }
            self.session.console.report(&addition.report, Some(&addition.sources));
            for field in wrong {
                draft.values.retain(|(path, _)| crate::edit::new::head(path) != field.name);
                self.ask_field(&mut draft, &field, asker)?;
            }
        }
    }

    /// Asks for a field until its reader has nothing against the answer.
    fn ask_field(&self, draft: &mut Draft, field: &Described, asker: &mut impl Asker) -> Result<(), Exit> {
        let lang = &self.session.console.lang;
        let (meaning, example) = draft.meaning(field.name);
        let help = words::help(meaning.get(lang), example, field.list, field.required).get(lang).to_owned();
        let question = Question {
            name: field.name.to_owned(),
            help,
            choices: choices(&field.shape, self.known),
            is_list: field.list,
            proposal: None,
        };
        loop {
            let answer = heard(asker.ask(&question))?;
            let answer = if answer.is_empty() && field.list { "[]".to_owned() } else { answer };
            if answer.is_empty() && !field.required {
                return Ok(());
            }
            if answer.is_empty() {
                continue;
            }
            draft.values.push((field.name.to_owned(), answer));
            let tried =
                add(self.sources, &self.session.options, &Draft { id: None, ..draft.clone() }, self.known, lang);
            let Ok(mut tried) = tried else { return Ok(()) };
            tried.report.retain(|found| found.severity == Severity::Error && found.field == Some(field.name));
            if !tried.report.has_errors() {
                return Ok(());
            }
            self.session.console.report(&tried.report, Some(&tried.sources));
            draft.values.pop();
        }
    }

    /// Proposes an id, and asks until it is one that nobody has.
    fn ask_id(&self, draft: &mut Draft, asker: &mut impl Asker) -> Result<(), Exit> {
        let lang = &self.session.console.lang;
        let (meaning, _) = draft.meaning("id");
        let question = Question {
            name: "id".to_owned(),
            help: meaning.get(lang).to_owned(),
            choices: Vec::new(),
            is_list: false,
            proposal: propose(draft, self.known),
        };
        loop {
            let answer = heard(asker.ask(&question))?;
            if !is_id(&answer) {
                self.session.console.fail(&words::not_added(&NewProblem::NoId(answer), draft.kind));
            } else if crate::edit::new::is_taken(&answer, draft.kind, self.known) {
                self.session.console.fail(&words::not_added(&NewProblem::Taken(answer), draft.kind));
            } else {
                draft.id = Some(answer);
                return Ok(());
            }
        }
    }

    fn add(&self, draft: &Draft) -> Result<Addition, Exit> {
        let console = &self.session.console;
        add(self.sources, &self.session.options, draft, self.known, &console.lang).map_err(|problem| {
            console.fail(&words::not_added(&problem, draft.kind));
            if matches!(problem, NewProblem::Patch(_)) { Exit::Usage } else { Exit::Errors }
        })
    }

    /// Says what the check found, and writes what is not wrong.
    fn finish(&self, mut addition: Addition) -> Result<Addition, Exit> {
        let (console, options) = (&self.session.console, &self.session.options);
        if options.strict {
            addition.report.make_strict();
        }
        console.report(&addition.report, Some(&addition.sources));
        if addition.report.has_errors() {
            console.say(&words::nothing_written());
            return Err(Exit::Errors);
        }
        if let Err(problem) = addition.write(options) {
            console.fail(&edit_words::not_edited(&problem));
            return Err(Exit::Usage);
        }
        // The record is there; an editor does without its schema.
        if let Err(problem) = put_editor_files(&options.root) {
            console.fail(&edit_words::not_edited(&problem));
        }
        Ok(addition)
    }
}

fn errors(report: &Report, field: Option<&str>) -> usize {
    let is_meant = |found: &&crate::diag::Diagnostic| {
        found.severity == Severity::Error && field.is_none_or(|name| found.field == Some(name))
    };
    report.diagnostics().iter().filter(is_meant).count()
}

fn heard(asked: Asked) -> Result<String, Exit> {
    match asked {
        Asked::Answer(text) => Ok(text.trim().to_owned()),
        Asked::Nobody => Err(Exit::Interrupted),
    }
}

/// What may be chosen: ids with the names of their records, or words.
fn choices(shape: &Shape, known: &[Known]) -> Vec<(String, String)> {
    let of_kinds = |kinds: &[Kind]| {
        let fitting = known.iter().filter(|known| kinds.contains(&known.kind));
        fitting.map(|known| (known.id.clone(), known.name.clone().unwrap_or_default())).collect()
    };
    match shape {
        Shape::Reference(kinds) => of_kinds(kinds),
        Shape::Place => of_kinds(&[Kind::Region, Kind::Institution]),
        Shape::Word(words) => words.iter().map(|word| ((*word).to_owned(), String::new())).collect(),
        Shape::Flag => ["true", "false"].map(|word| (word.to_owned(), String::new())).to_vec(),
        _ => Vec::new(),
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
