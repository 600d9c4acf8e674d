//! A record is asked for, checked, written: what `new` does once it knows what was typed.

use super::asking::{Asked, Asker, Question};
use super::exit::Exit;
use super::session::Session;
use super::{edit_words, starter_words as words};
use crate::check::describe::{Described, Shape};
use crate::check::ids::Known;
use crate::diag::{Diagnostic, Report, Severity};
use crate::edit::new::{Addition, Draft, NewProblem, add, head, is_taken, propose};
use crate::edit::put_editor_files;
use crate::read::Sources;
use crate::value::{Kind, is_id};

/// What every way of adding needs.
pub(in crate::cli) struct Work<'w> {
    /// Options and console.
    pub(in crate::cli) session: &'w Session,
    /// What is there.
    pub(in crate::cli) sources: &'w Sources,
    /// Its ids.
    pub(in crate::cli) known: &'w [Known],
}

impl Work<'_> {
    /// Everything was given on the command line.
    pub(in crate::cli) fn given(&self, mut draft: Draft) -> Result<Addition, Exit> {
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

    /// Asks until nothing is wrong, or nobody wants to answer any more. Whoever gave everything is asked nothing.
    pub(in crate::cli) fn ask(&self, mut draft: Draft, asker: &mut impl Asker) -> Result<Addition, Exit> {
        let mut asked = draft.missing();
        if asked.is_empty() {
            return self.given(draft);
        }
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
                draft.values.retain(|(path, _)| head(path) != field.name);
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
            } else if is_taken(&answer, draft.kind, self.known) {
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
    let is_meant =
        |found: &&Diagnostic| found.severity == Severity::Error && field.is_none_or(|name| found.field == Some(name));
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
