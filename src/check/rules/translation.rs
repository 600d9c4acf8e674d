//! V010: a text without its translation. N008: a narrative without its. N009: a story that is about nothing.

use crate::check::catalog::{Common, Narrative, RegionKind};
use crate::check::index::Index;
use crate::check::tables::Tables;
use crate::diag::{Bilingual, Code, Diagnostic, Report};
use crate::value::{Kind, Lang, Localized};

/// Looks at texts that readers read. Official names, words of sources and titles of publications are not translated.
pub fn check(tables: &Tables, index: &Index<'_>, languages: &[Lang], report: &mut Report) {
    // Where a file could not be read, its original or translation may be that file.
    let is_told = |kind: Kind| !index.is_incomplete(&[kind]);
    for story in tables.stories.iter().flatten().filter(|story| !story.common.hidden) {
        if story.about.is_empty() && is_told(Kind::Story) {
            report.push(about_nothing(story));
        }
    }
    if languages.len() < 2 {
        return;
    }
    let stories = tables.stories.iter().filter(|_| is_told(Kind::Story));
    let pages = tables.pages.iter().filter(|_| is_told(Kind::Page));
    for narrative in stories.chain(pages).flatten().filter(|one| !one.common.hidden) {
        report_narrative(narrative, languages, report);
    }
    for (target, common) in tables.commons(index).filter(|(_, common)| !common.hidden) {
        let mut texts = own(tables, target.kind, target.at());
        texts.extend(shared(target.kind, common));
        let lacking: Vec<&Lang> =
            languages.iter().filter(|lang| texts.iter().any(|(_, text)| lacks(text, lang, languages))).collect();
        if lacking.is_empty() {
            continue;
        }
        let fields: Vec<String> = texts
            .iter()
            .filter(|(_, text)| languages.iter().any(|lang| lacks(text, lang, languages)))
            .map(|(name, _)| format!("`{name}`"))
            .collect();
        report.push(finding(common, &fields, &lacking));
    }
}

fn lacks(text: &Localized, lang: &Lang, languages: &[Lang]) -> bool {
    match text {
        Localized::Plain(_) => languages.first() != Some(lang),
        Localized::Many(texts) => !texts.iter().any(|(other, _)| other == lang),
    }
}

fn shared(kind: Kind, common: &Common) -> Vec<(&'static str, &Localized)> {
    let mut out = Vec::new();
    // The title of a publication stays as it was published.
    if !matches!(kind, Kind::Source | Kind::Story | Kind::Page) {
        out.extend(common.title.as_ref().map(|text| ("title", text)));
    }
    out.extend(
        common.summary.as_ref().filter(|_| !matches!(kind, Kind::Story | Kind::Page)).map(|text| ("summary", text)),
    );
    out.extend(common.note.as_ref().map(|text| ("note", text)));
    out
}

fn own(tables: &Tables, kind: Kind, at: usize) -> Vec<(&'static str, &Localized)> {
    let mut out = Vec::new();
    match kind {
        Kind::Region => {
            let region = tables.regions.get(at).and_then(Option::as_ref);
            let is_translated = |kind: RegionKind| matches!(kind, RegionKind::Country | RegionKind::IslandGroup);
            // A bare name of a country or group is the same in every language.
            let many = |name: &&Localized| matches!(name, Localized::Many(_));
            let name = region.filter(|region| is_translated(region.kind)).map(|region| &region.name);
            out.extend(name.filter(many).map(|name| ("name", name)));
        }
        Kind::Topic => {
            out.extend(tables.topics.get(at).and_then(Option::as_ref).map(|topic| ("name", &topic.name)));
        }
        Kind::Program => {
            let program = tables.programs.get(at).and_then(Option::as_ref);
            out.extend(program.and_then(|program| program.aims.as_ref()).map(|text| ("aims", text)));
        }
        Kind::Evaluation => {
            if let Some(evaluation) = tables.evaluations.get(at).and_then(Option::as_ref) {
                out.push(("indicator", &evaluation.indicator));
                out.extend(evaluation.method.as_ref().map(|text| ("method", text)));
            }
        }
        Kind::Statement => {
            if let Some(statement) = tables.statements.get(at).and_then(Option::as_ref) {
                out.push(("text", &statement.text));
            }
        }
        Kind::Correction => {
            if let Some(correction) = tables.corrections.get(at).and_then(Option::as_ref) {
                out.push(("what", &correction.what));
                out.push(("why", &correction.why));
            }
        }
        _ => {}
    }
    out
}

fn finding(common: &Common, fields: &[String], lacking: &[&Lang]) -> Diagnostic {
    let (fields, tags) = (fields.join(", "), lacking.iter().map(|lang| lang.as_str()).collect::<Vec<_>>().join(", "));
    let first = lacking.first().map_or("en", |lang| lang.as_str());
    Diagnostic::at(
        Code::V010,
        common.id.span,
        Bilingual::new(
            format!("Belum ada terjemahan ({tags}) untuk {fields}."),
            format!("There is no translation ({tags}) of {fields} yet."),
        ),
    )
    .note(Bilingual::new(
        format!("Tulis dalam kurung kurawal, satu teks per bahasa: {{…, {first}: …}}."),
        format!("Write it in braces, one text for each language: {{…, {first}: …}}."),
    ))
}

fn report_narrative(narrative: &Narrative, languages: &[Lang], report: &mut Report) {
    let lacking: Vec<&str> = languages
        .iter()
        .filter(|lang| !narrative.texts.iter().any(|text| text.lang == **lang))
        .map(Lang::as_str)
        .collect();
    let Some(first) = lacking.first() else { return };
    let (id, tags) = (&narrative.common.id.value, lacking.join(", "));
    report.push(
        Diagnostic::at(
            Code::N008,
            narrative.common.id.span,
            Bilingual::new(
                format!("Naskah ini belum diterjemahkan ({tags})."),
                format!("This text is not translated yet ({tags})."),
            ),
        )
        .note(Bilingual::new(
            format!("Tambahkan `{id}.{first}.md` di sampingnya; sampai itu ada, pembaca mendapat naskah ini dengan pemberitahuan."),
            format!("Add `{id}.{first}.md` beside it; until then readers get this text with a notice."),
        )),
    );
}

fn about_nothing(story: &Narrative) -> Diagnostic {
    Diagnostic::at(
        Code::N009,
        story.common.id.span,
        Bilingual::new(
            "Cerita ini tidak menyebut catatan mana yang diceritakannya.",
            "This story does not say which records it is about.",
        ),
    )
    .of_field("about")
    .note(Bilingual::new(
        "Tambahkan `about: [id angkatan, id daerah, …]`, supaya cerita ini tampil di halaman mereka.",
        "Add `about: [id of a cohort, id of a region, …]`, so that the story shows on their pages.",
    ))
}
