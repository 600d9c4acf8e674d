//! What every page has around its matter: title, languages, navigation, footer, sources.

use super::file_link::{FileLink, files};
use super::imprint::{cite, publisher, report};
use super::language::{Twin, canonical, default_href, fallback_notice, twins};
use super::link::{LinkView, Text};
use super::navigation::{NavItem, crumbs, indexes, nav, standing};
use super::share::{ShareView, share};
use super::source::{SourceItem, sources};
use crate::plan::scope::{Scope, iso};
use crate::plan::view::view;
use crate::plan::{CONTENT_SECURITY_POLICY, PageKind, names};

view! {
    /// The frame of a page.
    pub struct Base {
        /// The language.
        pub lang: String,
        /// The content security policy, the same on every page.
        pub csp: &'static str,
        /// The kind of page: `region`, `index`, `home`, …
        pub page_kind: String,
        /// The heading.
        pub heading: Text,
        /// What stands above the heading as its kind; may be empty.
        pub kicker: String,
        /// The title of the document: heading and site.
        pub title: String,
        /// One or two sentences for search engines.
        pub description: String,
        /// The site's title.
        pub site_title: Text,
        /// The site's description.
        pub site_description: Option<Text>,
        /// The address of the page on the web.
        pub canonical: String,
        /// The prefix that leads to the root: `../../`.
        pub root: String,
        /// The front page; empty where the theme makes none.
        pub home_href: String,
        /// The page in every language, this one included.
        pub twins: Vec<Twin>,
        /// The address for readers of any other language.
        pub default_href: String,
        /// The way here; the last has no link.
        pub crumbs: Vec<LinkView>,
        /// The page before in a series of pages.
        pub previous: Option<LinkView>,
        /// The page after in a series of pages.
        pub next: Option<LinkView>,
        /// The navigation.
        pub nav: Vec<NavItem>,
        /// The search; none where the site has none.
        pub search_href: Option<String>,
        /// Every index, for the footer.
        pub indexes: Vec<LinkView>,
        /// Standing pages, for the footer.
        pub standing: Vec<LinkView>,
        /// Files beside this page.
        pub files: Vec<FileLink>,
        /// The numbered sources that this page cites.
        pub sources: Vec<SourceItem>,
        /// The newest date of the records.
        pub as_of: Option<LinkView>,
        /// The publisher.
        pub publisher: Option<LinkView>,
        /// The licence of the content.
        pub license: String,
        /// Where "report an error" leads; none without an address of the publisher.
        pub report_href: Option<String>,
        /// How to cite this page.
        pub cite: String,
        /// Said where a text of this page is in another language; may be empty.
        pub fallback_notice: String,
        /// What the page says to those who link to it.
        pub share: ShareView,
        /// The web manifest of the language; empty without a front page, or icons in the theme.
        pub manifest_href: String,
        /// A draft, shown only because drafts were asked for.
        pub draft: bool,
        /// The program that made the page.
        pub generator: String,
    }
}

/// What a page says of itself.
#[derive(Default)]
pub struct Frame {
    /// The heading.
    pub heading: Text,
    /// What stands above it.
    pub kicker: String,
    /// One or two sentences; the site's description where empty.
    pub description: String,
    /// The way here between the front page and the page itself.
    pub crumbs: Vec<LinkView>,
    /// The word of the navigation that the page belongs to.
    pub section: String,
    /// A draft.
    pub draft: bool,
    /// The page before in a series.
    pub before: Option<LinkView>,
    /// The page after in a series.
    pub after: Option<LinkView>,
}

/// The frame of the page. Made last: it tells which sources and languages the page has used.
pub fn base(scope: &Scope<'_>, frame: Frame) -> Base {
    let site = &scope.facts.site;
    let site_title = names::localized(scope.facts, &site.title, scope.lang);
    let canonical = canonical(scope, &scope.page.path);
    let is_home = scope.page.kind == PageKind::Home;
    let title = if is_home || frame.heading.text == site_title.text {
        site_title.text.clone()
    } else {
        scope.words.fill("title_of_page", &[("page", &frame.heading.text), ("site", &site_title.text)])
    };
    let site_description = site.description.as_ref().map(|text| names::localized(scope.facts, text, scope.lang));
    let description = match (frame.description.is_empty(), &site_description) {
        (true, Some(of_site)) => of_site.text.clone(),
        (true, None) => title.clone(),
        _ => frame.description,
    };
    Base {
        lang: scope.lang.to_string(),
        csp: CONTENT_SECURITY_POLICY,
        page_kind: scope.shown("page_kind", || scope.page.kind.template().to_owned()),
        kicker: frame.kicker,
        title,
        description,
        root: scope.root().to_owned(),
        home_href: scope.routes.front(scope.lang).map(|path| scope.href(&path)).unwrap_or_default(),
        twins: scope.shown("twins", || twins(scope)),
        default_href: scope.shown("default_href", || default_href(scope)),
        crumbs: if is_home || !scope.shows("crumbs") {
            Vec::new()
        } else {
            crumbs(scope, frame.crumbs, &frame.heading)
        },
        previous: frame.before,
        next: frame.after,
        nav: scope.shown("nav", || nav(scope, &frame.section)),
        search_href: scope.shown("search_href", || scope.routes.search(0, scope.lang).map(|path| scope.href(&path))),
        indexes: scope.shown("indexes", || indexes(scope)),
        standing: scope.shown("standing", || standing(scope)),
        files: scope.shown("files", || files(scope)),
        sources: scope.shown("sources", || sources(scope)),
        as_of: scope.facts.as_of.filter(|_| scope.shows("as_of")).map(|date| LinkView {
            text: scope.format.date(date),
            iso: Some(iso(date)),
            ..LinkView::default()
        }),
        publisher: scope.shown("publisher", || publisher(scope)),
        license: scope.shown("license", || site.license.clone().unwrap_or_default()),
        report_href: scope.shown("report_href", || report(scope, &frame.heading.text, &canonical)),
        cite: scope.shown("cite", || cite(scope, &frame.heading.text, &site_title.text, &canonical)),
        fallback_notice: scope.shown("fallback_notice", || fallback_notice(scope)),
        share: scope.shown("share", || share(scope)),
        manifest_href: scope.shown("manifest_href", || {
            scope.plan.manifest_path(scope.lang).map(|path| scope.href(&path)).unwrap_or_default()
        }),
        draft: frame.draft,
        generator: scope.shown("generator", || format!("Terbit {}", env!("CARGO_PKG_VERSION"))),
        site_title: Text { lang: scope.lang_mark(&site_title.lang), text: site_title.text },
        site_description: site_description.map(|name| Text { lang: scope.lang_mark(&name.lang), text: name.text }),
        heading: frame.heading,
        canonical,
    }
}
