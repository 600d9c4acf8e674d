//! The numbered sources of a page.

use super::link::LinkView;
use crate::plan::names;
use crate::plan::scope::Scope;
use crate::plan::view::view;
use crate::value::{Kind, RecordRef};

view! {
    /// An entry of the list of sources.
    pub struct SourceItem {
        /// Its number.
        pub number: usize,
        /// Its anchor: `source-s001`.
        pub anchor: String,
        /// Its title, linked to its page, else to where it stands.
        pub link: LinkView,
        /// Who published it.
        pub publisher: String,
        /// Where it stands.
        pub url: Option<String>,
        /// The name of the site where it stands: `blok-a.com`; empty without address.
        pub site: String,
        /// When it was published.
        pub date: Option<LinkView>,
    }
}

/// The sources that the page has cited, by number.
pub fn sources(scope: &Scope<'_>) -> Vec<SourceItem> {
    scope.cited().into_iter().enumerate().map(|(at, index)| source(scope, at + 1, index)).collect()
}

fn source(scope: &Scope<'_>, number: usize, index: u32) -> SourceItem {
    let record = RecordRef { kind: Kind::Source, index };
    let fact = &scope.facts.sources[record.at()];
    let mut link = scope.link_as(record, names::name(scope.facts, record, scope.lang));
    let has_page = link.href.is_some();
    if !has_page {
        link.href.clone_from(&fact.url);
    }
    SourceItem {
        number,
        anchor: format!("source-{}", fact.head.id),
        link,
        publisher: fact.publisher.clone(),
        site: fact.url.as_deref().filter(|_| has_page).map_or_else(String::new, site_of),
        url: fact.url.clone().filter(|_| has_page),
        date: fact.published.map(|date| scope.date(date)),
    }
}

/// The host of an address without `www.`: what a reader knows a site by.
fn site_of(url: &str) -> String {
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    let host = rest.split(['/', '?', '#']).next().unwrap_or(rest);
    host.strip_prefix("www.").unwrap_or(host).to_owned()
}

#[cfg(test)]
mod tests {
    use super::site_of;

    #[test]
    fn a_site_is_known_by_its_host() {
        assert_eq!(site_of("https://www.blok-a.com/berita/x?y#z"), "blok-a.com");
        assert_eq!(site_of("http://a.go.id"), "a.go.id");
        assert_eq!(site_of("urn:x"), "urn:x");
    }
}
