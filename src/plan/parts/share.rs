//! What a page says to those who link to it: Open Graph, and the words and squares of its share image.

use super::figure::{FigureView, figures, lead};
use super::item::when;
use crate::derive::facts::Activity;
use crate::plan::charts::levels::Levels;
use crate::plan::charts::measure::MapMeasure;
use crate::plan::charts::tiles::lit_tiles;
use crate::plan::outputs::{ShareCard, ShareFigure, ShareTile, absolute};
use crate::plan::pages::home;
use crate::plan::pages::region::kind_key;
use crate::plan::scope::Scope;
use crate::plan::view::view;
use crate::plan::{PageKind, names};
use crate::value::{Kind, PartialDate, RecordRef};
use std::collections::BTreeSet;

/// The size of every share image, which sites that show them ask for.
pub const SIZE: (u32, u32) = (1200, 630);

view! {
    /// What a page says to those who link to it (Open Graph).
    pub struct ShareView {
        /// `website`, or `article` for a story.
        pub kind: String,
        /// Its picture; none where the site makes none.
        pub image: Option<ShareImage>,
        /// Language and land: `id_ID`.
        pub locale: String,
        /// Language and land of its translations.
        pub other_locales: Vec<String>,
        /// The day of a story, where it is known to the day.
        pub published: Option<String>,
        /// The day of its last change of substance.
        pub modified: Option<String>,
        /// Who wrote a story; may be empty.
        pub author: String,
    }
}

view! {
    /// The picture of a page where others link to it.
    pub struct ShareImage {
        /// Its address on the web.
        pub url: String,
        /// Its width in pixels.
        pub width: u32,
        /// Its height in pixels.
        pub height: u32,
        /// What it shows, in words.
        pub alt: String,
    }
}

/// What the page says to those who link to it.
pub fn share(scope: &Scope<'_>) -> ShareView {
    let story = match scope.page.kind {
        PageKind::Record(Kind::Story) => scope.facts.stories.get(scope.page.subject as usize),
        _ => None,
    };
    let locale = |lang| names::words(scope.facts, lang).get("locale").to_owned();
    let others = scope.page.twins.iter().filter(|(lang, _)| lang != scope.lang);
    ShareView {
        kind: if story.is_some() { "article" } else { "website" }.to_owned(),
        image: image(scope),
        locale: locale(scope.lang),
        other_locales: others.map(|(lang, _)| locale(lang)).collect(),
        published: story.and_then(|story| day(story.date?)),
        modified: story.and_then(|story| day(story.head.updated?)),
        author: story.and_then(|story| story.author.clone()).unwrap_or_default(),
    }
}

/// A day as machines read it; none for a date that is less than a day.
fn day(date: PartialDate) -> Option<String> {
    date.day().filter(|_| !date.is_approximate()).map(|day| day.to_string())
}

fn image(scope: &Scope<'_>) -> Option<ShareImage> {
    let path = scope.plan.share_path(scope.page)?;
    let own = scope.plan.has_own_share(scope.page);
    let alt = if own && scope.page.kind != PageKind::Home {
        alt(scope, &card(scope))
    } else {
        let site = names::localized(scope.facts, &scope.facts.site.title, scope.lang).text;
        scope.words.fill("share_alt_site", &[("site", &site)])
    };
    let url = absolute(&scope.facts.site.base_url, &path);
    Some(ShareImage { url, width: SIZE.0, height: SIZE.1, alt })
}

/// The words of an image, read out.
fn alt(scope: &Scope<'_>, card: &ShareCard) -> String {
    let figures: Vec<String> = card
        .figures
        .iter()
        .map(|figure| {
            let value = format!("{} {}", figure.qualifier, figure.value);
            scope.words.fill("figure_part", &[("n", value.trim()), ("label", &figure.label)])
        })
        .collect();
    let says = if figures.is_empty() { card.summary.clone() } else { figures.join("; ") };
    let parts = [card.title.as_str(), card.kicker.as_str(), says.as_str()];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(". ")
}

/// What the image of the page shows.
pub fn card(scope: &Scope<'_>) -> ShareCard {
    let site = &scope.facts.site;
    let title = names::localized(scope.facts, &site.title, scope.lang).text;
    let address = site.base_url.split_once("://").map_or(site.base_url.as_str(), |(_, rest)| rest);
    let as_of = scope.facts.as_of.map(|date| format!("{} {}", scope.word("as_of"), scope.format.date(date)));
    let frame = ShareCard {
        site: title.clone(),
        title,
        as_of: as_of.unwrap_or_default(),
        address: address.trim_end_matches('/').to_owned(),
        ..ShareCard::default()
    };
    match scope.page.kind {
        PageKind::Record(Kind::Region) => region(scope, scope.page.subject, frame),
        PageKind::Record(Kind::Story) => story(scope, scope.page.subject, frame),
        _ => whole(scope, frame),
    }
}

