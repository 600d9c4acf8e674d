//! A site that is looked at while its content changes: the steps up to the bundle, and what words or numbers touch of
//! them again where only those changed.

use super::findings::report_unrendered;
use super::made;
use crate::check::catalog::Site;
use crate::check::{Recount, Retold, recount, retold};
use crate::derive::{derive_with_ledger, retell};
use crate::diag::{FileId, Report};
use crate::options::Options;
use crate::plan::{SitePlan, plan};
use crate::read::{SourceKind, Sources};
use crate::render::{Bundle, RenderProblem};
use crate::value::Kind;

/// What is other in a site that was checked, and all that is: a check of everything would find no error that was not
/// there before.
#[derive(Clone, Debug, Default)]
pub struct Revised {
    retold: Vec<Retold>,
    recounts: Vec<Recount>,
}

impl Revised {
    /// Takes up the file at `path`, which now reads `text`; gives its id, or nothing where more than words of a
    /// narrative or numbers of records changed.
    pub fn take(&mut self, sources: &Sources, path: &str, text: &str) -> Option<FileId> {
        let at = sources.files.binary_search_by(|file| file.path.as_str().cmp(path)).ok()?;
        let (file, known) = sources.ids().nth(at)?;
        match &known.kind {
            SourceKind::Story(_) | SourceKind::Page(_) => self.retold.push(retold(file, &known.text, text)?),
            SourceKind::Records(word) => {
                self.recounts.push(recount(file, Kind::from_folder(word)?, &known.text, text)?);
            }
            SourceKind::Settings => return None,
        }
        Some(file)
    }
}

/// Runs the steps from `check` on, and hands the bundle to `live`, which may keep it as long as it likes.
/// Nothing is written, and no page is made that is not asked for.
///
/// `sound` is asked when all is checked and free of errors, before anything is derived: where it says no, nothing
/// is. Until then a site that stands has to stay; from then on it may go, and its memory with it.
///
/// When `live` gives what was revised, it gets the bundle of the site with that, and so on until it gives nothing.
/// Gives whether the site is sound; if not, the report says why.
pub fn preview_site(
    sources: &Sources,
    options: &Options,
    report: &mut Report,
    sound: impl FnOnce(&Site, &Report) -> bool,
    mut live: impl FnMut(&Bundle<'_>, &SitePlan<'_>, &Report) -> Option<Revised>,
) -> bool {
    let Some((catalog, theme)) = made(sources, options, report, &mut |_| {}) else { return false };
    if !sound(&catalog.site, report) {
        return true;
    }
    let (mut facts, mut ledger) = derive_with_ledger(catalog, options);
    let mut stays = None;
    loop {
        let (known, contents) = stays.take().unzip();
        let plan = match known {
            Some(known) => SitePlan::within(known, &facts),
            None => plan(&facts, theme.kinds(), theme.named(), theme.means()),
        };
        let bundle = Bundle::live(&plan, &theme, &sources.theme, &sources.raw, contents);
        let revised = live(&bundle, &plan, report);
        let contents = bundle.into_contents();
        stays = Some((plan.into_stays(), contents));
        let Some(Revised { retold, recounts }) = revised else { return true };
        retell(&mut facts, retold);
        ledger.recount(&mut facts, &recounts);
    }
}

/// The finding about a page that its template cannot make.
pub fn unrendered(problem: RenderProblem) -> Report {
    let mut report = Report::new();
    report_unrendered(vec![problem], &mut report);
    report
}
