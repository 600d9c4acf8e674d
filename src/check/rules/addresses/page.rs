//! The page of a record, and what decides whether it has one.

use super::Ground;
use crate::check::catalog::{Site, When};
use crate::diag::Located;
use crate::read::ThemeFiles;
use crate::value::{Kind, Lang, PartialDate, RecordRef, SEGMENT_WORDS, default_segment, segment_word};
use std::collections::{BTreeMap, BTreeSet};

/// The folders of a language.
pub(super) struct Language {
    pub(super) lang: Lang,
    pub(super) prefix: String,
    pub(super) segments: BTreeMap<&'static str, String>,
}

impl Language {
    pub(super) fn of(site: &Site) -> Vec<Self> {
        let one = |lang: &Lang| {
            let prefix = if lang == site.default_lang() { String::new() } else { format!("{lang}/") };
            let segment = |word: &'static str| {
                let own = site.segments.get(&(lang.clone(), word.to_owned())).map(String::as_str);
                own.or_else(|| default_segment(lang, word)).map(|segment| (word, format!("{prefix}{segment}/")))
            };
            let segments = SEGMENT_WORDS.iter().filter_map(|(word, _)| segment(word)).collect();
            Self { lang: lang.clone(), prefix, segments }
        };
        site.languages.iter().map(one).collect()
    }
}

/// The pages of a record, the default language first; none if its kind has no pages.
pub fn pages_of(target: RecordRef, ground: &Ground<'_>) -> Vec<String> {
    let languages = ground.site.map(Language::of).unwrap_or_default();
    languages.iter().filter_map(|language| page_of(target, &format!("{}x", language.prefix), ground)).collect()
}

/// The page of a record, in the language of a former address of it.
pub(super) fn page_of(target: RecordRef, alias: &str, ground: &Ground<'_>) -> Option<String> {
    let languages = ground.site.map(Language::of)?;
    let own = languages.iter().rev().find(|language| alias.starts_with(&language.prefix))?;
    let folder = match segment_word(target.kind) {
        Some(word) => own.segments.get(word)?,
        None if target.kind == Kind::Page => &own.prefix,
        None => return None,
    };
    if !has_page(ground.theme, target.kind.singular()) {
        return None;
    }
    let narratives = match target.kind {
        Kind::Story => Some(&ground.tables.stories),
        Kind::Page => Some(&ground.tables.pages),
        _ => None,
    };
    let narrative = narratives.and_then(|list| list.get(target.at())?.as_ref());
    let slot = ground.index.slot(target)?;
    let last = narrative.and_then(|narrative| narrative.slug.as_deref()).unwrap_or(&slot.id);
    Some(format!("{folder}{last}/"))
}

/// Whether the theme makes pages of a kind. Without any template nothing can be said, and all count.
pub(super) fn has_page(theme: &ThemeFiles, name: &str) -> bool {
    theme.templates.is_empty() || theme.templates.contains_key(&format!("{name}.html"))
}

/// The years of activities and stories that are published: of the start, else the end, else of the cohort.
pub(super) fn years(ground: &Ground<'_>) -> BTreeSet<i32> {
    let tables = ground.tables;
    let year = |date: &Option<Located<PartialDate>>| date.as_ref().map(|date| date.value.year());
    let of = |when: &When| year(&when.start).or_else(|| year(&when.end));
    let mut years = BTreeSet::new();
    years.extend(tables.cohorts.iter().flatten().filter(|r| !r.common.hidden).filter_map(|r| of(&r.when)));
    years.extend(tables.placements.iter().flatten().filter(|r| !r.common.hidden).filter_map(|r| of(&r.when)));
    years.extend(tables.visits.iter().flatten().filter(|r| !r.common.hidden).filter_map(|r| of(&r.when)));
    years.extend(tables.trainings.iter().flatten().filter(|r| !r.common.hidden).filter_map(|r| of(&r.when)));
    years.extend(tables.stories.iter().flatten().filter(|r| !r.common.hidden).filter_map(|r| year(&r.date)));
    years
}
