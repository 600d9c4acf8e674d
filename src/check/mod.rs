//! Step 2: the sources become a catalog that can be trusted.
//!
//! In: [`Sources`]. Out: a [`Catalog`], or findings; every error of a run at once.
//!
//! 1. `yaml` parses each file into nodes that know their place;
//! 2. `table` gathers the raw records of all files, in parallel;
//! 3. `index` gives every id its place, and says which records are not published;
//! 4. `record` reads nodes into typed values and reports every field that is wrong; `catalog/` has
//!    one file a kind: what we hold, and its reader; `narrative` does the same for Markdown;
//! 5. `rules/` look across records and prose: sense, privacy, addresses;
//! 6. `outlines` reads the outlines of regions, and tells which region each belongs to;
//! 7. `secrets` takes out of the findings what must not be shown;
//! 8. `recount` and `narrative::retold` tell whether a file that was checked differs in numbers or words alone.
//!
//! Deliberately absent: a record that is half checked. Until everything is right there are only
//! `Tables` with gaps, which never leave this folder.

mod called;
pub mod catalog;
pub mod describe;
mod hidden;
pub mod ids;
mod index;
mod kinds;
pub mod naming;
mod narrative;
pub mod outlines;
mod record;
mod recount;
pub mod references;
pub mod rules;
mod secrets;
mod settings;
mod table;
mod tables;
mod yaml;

#[cfg(test)]
mod tests;

pub use narrative::{Retold, retold};
pub use recount::{Recount, Recounted, recount};

use crate::diag::{Bilingual, Code, Diagnostic, Places, Report, Span};
use crate::options::Options;
use crate::read::Sources;
use crate::value::{Kind, Lang, Picture};
use catalog::{Catalog, Site};
use hidden::is_hidden;
use index::{Index, Origin};
use record::{Context, Fields, Medium, Scope};
use rules::Silence;
use rules::addresses::{Addresses, Ground};
use secrets::Secrets;
use table::{Gathered, RawRecord, gather};
use tables::{Findings, Tables};

/// Checks everything. All findings go to the report; `None` if any of them is an error.
pub fn check(sources: &Sources, options: &Options, report: &mut Report) -> Option<Catalog> {
    let mut secrets = Secrets::default();
    let mut gathered = gather(sources, &mut secrets, report);
    let records = std::mem::take(&mut gathered.records);
    let languages = match &gathered.settings {
        Some((_, node)) => settings::languages(node, report),
        None => Vec::new(),
    };
    let default = languages.first().map_or("", Lang::as_str).to_owned();
    let index = Index::new(&records, &gathered, &default, options, sources, report);
    note_hidden(&records, &gathered, &index, options, sources, &mut secrets);
    let context = Context::new(languages, &index, media(sources), sources, sources.files.len());
    let site = site(sources, &gathered, &context, options, report);

    let mut findings = Findings::default();
    let mut tables = Tables::read(&context, records, options, &mut findings);
    let ground = Ground {
        site: site.as_ref(),
        tables: &tables,
        index: &index,
        theme: &sources.theme,
        raw: &sources.raw,
        places: sources,
    };
    let mut of_addresses = Report::new();
    let ((), addresses) = rayon::join(
        || rules::run(&tables, &index, options, &mut findings.report),
        || Addresses::new(&ground, &mut of_addresses),
    );
    findings.report.append(of_addresses);
    narrative::link_all(&mut tables, &context, &addresses, sources, &mut findings);
    let ((), mut personal) = rayon::join(
        || rules::run_on_whole(&tables, &index, &context.languages, sources, &mut findings.report),
        || rules::personal(sources),
    );
    report.append(findings.report);
    let messages = rules::messages(&sources.theme, &context.languages, report);
    rules::files::check(sources, report);
    let outlines = outlines::outlines(sources.outlines.as_ref(), &tables, report);
    personal.retain(|finding| !finding.span.is_some_and(|span| secrets.is_internal(span)));
    report.append(personal);
    if findings.unresolved > 0 {
        report.push(not_checked(findings.unresolved));
    }

    let silences = Silence::all(site.as_ref(), &tables, &index, sources);
    rules::silence(&silences, sources, report);
    secrets.mask(report, sources, options.drafts);
    rules::personal_data::hide_paths(sources, sources.ids().map(|(file, _)| file), report);
    if report.has_errors() {
        return None;
    }
    tables.into_catalog(site?, messages, published_media(sources), outlines)
}

