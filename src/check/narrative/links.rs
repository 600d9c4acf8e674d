//! Every `[[…]]`, link, picture and raw HTML of a narrative.

use super::target::{Surroundings, lead};
use super::{style, weekday};
use crate::check::catalog::{Link, Narrative, NarrativeText};
use crate::check::record::fields::did_you_mean;
use crate::check::record::scope::shown;
use crate::check::record::{Context, Scope, resolve};
use crate::check::rules::addresses::Addresses;
use crate::check::tables::{Findings, Tables};
use crate::diag::{Bilingual, Code, Diagnostic, Places, Span, suggest};
use crate::text::markdown::{Binding, Scan, scan};
use crate::value::{BY_YEAR, FIGURE_WORDS, Kind, RecordRef, field_words, has_figures};
use rayon::prelude::*;
use std::collections::BTreeMap;

/// Headings of every narrative, by the path of its file.
pub type Bodies<'p> = BTreeMap<&'p str, (RecordRef, Vec<String>)>;

/// Checks the Markdown of all narratives and fills in what their links lead to.
pub fn link_all(
    tables: &mut Tables,
    context: &Context<'_>,
    addresses: &Addresses,
    places: &dyn PlacesSync,
    findings: &mut Findings,
) {
    let mut bodies = Bodies::new();
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
    for (target, _, text, scan) in &scans {
        let ids = scan.headings.iter().map(|heading| heading.id.clone()).collect();
        bodies.insert(places.path(text.file), (*target, ids));
    }
    let linked: Vec<(RecordRef, usize, BTreeMap<String, Link>, Findings)> = scans
        .par_iter()
        .map(|(target, number, text, scan)| {
            let surroundings = Surroundings { addresses, bodies: &bodies, path: places.path(text.file), scan };
            let offset = places.text(text.file).len().saturating_sub(text.body.len());
            let mut scope = Scope::new(context, context.index.is_hidden(*target));
            scope.field = "text";
            let links = link_one(text, offset, &surroundings, &mut scope);
            (*target, *number, links, Findings { report: scope.report, unresolved: scope.unresolved })
        })
        .collect();
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
        if let Some(link) = binding(one, span(&one.key_range), around, scope) {
            links.insert(one.key.clone(), link);
        }
    }
    for one in &around.scan.references {
        if let Some(link) = lead(one, span(&one.range), around, scope) {
            links.insert(one.address.clone(), link);
        }
    }
    for (label, range) in &around.scan.missing_labels {
        let label = shown(label);
        scope.bad(
            Code::N001,
            span(range),
            (format!("Tautan `[{label}]` tidak punya alamat."), format!("The link `[{label}]` has no address.")),
            (
                "Tambahkan baris `[…]: alamat`, atau tulis [teks](alamat).",
                "Add a line `[…]: address`, or write [text](address).",
            ),
        );
    }
    style::check(around.scan, &span, scope);
    weekday::check(&text.body, &span, scope);
    for range in &around.scan.raw_html {
        raw_html(text.body.get(range.clone()).unwrap_or_default(), span(range), scope);
    }
    links
}

fn binding(one: &Binding, span: Span, around: &Surroundings<'_>, scope: &mut Scope<'_>) -> Option<Link> {
    let target = one.target.trim();
    let year = target.parse::<i32>().ok().filter(|_| target.len() == 4 && target.bytes().all(|b| b.is_ascii_digit()));
    let known = matches!(scope.context.index.find(&Kind::ALL, target), crate::check::index::Found::One(_));
    if let (Some(year), false) = (year, known) {
        if !around.addresses.years.contains(&year) && !scope.context.index.is_incomplete(&Kind::ALL) {
            no_year(year, span, scope);
            return None;
        }
        let words: Vec<&str> = FIGURE_WORDS.iter().copied().chain([BY_YEAR]).collect();
        figure(one, &words, span, scope)?;
        return Some(Link::Year { year, figure: one.figure.clone() });
    }
    let target = resolve(target, span, &Kind::ALL, scope)?;
    let mut words: Vec<&str> = field_words(target.kind).to_vec();
    if has_figures(target.kind) {
        words.extend(FIGURE_WORDS);
        words.push(BY_YEAR);
    }
    figure(one, &words, span, scope)?;
    Some(Link::Record { target, figure: one.figure.clone() })
}

