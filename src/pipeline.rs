//! The one file that knows all six steps.
//!
//! `build` goes all the way; `check` stops before publishing and renders, instead of every page,
//! some of each kind and language (`sample`). `live` keeps a site that is looked at; `findings` says what only
//! the last steps can find.

mod findings;
mod inputs;
mod live;
mod sample;

pub use live::{Revised, preview_site, unrendered};

use crate::check::catalog::Budget as SiteBudget;
use crate::check::catalog::Catalog;
use crate::check::check;
use crate::derive::derive;
use crate::diag::{Code, FileId, Places, Report};
use crate::options::Options;
use crate::plan::{SitePlan, plan};
use crate::publish::{Budget, MadeOf, Manner, Outputs, Progress, PublishProblem, Summary, Weighed, publish};
use crate::read::{RawFile, SourceKind, Sources, ThemeFiles, read};
use crate::render::{Bundle, RenderProblem, Theme};
use crate::route;
use findings::{refused, report_heavy, report_lost, report_unrendered, spare_references};
use inputs::Inputs;
use rayon::prelude::*;
use sample::some_of_each;
use std::cell::OnceCell;
use std::collections::{BTreeMap, BTreeSet};
use std::mem::ManuallyDrop;

/// The steps, as the command line names and times them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Step {
    /// Files to sources.
    Read,
    /// Sources to catalog.
    Check,
    /// Catalog to facts.
    Derive,
    /// Facts to plan.
    Plan,
    /// Plan to bundle: the theme is compiled, pages are tried.
    Render,
    /// Bundle to files: every page is made here.
    Publish,
}

/// What became of a run. Findings are in the report.
#[derive(Debug)]
pub enum Outcome {
    /// There is no site at the root.
    NoSite,
    /// At least one error; nothing was written.
    Errors,
    /// Everything is in order; how many pages a build would make.
    Checked(usize),
    /// The site is written.
    Published(Summary),
    /// The output was refused; it is as it was.
    Refused(PublishProblem),
}

/// The end of a run: what became of it, and the sources, in which findings have their places.
#[derive(Debug)]
pub struct Run {
    /// What became of it.
    pub outcome: Outcome,
    /// The sources; none where there is no site.
    pub sources: Option<Sources>,
    /// Of a build that was asked to trace: pages of records and narratives, and the file each is made of.
    pub origins: BTreeMap<String, String>,
}

/// What a build is asked beside the site.
#[derive(Clone, Debug, Default)]
pub struct Wish {
    /// Gather which file each page is made of.
    pub trace: bool,
    /// How it is published.
    pub manner: Manner,
    /// Which program this is: a site made by another may differ in any byte. None where it is not known.
    pub program: Option<[u8; 32]>,
}

/// A site whose files can be made.
struct Ready<'r> {
    bundle: &'r Bundle<'r>,
    plan: &'r SitePlan<'r>,
    budget: Budget,
}

/// Asked when the facts are there: what became of the run, where that is known without the other steps.
type Known<'k> = &'k dyn Fn(Inputs<'_>, &mut dyn FnMut(Step)) -> Option<Outcome>;

/// What a run does between the steps.
struct Between<'b> {
    /// When everything is checked: lets go of texts that are needed no more.
    checked: fn(&mut Sources, &Report),
    /// When the facts are there.
    known: Known<'b>,
    /// How the bundle is gathered.
    bundle: Gather,
}

type Gather = for<'p> fn(&'p SitePlan<'p>, &'p Theme, &'p ThemeFiles, &'p [RawFile]) -> Bundle<'p>;

/// Runs every step and publishes. `watch` is told when a step begins.
pub fn build_site(
    options: &Options,
    report: &mut Report,
    progress: &Progress,
    wish: &Wish,
    watch: &mut dyn FnMut(Step),
) -> Run {
    let mut places = Vec::new();
    let made_of: OnceCell<Option<MadeOf>> = OnceCell::new();
    let known: Known<'_> = &|inputs, watch| {
        watch(Step::Publish);
        let made_of = made_of.get_or_init(|| inputs.made_of(wish)).as_ref();
        // A record of the site names what every page is made of: for that the site is planned.
        made_of.filter(|_| !wish.trace).and_then(|made_of| inputs.stand(options, made_of, progress))
    };
    let between =
        Between { checked: shown_texts, known, bundle: |plan, theme, files, raw| Bundle::new(plan, theme, files, raw) };
    let mut run = run(options, report, watch, &between, |ready, report, watch| {
        let plan = ready.plan;
        if wish.trace {
            let origins = plan.pages().iter().filter_map(|page| Some((route::file_of(&page.path), plan.origin(page)?)));
            places = origins.map(|(file, origin)| (file, origin.place.file())).collect();
        }
        watch(Step::Publish);
        let manner = Manner { made_of: made_of.get().cloned().flatten(), ..wish.manner.clone() };
        match publish(ready.bundle, &options.output, &manner, ready.budget, progress) {
            Ok(mut summary) => {
                report_heavy(std::mem::take(&mut summary.heavy), options, report);
                Outcome::Published(summary)
            }
            Err(problem) => refused(problem, options, report),
        }
    });
    if let Some(sources) = &run.sources {
        run.origins = places.into_iter().map(|(page, file)| (page, sources.path(file).to_owned())).collect();
    }
    run
}

