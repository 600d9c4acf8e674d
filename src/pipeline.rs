//! The one file that knows all six steps.
//!
//! `build` goes all the way; `check` stops before publishing and renders, instead of every page,
//! some of each kind and language, which is where templates differ. `live` keeps a site that is looked at.

mod live;

pub use live::{Revised, preview_site, unrendered};

use crate::check::catalog::Budget as SiteBudget;
use crate::check::{Kept, keep};
use crate::derive::derive;
use crate::diag::{Bilingual, Code, Diagnostic, Places, Report};
use crate::options::Options;
use crate::plan::{PageKind, SitePlan, plan};
use crate::publish::{Budget, Heavy, Manner, Outputs, Progress, PublishProblem, Summary, Weighed, findings, publish};
use crate::read::{SourceKind, Sources, read};
use crate::render::{Bundle, RenderProblem, Theme};
use crate::route;
use crate::value::Lang;
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

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
    /// Everything is in order; how many files a build would make.
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
}

/// A site whose files can be made.
struct Ready<'r> {
    bundle: &'r Bundle<'r>,
    plan: &'r SitePlan<'r>,
    budget: Budget,
}

/// Runs every step and publishes. `watch` is told when a step begins.
pub fn build_site(
    options: &Options,
    report: &mut Report,
    progress: &Progress,
    wish: &Wish,
    watch: &mut dyn FnMut(Step),
) -> Run {
    let mut places = Vec::new();
    let mut run = run(options, report, watch, |ready, report, watch| {
        let plan = ready.plan;
        if wish.trace {
            let origins = plan.pages().iter().filter_map(|page| Some((route::file_of(&page.path), plan.origin(page)?)));
            places = origins.map(|(file, origin)| (file, origin.place.file())).collect();
        }
        watch(Step::Publish);
        match publish(ready.bundle, &options.output, &wish.manner, ready.budget, progress) {
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
    run(options, report, watch, |ready, report, _| {
        let bundle = Weighed::new(ready.bundle, ready.budget);
        let problems: Vec<RenderProblem> = some_of_each(ready.bundle, ready.plan)
            .into_par_iter()
            .map_init(Vec::new, |page, at| bundle.make(at, page).err())
            .flatten_iter()
            .collect();
        report_unrendered(problems, report);
        report_heavy(bundle.heavy(), options, report);
        if report.has_errors() { Outcome::Errors } else { Outcome::Checked(bundle.len()) }
    })
}

/// The steps up to the bundle, then `last`.
fn run(
    options: &Options,
    report: &mut Report,
    watch: &mut dyn FnMut(Step),
    last: impl FnOnce(Ready<'_>, &mut Report, &mut dyn FnMut(Step)) -> Outcome,
) -> Run {
    watch(Step::Read);
    let Some(sources) = read(options, report) else {
        return Run { outcome: Outcome::NoSite, sources: None, origins: BTreeMap::new() };
    };
    let outcome = run_on(&sources, options, report, watch, last);
    Run { outcome, sources: Some(sources), origins: BTreeMap::new() }
}

fn run_on(
    sources: &Sources,
    options: &Options,
    report: &mut Report,
    watch: &mut dyn FnMut(Step),
    last: impl FnOnce(Ready<'_>, &mut Report, &mut dyn FnMut(Step)) -> Outcome,
) -> Outcome {
    let Some((kept, theme)) = made(sources, options, report, watch) else { return Outcome::Errors };
    let Some(catalog) = kept.into_catalog() else { return Outcome::Errors };
    let budget = budget(catalog.site.budget);
    watch(Step::Derive);
    let facts = derive(catalog, options);
    watch(Step::Plan);
    let plan = plan(&facts, theme.kinds(), theme.named(), theme.share_images());
    watch(Step::Render);
    let bundle = Bundle::new(&plan, &theme, &sources.theme, &sources.raw);
    last(Ready { bundle: &bundle, plan: &plan, budget }, report, watch)
}

/// What is free of errors: the check of the content, and the theme.
fn made(
    sources: &Sources,
    options: &Options,
    report: &mut Report,
    watch: &mut dyn FnMut(Step),
) -> Option<(Kept, Theme)> {
    if !sources.files.iter().any(|file| file.kind == SourceKind::Settings) {
        return None;
    }
    watch(Step::Check);
    let unread = report.diagnostics().iter().any(|found| matches!(found.code, Code::I003 | Code::I004));
    let kept = keep(sources, options, report);
    if unread {
        spare_references(report);
    }
    watch(Step::Render);
    let theme = Theme::compile(&sources.theme, report);
    if options.strict {
        report.make_strict();
    }
    match (kept, theme, report.has_errors()) {
        (Some(kept), Some(theme), false) => Some((kept, theme)),
        _ => None,
    }
}

/// The limits of the settings, in bytes.
fn budget(of_site: SiteBudget) -> Budget {
    let bytes = |kilobytes: Option<u64>| kilobytes.map(|kilobytes| kilobytes.saturating_mul(1000));
    Budget { page: bytes(of_site.page_kb), script: bytes(of_site.script_kb), first_view: bytes(of_site.first_view_kb) }
}

/// Reports pages over the budget: after the others, so they become errors here where warnings are errors.
fn report_heavy(heavy: Vec<Heavy>, options: &Options, report: &mut Report) {
    findings(heavy).into_iter().for_each(|found| report.push(found));
    if options.strict {
        report.make_strict();
    }
}

/// A file that could not be read may hold what the others refer to: one line instead of one for
/// every reference to it.
fn spare_references(report: &mut Report) {
    let before = report.diagnostics().len();
    report.retain(|found| found.code != Code::R001);
    if report.diagnostics().len() < before && !report.diagnostics().iter().any(|found| found.code == Code::R008) {
        let message = Bilingual::new(
            "rujukan tidak diperiksa, karena ada berkas yang tidak terbaca",
            "references were not checked, because some files could not be read",
        );
        report.push(Diagnostic::about(Code::R008, "content/", message));
    }
}

/// How many pages of each kind and language a check renders.
const TRIED: usize = 6;

/// Files that are made alike: the output kind; for pages, the page kind and language.
type Group<'g> = (&'g str, Option<(PageKind, &'g Lang)>);

/// The places in the bundle of some pages of each kind and language, spread from first to last,
/// and of as many files of each other output.
fn some_of_each(bundle: &Bundle<'_>, plan: &SitePlan<'_>) -> Vec<usize> {
    let pages: BTreeMap<String, (PageKind, &Lang)> =
        plan.pages().iter().map(|page| (route::file_of(&page.path), (page.kind, &page.lang))).collect();
    let mut groups: BTreeMap<Group<'_>, Vec<usize>> = BTreeMap::new();
    for at in (0..bundle.len()).filter(|at| bundle.copied_from(*at).is_none()) {
        let page = pages.get(bundle.path(at)).copied();
        groups.entry((bundle.kind(at), page)).or_default().push(at);
    }
    let tried: BTreeSet<usize> = groups.into_values().flat_map(spread).collect();
    tried.into_iter().collect()
}

/// At most [`TRIED`] of the places, the first and the last among them.
fn spread(places: Vec<usize>) -> Vec<usize> {
    if places.len() <= TRIED {
        return places;
    }
    (0..TRIED).map(|at| places[at * (places.len() - 1) / (TRIED - 1)]).collect()
}

/// Findings for what lies in the input; the rest is about the output folder.
fn refused(problem: PublishProblem, options: &Options, report: &mut Report) -> Outcome {
    match problem {
        PublishProblem::Render(problems) => report_unrendered(problems, report),
        PublishProblem::Heavy(heavy) => report_heavy(heavy, options, report),
        PublishProblem::Clash(one, other) => report.push(Diagnostic::about(
            Code::A001,
            other.clone(),
            Bilingual::new(
                format!("`{one}` dan `{other}` tidak dapat ada bersama"),
                format!("`{one}` and `{other}` cannot both be there"),
            ),
        )),
        PublishProblem::Unsafe(path) => report.push(Diagnostic::about(
            Code::A001,
            path,
            Bilingual::new("alamat ini tidak berada di dalam situs", "this address does not lie inside the site"),
        )),
        PublishProblem::Input(path, error) => {
            let shown = path.strip_prefix(&options.root).unwrap_or(&path).to_string_lossy().into_owned();
            let message = Bilingual::new(format!("tidak dapat dibaca: {error}"), format!("cannot be read: {error}"));
            report.push(Diagnostic::about(Code::I003, shown, message));
        }
        other => return Outcome::Refused(other),
    }
    Outcome::Errors
}

/// A picture whose header is sound and whose inside is not.
fn damaged(problem: RenderProblem) -> Diagnostic {
    let said = problem.reason.replace('`', "'");
    Diagnostic::about(
        Code::N017,
        problem.path,
        Bilingual::new("Gambar untuk berkas ini rusak di tengah.", "The picture for this file is damaged inside."),
    )
    .note(Bilingual::new(format!("Kata pembacanya: `{said}`."), format!("The decoder says: `{said}`.")))
    .note(Bilingual::new(
        "Buka gambarnya di komputer Anda, lalu simpan ulang.",
        "Open it on your computer, and save it again.",
    ))
}

/// One finding for each reason: a mistake in a template fails on thousands of pages.
fn report_unrendered(problems: Vec<RenderProblem>, report: &mut Report) {
    let mut by_reason: BTreeMap<String, (String, usize)> = BTreeMap::new();
    let (pictures, problems): (Vec<_>, Vec<_>) = problems.into_iter().partition(|problem| problem.in_picture);
    pictures.into_iter().for_each(|problem| report.push(damaged(problem)));
    for problem in problems {
        by_reason.entry(problem.reason).or_insert_with(|| (problem.path, 0)).1 += 1;
    }
    for (reason, (path, pages)) in by_reason {
        let more = (pages > 1).then(|| {
            Bilingual::new(
                format!("Begitu juga {} halaman lain.", pages - 1),
                format!("So it is with {} more pages.", pages - 1),
            )
        });
        let message = Bilingual::new(
            "Halaman ini tidak dapat dibuat dari templatnya.",
            "This page cannot be made from its template.",
        );
        let said = reason.replace('`', "'");
        report.push(
            Diagnostic::about(Code::T002, path, message)
                .note(Bilingual::new(
                    format!("Kata mesin templat: `{said}`."),
                    format!("The template engine says: `{said}`."),
                ))
                .note_if(more)
                .note(Bilingual::new(
                    "Perbaiki templatnya; docs/views.md menyebut apa yang dilihat setiap templat.",
                    "Mend the template; docs/views.md says what each template sees.",
                )),
        );
    }
}

#[cfg(test)]
mod tests {
    use super::{TRIED, report_unrendered, spare_references, spread};
    use crate::diag::{Bilingual, Code, Diagnostic, Report};
    use crate::render::RenderProblem;

    #[test]
    fn a_check_tries_the_first_and_the_last() {
        assert_eq!(spread(vec![3, 5]), [3, 5]);
        let tried = spread((0..1000).collect());
        assert_eq!((tried.len(), tried[0], tried[TRIED - 1]), (TRIED, 0, 999));
    }

    #[test]
    fn one_reason_is_told_once() {
        let problem = |path: &str, reason: &str| RenderProblem {
            path: path.to_owned(),
            reason: reason.to_owned(),
            in_picture: false,
        };
        let mut report = Report::new();
        report_unrendered(vec![problem("b", "x"), problem("a", "x"), problem("c", "y")], &mut report);
        let told: Vec<_> =
            report.diagnostics().iter().map(|found| (found.path.as_deref(), found.notes.len())).collect();
        assert_eq!(told, [(Some("b"), 3), (Some("c"), 2)]);
    }

    #[test]
    fn references_into_unread_files_are_not_blamed() {
        let mut report = Report::new();
        report.push(Diagnostic::about(Code::I004, "content/regions.yaml", Bilingual::new("", "")));
        spare_references(&mut report);
        assert_eq!(report.diagnostics().len(), 1);
        report.push(Diagnostic::about(Code::R001, "content/cohorts.yaml", Bilingual::new("", "")));
        spare_references(&mut report);
        let codes: Vec<Code> = report.diagnostics().iter().map(|found| found.code).collect();
        assert_eq!(codes, [Code::I004, Code::R008]);
    }
}