fn whole(scope: &Scope<'_>, frame: ShareCard) -> ShareCard {
    let all = figures(scope, &scope.facts.whole, &BTreeSet::new());
    let lead = home::lead(scope, &all).into_iter().filter(|figure| figure.numeric && !figure.zero);
    let regions = scope.plan.atlas().tiles.iter();
    let measured: Vec<_> = regions
        .map(|(tile, record)| (*tile, MapMeasure::Hosted.of(&scope.facts.regions[record.at()].subject)))
        .collect();
    let levels = Levels::new(measured.iter().filter_map(|(_, measure)| measure.low).max().unwrap_or(0));
    // The shades of the large map, `m0` to `m4`; what is not known is quiet here.
    let level = |fill: &str| fill.strip_prefix('m').and_then(|level| level.parse().ok()).unwrap_or(0);
    ShareCard {
        figures: lead.take(3).map(|figure| shown(scope, figure)).collect(),
        tiles: measured
            .into_iter()
            .map(|((x, y), measure)| ShareTile { x, y, level: level(levels.fill(measure)) })
            .collect(),
        ..frame
    }
}

fn region(scope: &Scope<'_>, at: u32, frame: ShareCard) -> ShareCard {
    let fact = &scope.facts.regions[at as usize];
    let name = |index| names::name(scope.facts, RecordRef { kind: Kind::Region, index }, scope.lang).text;
    let mut kicker = scope.word(kind_key(fact.kind));
    if let Some(parent) = fact.parent {
        kicker = format!("{kicker} · {}", name(parent));
    }
    let all = figures(scope, &fact.subject, &BTreeSet::new());
    let lead = lead(scope, &all, &fact.subject, true);
    ShareCard {
        kicker,
        title: name(at),
        figures: lead.into_iter().map(|figure| shown(scope, figure)).collect(),
        tiles: squares(scope, &[at]),
        ..frame
    }
}

fn story(scope: &Scope<'_>, at: u32, frame: ShareCard) -> ShareCard {
    let record = RecordRef { kind: Kind::Story, index: at };
    let fact = &scope.facts.stories[at as usize];
    let date = when(scope, record).0;
    let text = crate::plan::pages::story::text(scope, fact);
    ShareCard {
        kicker: format!("{} · {date}", scope.word("one_story")),
        title: text.map_or_else(String::new, |text| text.title.clone()),
        summary: text.and_then(|text| text.summary.clone()).unwrap_or_default(),
        tiles: squares(scope, &about_regions(scope, &fact.about)),
        ..frame
    }
}

/// A figure as the image shows it: its qualifier before the number, nothing as words.
fn shown(scope: &Scope<'_>, figure: FigureView) -> ShareFigure {
    let words = figure.zero || !figure.numeric;
    let value = if figure.zero { scope.word("none_yet") } else { figure.big };
    ShareFigure { value, qualifier: figure.qualifier, words, label: figure.label, tone: figure.tone }
}

fn squares(scope: &Scope<'_>, regions: &[u32]) -> Vec<ShareTile> {
    let lit: Vec<(u32, u32)> = regions.iter().flat_map(|region| lit_tiles(scope, *region)).collect();
    if lit.is_empty() {
        return Vec::new();
    }
    let tiles = scope.plan.atlas().tiles.iter();
    tiles.map(|(tile, _)| ShareTile { x: tile.0, y: tile.1, level: if lit.contains(tile) { 4 } else { 0 } }).collect()
}

/// The regions that records lie in, or whose institutions they name.
fn about_regions(scope: &Scope<'_>, about: &[RecordRef]) -> Vec<u32> {
    let facts = scope.facts;
    let of_party = |record: RecordRef| match record.kind {
        Kind::Region => Some(record.index),
        Kind::Institution => facts.institutions.get(record.at())?.region,
        _ => None,
    };
    let of_activity = |activity: &Activity| -> Vec<u32> {
        let places = activity.origin.iter().chain(&activity.host);
        places.filter_map(|place| of_party(place.party?)).collect()
    };
    let mut regions = BTreeSet::new();
    for record in about {
        regions.extend(of_party(*record));
        regions.extend(facts.activity(*record).map(of_activity).unwrap_or_default());
    }
    regions.into_iter().collect()
}
