//! The page of a story.

use super::activity::{RecordHead, frame, head};
use crate::derive::facts::{NarrativeFact, TextFact};
use crate::plan::parts::base::Frame;
use crate::plan::parts::link::{LinkView, Text};
use crate::plan::parts::narrative::narrative;
use crate::plan::parts::referrer::{ReferrersView, referrers};
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
        /// The language of the text where it is not the page's.
        pub html_lang: Option<String>,
        /// Its headings.
        pub toc: Vec<TocItem>,
        /// What it is about.
        pub about: Vec<LinkView>,
        /// All that refers to it.
        #[serde(flatten)]
        pub referrers: ReferrersView,
    }
}

view! {
    /// A picture at the head of a story.
    pub struct CoverView {
        /// Its address, relative to this page.
        pub src: String,
        /// What it shows.
        pub alt: Text,
        /// Who took it; may be empty.
        pub credit: String,
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
    let (rendered, html_lang) = body(scope, own);
    title(scope, &mut frame, own);
    let matter = StoryView {
        date: fact.date.map(|date| scope.date(date)),
        author: fact.author.clone().unwrap_or_default(),
        reading: scope.count("reading_time", (rendered.words / 200).max(1)),
        cover: fact.cover.as_ref().map(|cover| CoverView {
            src: scope.href(&format!("media/{}", cover.src.value)),
            alt: scope.prose(&cover.alt),
            credit: cover.credit.clone().unwrap_or_default(),
        }),
        toc: toc(&rendered),
        html: rendered.html,
        html_lang,
        about: scope.links(&fact.about),
        referrers: referrers(scope, record, &[]),
        head,
    };
    (frame, matter)
}

/// The text in the page's language, else in the default one, else the first there is.
pub fn text<'f>(scope: &Scope<'_>, fact: &'f NarrativeFact) -> Option<&'f TextFact> {
    let default = scope.facts.site.default_lang();
    let of = |lang: &Lang| fact.texts.iter().find(|text| text.lang == *lang);
    of(scope.lang).or_else(|| of(default)).or_else(|| fact.texts.first())
}

/// The HTML of a text, and its language where it is not the page's.
pub fn body(scope: &Scope<'_>, text: Option<&TextFact>) -> (Rendered, Option<String>) {
    let Some(text) = text else { return (Rendered::default(), None) };
    let lang = scope.prose_in(&text.lang, String::new()).lang;
    (narrative(scope, text), lang)
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