/// Whether the name after `#` is one of `words`.
fn figure(one: &Binding, words: &[&str], span: Span, scope: &mut Scope<'_>) -> Option<()> {
    let Some(name) = &one.figure else { return Some(()) };
    let key = &one.key;
    if name == BY_YEAR && words.contains(&BY_YEAR) && !one.block {
        scope.bad(
            Code::N003,
            span,
            (
                "`by_year` adalah bagan dan tidak dapat berada di dalam kalimat.".to_owned(),
                "`by_year` is a chart and cannot stand within a sentence.".to_owned(),
            ),
            ("Tulis `![[…#by_year]]` di barisnya sendiri.", "Write `![[…#by_year]]` on a line of its own."),
        );
        return None;
    }
    if words.contains(&name.as_str()) {
        return Some(());
    }
    let close = suggest(name, words.iter().copied());
    let list = words.join(", ");
    let (name, key) = (shown(name), shown(key));
    let finding = Diagnostic::at(
        Code::N003,
        span,
        Bilingual::new(
            format!("Angka `{name}` tidak ada pada `{key}`."),
            format!("There is no figure `{name}` in `{key}`."),
        ),
    )
    .note_if(did_you_mean(&close))
    .note(Bilingual::new(format!("Yang ada: {list}."), format!("There are {list}.")));
    scope.push(finding);
    None
}

fn no_year(year: i32, span: Span, scope: &mut Scope<'_>) {
    scope.bad(
        Code::R001,
        span,
        (
            format!("Tidak ada kegiatan atau cerita dari tahun {year}."),
            format!("There is no activity or story of the year {year}."),
        ),
        ("Periksa tahunnya, atau hapus tautannya.", "Check the year, or remove the link."),
    );
}

/// What to write instead of a tag.
const INSTEAD: [(&str, &str, &str); 15] = [
    ("<!--", "Hapus, atau simpan di `internal`.", "Remove it, or keep it in `internal`."),
    ("<strong", "Tulis **tebal**.", "Write **bold**."),
    ("<b>", "Tulis **tebal**.", "Write **bold**."),
    ("<em", "Tulis *miring*.", "Write *italic*."),
    ("<i>", "Tulis *miring*.", "Write *italic*."),
    ("<a ", "Tulis [teks](alamat).", "Write [text](address)."),
    ("<img", "Tulis ![keterangan](../media/foto.jpg).", "Write ![what it shows](../media/photo.jpg)."),
    ("<table", "Tulis tabel Markdown dengan `|`.", "Write a Markdown table with `|`."),
    ("<ul", "Tulis daftar dengan `- `.", "Write a list with `- `."),
    ("<ol", "Tulis daftar dengan `1. `.", "Write a list with `1. `."),
    ("<h", "Tulis judul dengan `## `.", "Write a heading with `## `."),
    ("<blockquote", "Tulis kutipan dengan `> `.", "Write a quotation with `> `."),
    ("<s>", "Tulis ~~coret~~.", "Write ~~struck~~."),
    ("<code", "Tulis `kode` dengan tanda petik terbalik.", "Write `code` in backticks."),
    ("<p", "Pisahkan alinea dengan baris kosong.", "Separate paragraphs by an empty line."),
];

fn raw_html(html: &str, span: Span, scope: &mut Scope<'_>) {
    let lower = html.trim_start().to_lowercase();
    let instead = INSTEAD.iter().find(|(tag, _, _)| lower.starts_with(tag));
    let (indonesian, english) = instead.map_or(
        (
            "Hapus tandanya; yang boleh hanya sub, sup, abbr, br, kbd, details, summary.",
            "Remove the tag; only sub, sup, abbr, br, kbd, details, summary pass.",
        ),
        |(_, indonesian, english)| (*indonesian, *english),
    );
    let word = shown(html.lines().next().unwrap_or_default());
    scope.bad(
        Code::N002,
        span,
        (format!("HTML `{word}` akan tampil sebagai teks."), format!("The HTML `{word}` will be shown as text.")),
        (indonesian, english),
    );
}