/// Runs every step but the last: finds what a build would find, and writes nothing.
pub fn check_site(options: &Options, report: &mut Report, watch: &mut dyn FnMut(Step)) -> Run {
    let between = Between {
        checked: |_, _| {},
        known: &|_, _| None,
        bundle: |plan, theme, files, raw| Bundle::tried(plan, theme, files, raw),
    };
    run(options, report, watch, &between, |ready, report, _| {
        let bundle = Weighed::new(ready.bundle, ready.budget);
        let problems: Vec<RenderProblem> = some_of_each(ready.bundle, ready.plan)
            .into_par_iter()
            .map_init(Vec::new, |page, at| bundle.make(at, page).err())
            .flatten_iter()
            .collect();
        report_unrendered(problems, report);
        report_heavy(bundle.heavy(), options, report);
        if report.has_errors() { Outcome::Errors } else { Outcome::Checked(ready.bundle.pages()) }
    })
}

/// Keeps of the texts what findings show: the pages of a large site are made without all that they were read from.
fn shown_texts(sources: &mut Sources, report: &Report) {
    let shown: BTreeSet<FileId> = report.diagnostics().iter().filter_map(|found| Some(found.span?.file)).collect();
    sources.keep_texts(|file| shown.contains(&file));
}

/// The steps up to the bundle, then `last`.
fn run(
    options: &Options,
    report: &mut Report,
    watch: &mut dyn FnMut(Step),
    between: &Between<'_>,
    last: impl FnOnce(Ready<'_>, &mut Report, &mut dyn FnMut(Step)) -> Outcome,
) -> Run {
    watch(Step::Read);
    let Some(mut sources) = read(options, report) else {
        return Run { outcome: Outcome::NoSite, sources: None, origins: BTreeMap::new() };
    };
    let outcome = match made(&sources, options, report, watch) {
        Some(sound) => {
            (between.checked)(&mut sources, report);
            run_on((&sources, sound), options, report, watch, between, last)
        }
        None => Outcome::Errors,
    };
    Run { outcome, sources: Some(sources), origins: BTreeMap::new() }
}

fn run_on(
    (sources, (catalog, theme)): (&Sources, (Catalog, Theme)),
    options: &Options,
    report: &mut Report,
    watch: &mut dyn FnMut(Step),
    between: &Between<'_>,
    last: impl FnOnce(Ready<'_>, &mut Report, &mut dyn FnMut(Step)) -> Outcome,
) -> Outcome {
    let budget = budget(catalog.site.budget);
    // The process ends after this: to give back millions of small texts one by one takes as long as planning with them.
    watch(Step::Derive);
    let facts = ManuallyDrop::new(derive(catalog, options));
    if let Some(outcome) = (between.known)(Inputs { facts: &facts, sources, budget }, watch) {
        return outcome;
    }
    watch(Step::Plan);
    let plan = ManuallyDrop::new(plan(&facts, theme.kinds(), theme.named(), theme.means()));
    watch(Step::Render);
    let bundle = ManuallyDrop::new((between.bundle)(&plan, &theme, &sources.theme, &sources.raw));
    if !bundle.lost().is_empty() {
        report_lost(bundle.lost(), report);
        return Outcome::Errors;
    }
    last(Ready { bundle: &bundle, plan: &plan, budget }, report, watch)
}

/// What is free of errors: the check of the content, and the theme.
fn made(
    sources: &Sources,
    options: &Options,
    report: &mut Report,
    watch: &mut dyn FnMut(Step),
) -> Option<(Catalog, Theme)> {
    if !sources.files.iter().any(|file| file.kind == SourceKind::Settings) {
        return None;
    }
    watch(Step::Check);
    let unread = report.diagnostics().iter().any(|found| matches!(found.code, Code::I003 | Code::I004));
    // Neither asks for the other; what is found in the content is told first.
    let mut of_theme = Report::new();
    let (catalog, theme) =
        rayon::join(|| check(sources, options, report), || Theme::compile(&sources.theme, &mut of_theme));
    if unread {
        spare_references(report);
    }
    report.append(of_theme);
    if options.strict {
        report.make_strict();
    }
    match (catalog, theme, report.has_errors()) {
        (Some(catalog), Some(theme), false) => Some((catalog, theme)),
        _ => None,
    }
}

/// The limits of the settings, in bytes.
fn budget(of_site: SiteBudget) -> Budget {
    let bytes = |kilobytes: Option<u64>| kilobytes.map(|kilobytes| kilobytes.saturating_mul(1000));
    Budget { page: bytes(of_site.page_kb), script: bytes(of_site.script_kb), first_view: bytes(of_site.first_view_kb) }
}
