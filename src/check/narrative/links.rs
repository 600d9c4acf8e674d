//! Every `[[…]]`, link, picture and raw HTML of a narrative.

use super::target::{Surroundings, lead};
use super::{binding, html, style, weekday};
use crate::check::catalog::{Link, Narrative, NarrativeText};
use crate::check::record::scope::shown;
use crate::check::record::{Context, Scope};
use crate::check::rules::addresses::Addresses;
use crate::check::tables::{Findings, Tables};
use crate::diag::{Bilingual, Code, Diagnostic, Places, Span};
use crate::text::markdown::{Scan, scan};
use crate::value::{Kind, Lang, RecordRef};
use rayon::prelude::*;
use std::collections::BTreeMap;

/// Every narrative's text, by the path of its file.
pub type Bodies<'p> = BTreeMap<&'p str, Body<'p>>;

/// The paths of the texts of each narrative, the default language first.
pub type Texts<'p> = BTreeMap<(RecordRef, usize), &'p str>;

/// A narrative's text, as links to it see it.
pub struct Body<'p> {
    /// The narrative.
    pub target: RecordRef,
    /// Its language.
    pub lang: &'p Lang,
    /// The ids of its headings.
    pub headings: Vec<String>,
}

/// Checks the Markdown of all narratives and fills in what their links lead to.
pub fn link_all(
    tables: &mut Tables,
    context: &Context<'_>,
    addresses: &Addresses,
    places: &dyn PlacesSync,
    findings: &mut Findings,
) {
    let (mut bodies, mut texts) = (Bodies::new(), Texts::new());
    let mut scans = Vec::new();
    for kind in [Kind::Story, Kind::Page] {
        for (at, narrative) in list(tables, kind).iter().enumerate() {
            for (number, text) in narrative.iter().flat_map(|narrative| narrative.texts.iter().enumerate()) {
                scans.push((RecordRef::new(kind, at), number, text));
            }
        }
    }
    let scans: Vec<(RecordRef, usize, &NarrativeText, Scan)> =
        scans.into_par_iter().map(|(target, number, text)| (target, number, text, scan(&text.body))).collect();
    for (target, number, text, scan) in &scans {
        let headings = scan.headings.iter().map(|heading| heading.id.clone()).collect();
        let path = places.path(text.file);
        texts.insert((*target, *number), path);
        bodies.insert(path, Body { target: *target, lang: &text.lang, headings });
    }
    let linked: Vec<(RecordRef, usize, BTreeMap<String, Link>, Findings)> = scans
        .par_iter()
        .map(|(target, number, text, scan)| {
            let path = places.path(text.file);
            let surroundings = Surroundings { addresses, bodies: &bodies, texts: &texts, path, scan };
            let offset = places.text(text.file).len().saturating_sub(text.body.len());
            let mut scope = Scope::new(context, context.index.is_hidden(*target));
            scope.field = "text";
            let links = link_one(text, offset, &surroundings, &mut scope);
            (*target, *number, links, Findings { report: scope.report, unresolved: scope.unresolved })
        })
        .collect();
    drop(bodies);
    drop(scans);
    for (target, number, links, found) in linked {
        findings.report.append(found.report);
        findings.unresolved += found.unresolved;
        let list = if target.kind == Kind::Story { &mut tables.stories } else { &mut tables.pages };
        if let Some(text) = list.get_mut(target.at()).and_then(Option::as_mut).and_then(|n| n.texts.get_mut(number)) {
            text.links = links;
        }
    }
}

/// Paths and texts, from several threads.
pub trait PlacesSync: Places + Sync {}
impl<T: Places + Sync> PlacesSync for T {}

fn list(tables: &Tables, kind: Kind) -> &[Option<Narrative>] {
    if kind == Kind::Story { &tables.stories } else { &tables.pages }
}

fn link_one(
    text: &NarrativeText,
    offset: usize,
    around: &Surroundings<'_>,
    scope: &mut Scope<'_>,
) -> BTreeMap<String, Link> {
    let span = |range: &std::ops::Range<usize>| Span::new(text.file, offset + range.start, offset + range.end);
    let mut links = BTreeMap::new();
    for one in &around.scan.bindings {
        if let Some(link) = binding::lead(one, &span, around, scope) {
            links.insert(one.key.clone(), link);
        }
    }
    for one in &around.scan.references {
        if let Some(link) = lead(one, span(&one.range), around, scope) {
            links.insert(one.address.clone(), link);
        }
    }
    for (label, range) in &around.scan.missing_labels {
        match label.strip_prefix('^') {
            Some(note) => no_footnote(note, span(range), scope),
            None => no_address(label, span(range), scope),
        }
    }
    for range in &around.scan.unread {
        binding::unread(text.body.get(range.clone()).unwrap_or_default(), span(range), scope);
    }
    style::check(around.scan, &span, scope);
    weekday::check(&text.body, &span, scope);
    for one in &around.scan.raw_html {
        html::refused(one, text.body.get(one.range.clone()).unwrap_or_default(), span(&one.range), scope);
    }
    links
}

fn no_address(label: &str, span: Span, scope: &mut Scope<'_>) {
    let label = shown(label);
    scope.bad(
        Code::N001,
        span,
        (format!("Tautan `[{label}]` tidak punya alamat."), format!("The link `[{label}]` has no address.")),
        (
            "Tambahkan baris `[…]: alamat`, atau tulis [teks](alamat).",
            "Add a line `[…]: address`, or write [text](address).",
        ),
    );
}

fn no_footnote(label: &str, span: Span, scope: &mut Scope<'_>) {
    let label = shown(label);
    let finding = Diagnostic::at(
        Code::N001,
        span,
        Bilingual::new(
            format!("Catatan kaki `[^{label}]` tidak punya isi."),
            format!("The footnote `[^{label}]` has no text."),
        ),
    )
    .note(Bilingual::new(
        format!("Tulis `[^{label}]: …` di barisnya sendiri, sesudah baris kosong."),
        format!("Write `[^{label}]: …` on a line of its own, after an empty line."),
    ));
    scope.push(finding);
}
