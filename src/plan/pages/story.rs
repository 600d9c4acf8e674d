//! The page of a story.

use super::activity::{RecordHead, frame, head, language};
use crate::derive::facts::{NarrativeFact, TextFact};
use crate::plan::charts::embed::ProsePart;
use crate::plan::parts::base::Frame;
use crate::plan::parts::item::{Detail, RecordItem, item};
use crate::plan::parts::link::{LinkView, Mention, Text};
use crate::plan::parts::narrative::narrative;
use crate::plan::parts::picture::{PictureView, picture};
use crate::plan::parts::referrer::{ReferrersView, referrers};
use crate::plan::parts::related::related;
use crate::plan::scope::Scope;
use crate::plan::view::view;
use crate::text::markdown::Rendered;
use crate::value::{Lang, RecordRef};

view! {
    /// `story.html`: a narrative.
    pub struct StoryView {
        /// The head of the record.
        #[serde(flatten)]
        pub head: RecordHead,
        /// Its date.
        pub date: Option<LinkView>,
        /// Who wrote it; may be empty.
        pub author: String,
        /// How long it takes to read.
        pub reading: String,
        /// The picture at its head.
        pub cover: Option<CoverView>,
        /// Its text as HTML.
        pub html: String,
        /// The same in parts, for themes that draw its charts.
        pub parts: Vec<ProsePart>,
        /// The language of the text where it is not the page's.
        pub html_lang: Option<String>,
        /// Its headings.
        pub toc: Vec<TocItem>,
        /// Its translations, each under its own title.
        pub translations: Vec<Translation>,
        /// What it is about.
        pub about: Vec<Mention>,
        /// Other stories about the same, closest first.
        pub related: Vec<RecordItem>,
        /// All that refers to it.
        #[serde(flatten)]
        pub referrers: ReferrersView,
    }
}

view! {
    /// A picture at the head of a story.
    pub struct CoverView {
        /// The picture.
        #[serde(flatten)]
        pub picture: PictureView,
        /// What it shows.
        pub alt: Text,
        /// Who took it; may be empty.
        pub credit: String,
    }
}

view! {
    /// A story in another language.
    pub struct Translation {
        /// The language in words.
        pub language: String,
        /// Its title there; none where the story is not translated.
        pub link: Option<LinkView>,
    }
}

view! {
    /// A heading of a narrative.
    pub struct TocItem {
        /// Its words.
        pub text: String,
        /// Its anchor.
        pub href: String,
        /// Its level, from 2.
        pub level: u8,
    }
}

/// The page of a story.
pub fn view(scope: &Scope<'_>, record: RecordRef) -> (Frame, StoryView) {
    let fact = &scope.facts.stories[record.at()];
    let head = head(scope, record);
    let (mut frame, own) = (frame(scope, record, &head, ""), text(scope, fact));
    let (rendered, parts, html_lang) = body(scope, own, fact.cover.is_some());
    title(scope, &mut frame, own);
    let matter = StoryView {
        date: fact.date.map(|date| scope.date(date)),
        author: scope.shown("author", || fact.author.clone().unwrap_or_default()),
        reading: scope.shown("reading", || scope.count("reading_time", (rendered.words / 200).max(1))),
        cover: cover(scope, fact),
        toc: if rendered.words < LONG { Vec::new() } else { scope.shown("toc", || toc(&rendered)) },
        html: rendered.html,
        parts,
        html_lang,
        translations: scope.shown("translations", || translations(scope, fact, own)),
        about: scope.links(&fact.about),
        related: scope.shown("related", || {
            related(scope.facts, record).iter().map(|other| item(scope, *other, Detail::Full)).collect()
        }),
        referrers: referrers(scope, record),
        head,
    };
    (frame, matter)
}

/// Words from which a story has a table of contents: about three minutes.
const LONG: usize = 600;

/// The picture at the head of a narrative.
pub fn cover(scope: &Scope<'_>, fact: &NarrativeFact) -> Option<CoverView> {
    let cover = fact.cover.as_ref()?;
    Some(CoverView {
        picture: picture(scope, &cover.src.value)?,
        alt: scope.prose(&cover.alt),
        credit: cover.credit.clone().unwrap_or_default(),
    })
}

/// The text in the page's language, else in the default one, else the first there is.
pub fn text<'f>(scope: &Scope<'_>, fact: &'f NarrativeFact) -> Option<&'f TextFact> {
    let default = scope.facts.site.default_lang();
    let of = |lang: &Lang| fact.texts.iter().find(|text| text.lang == *lang);
    of(scope.lang).or_else(|| of(default)).or_else(|| fact.texts.first())
}

/// The story in each of the other languages of the site than the text shown here.
fn translations(scope: &Scope<'_>, fact: &NarrativeFact, shown: Option<&TextFact>) -> Vec<Translation> {
    let twin = |lang: &Lang| scope.page.twins.iter().find(|(other, _)| other == lang).map(|(_, path)| scope.href(path));
    let translation = |lang: &Lang| {
        let text = fact.texts.iter().find(|text| text.lang == *lang);
        Translation {
            language: language(scope, lang),
            link: text.map(|text| LinkView {
                text: text.title.clone(),
                href: twin(lang),
                lang: scope.lang_mark(lang),
                iso: None,
            }),
        }
    };
    let languages = scope.facts.site.languages.iter();
    languages.filter(|lang| shown.is_none_or(|text| text.lang != **lang)).map(translation).collect()
}

/// The HTML of a text, the same in parts, and its language where it is not the page's.
///
/// Its first picture waits until it is scrolled to where a cover is seen first.
pub fn body(scope: &Scope<'_>, text: Option<&TextFact>, covered: bool) -> (Rendered, Vec<ProsePart>, Option<String>) {
    let Some(text) = text else { return (Rendered::default(), Vec::new(), None) };
    let lang = scope.prose_in(&text.lang, String::new()).lang;
    let (rendered, parts) = narrative(scope, text, covered);
    (rendered, parts, lang)
}

/// The title stands with the text, in its language.
pub fn title(scope: &Scope<'_>, frame: &mut Frame, text: Option<&TextFact>) {
    if let Some(text) = text {
        frame.heading = scope.prose_in(&text.lang, text.title.clone());
        if let Some(summary) = &text.summary {
            frame.description.clone_from(summary);
        }
    }
}

/// The headings of a rendered text.
pub fn toc(rendered: &Rendered) -> Vec<TocItem> {
    let shown = rendered.headings.iter().filter(|heading| heading.level <= 3);
    shown
        .map(|heading| TocItem {
            text: heading.text.clone(),
            href: format!("#{}", crate::route::encode(&heading.id)),
            level: heading.level,
        })
        .collect()
}