/// Files of `media/`: each picture, and nothing for documents.
fn published_media(sources: &Sources) -> std::collections::BTreeMap<String, Option<Picture>> {
    let media = media(sources).into_iter();
    media.map(|(path, picture)| (path.to_owned(), picture.and_then(Result::ok))).collect()
}

fn media(sources: &Sources) -> std::collections::BTreeMap<&str, Medium> {
    sources.raw.iter().filter_map(|file| Some((file.address.strip_prefix("media/")?, file.picture))).collect()
}

/// Reads `site.yaml`.
fn site(
    sources: &Sources,
    gathered: &Gathered<'_>,
    context: &Context<'_>,
    options: &Options,
    report: &mut Report,
) -> Option<Site> {
    let Some((file, node)) = &gathered.settings else {
        let there = sources.files.iter().any(|file| file.kind == crate::read::SourceKind::Settings);
        let said = report.diagnostics().iter().any(|finding| finding.code == Code::I006);
        if !there && !said {
            report.push(no_settings());
        }
        return None;
    };
    let none = &[];
    let fields = match &node.value {
        yaml::Value::Table(fields) => fields.as_slice(),
        _ => none,
    };
    let mut scope = Scope::new(context, false);
    let span = if fields.is_empty() { Span::new(*file, 0, 0) } else { node.span };
    let mut reader = Fields::new(&mut scope, fields, span, "site.yaml");
    let site = Site::read(&mut reader, options);
    reader.finish();
    report.append(scope.report);
    site
}

/// Whatever is not published is not shown in a finding either.
fn note_hidden(
    records: &[RawRecord<'_>],
    gathered: &Gathered<'_>,
    index: &Index<'_>,
    options: &Options,
    places: &dyn Places,
    secrets: &mut Secrets,
) {
    let whole = |raw: &narrative::RawNarrative<'_>| Span::new(raw.file, 0, places.text(raw.file).len());
    for record in records.iter().filter(|record| record.is_hidden(options)) {
        secrets.note_hidden(record.span);
    }
    for raw in &gathered.narratives {
        if raw.front.fields().is_some_and(|fields| is_hidden(fields, options)) {
            secrets.note_hidden(whole(raw));
        }
    }
    for slot in Kind::ALL.iter().flat_map(|kind| index.slots(*kind)).filter(|slot| slot.hidden) {
        match &slot.origin {
            Origin::Record(at) => records.get(*at).into_iter().for_each(|record| secrets.note_hidden(record.span)),
            Origin::Narrative(files) => files.iter().for_each(|raw| secrets.note_hidden(whole(raw))),
        }
    }
}

fn no_settings() -> Diagnostic {
    Diagnostic::about(
        Code::I006,
        "content/site.yaml",
        Bilingual::new("Pengaturan situs tidak ditemukan.", "The settings of the site were not found."),
    )
    .note(Bilingual::new(
        "Buat content/site.yaml dengan `title`, `base_url` dan `languages`.",
        "Make content/site.yaml with `title`, `base_url` and `languages`.",
    ))
}

fn not_checked(number: usize) -> Diagnostic {
    Diagnostic::about(
        Code::R008,
        "content/",
        Bilingual::new(
            format!("{number} rujukan belum diperiksa, karena ada catatan yang tidak terbaca."),
            format!("{number} references were not checked, because some records could not be read."),
        ),
    )
    .note(Bilingual::new(
        "Perbaiki dulu galat pada catatan itu, lalu periksa lagi.",
        "Mend the errors in those records first, then check again.",
    ))
}
