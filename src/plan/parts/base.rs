//! What every page has around its matter: title, languages, navigation, footer, sources.

use super::link::{LinkView, Text};
use super::share::{ShareView, share};
use super::source::{SourceItem, sources};
use crate::plan::outputs::XLSX;
use crate::plan::scope::{Scope, iso};
use crate::plan::view::view;
use crate::plan::{CONTENT_SECURITY_POLICY, PageKind, names};
use crate::route;
use crate::value::{Kind, RecordRef};

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
        /// The front page.
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
        /// The web manifest of the language.
        pub manifest_href: String,
        /// A draft, shown only because drafts were asked for.
        pub draft: bool,
        /// The program that made the page.
        pub generator: String,
    }
}

view! {
    /// The page in one language.
    pub struct Twin {
        /// The language.
        pub lang: String,
        /// The language's own name.
        pub name: String,
        /// Its address, relative to this page.
        pub href: String,
        /// Its address on the web.
        pub canonical: String,
        /// Whether it is this page.
        pub current: bool,
    }
}

view! {
    /// An entry of the navigation.
    pub struct NavItem {
        /// Its words.
        pub text: String,
        /// Where it leads.
        pub href: String,
        /// Whether this page belongs to it.
        pub current: bool,
    }
}

view! {
    /// A file beside the page.
    pub struct FileLink {
        /// `csv`, `xlsx`, `json`, `calendar`, `feed`; on the download page also `zip` and `catalogue`.
        pub kind: String,
        /// Its address, relative to this page.
        pub href: String,
        /// Its media type.
        pub media_type: String,
        /// What it is, in words.
        pub text: String,
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
        home_href: scope.href(&scope.routes.home(scope.lang)),
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
        manifest_href: scope.shown("manifest_href", || scope.href(&scope.plan.manifest_path(scope.lang))),
        draft: frame.draft,
        generator: scope.shown("generator", || format!("Terbit {}", env!("CARGO_PKG_VERSION"))),
        site_title: Text { lang: scope.lang_mark(&site_title.lang), text: site_title.text },
        site_description: site_description.map(|name| Text { lang: scope.lang_mark(&name.lang), text: name.text }),
        heading: frame.heading,
        canonical,
    }
}

fn canonical(scope: &Scope<'_>, path: &str) -> String {
    format!("{}{}", scope.facts.site.base_url, route::encode(path))
}

fn twins(scope: &Scope<'_>) -> Vec<Twin> {
    let twin = |(lang, path): &(crate::value::Lang, String)| Twin {
        lang: lang.to_string(),
        name: names::words(scope.facts, lang).get("language_name").to_owned(),
        href: scope.href(path),
        canonical: canonical(scope, path),
        current: lang == scope.lang,
    };
    scope.page.twins.iter().map(twin).collect()
}

fn default_href(scope: &Scope<'_>) -> String {
    let default = scope.facts.site.default_lang();
    let path = scope.page.twins.iter().find(|(lang, _)| lang == default).map_or(&scope.page.path, |(_, path)| path);
    canonical(scope, path)
}

fn crumbs(scope: &Scope<'_>, between: Vec<LinkView>, heading: &Text) -> Vec<LinkView> {
    let mut crumbs = vec![LinkView::to(scope.word("home"), scope.href(&scope.routes.home(scope.lang)))];
    crumbs.extend(between);
    crumbs.push(LinkView { text: heading.text.clone(), lang: heading.lang.clone(), ..LinkView::default() });
    crumbs
}

/// The words of `navigation` that lead to a page of this site.
fn nav(scope: &Scope<'_>, section: &str) -> Vec<NavItem> {
    let entry = |word: &String| {
        let standing = scope.facts.pages.iter().position(|page| page.head.id == *word);
        let (text, path) = match (word.as_str(), standing) {
            ("data", _) => (scope.word("nav_data"), scope.routes.data(scope.lang)?),
            (_, Some(at)) => {
                let record = RecordRef::new(Kind::Page, at);
                (names::name(scope.facts, record, scope.lang).text, scope.routes.path(record, scope.lang)?)
            }
            (word, None) if scope.plan.has_index(word) => {
                (scope.word(&format!("nav_{word}")), scope.routes.index(word, scope.lang)?)
            }
            _ => return None,
        };
        Some(NavItem { text, href: scope.href(&path), current: word == section })
    };
    scope.facts.site.navigation.iter().filter_map(entry).collect()
}

fn indexes(scope: &Scope<'_>) -> Vec<LinkView> {
    let words = scope.plan.index_words();
    let mut links: Vec<LinkView> = words
        .iter()
        .filter_map(|word| {
            let path = scope.routes.index(word, scope.lang)?;
            Some(LinkView::to(scope.word(&format!("nav_{word}")), scope.href(&path)))
        })
        .collect();
    if let Some(path) = scope.routes.data(scope.lang) {
        links.push(LinkView::to(scope.word("nav_data"), scope.href(&path)));
    }
    links
}

fn standing(scope: &Scope<'_>) -> Vec<LinkView> {
    let pages = 0..scope.facts.pages.len();
    pages.map(|at| scope.link(RecordRef::new(Kind::Page, at))).filter(|link| link.href.is_some()).collect()
}

/// The files that the outputs make beside this page; on the download page also those of the whole site.
fn files(scope: &Scope<'_>) -> Vec<FileLink> {
    let (plan, page) = (scope.plan, scope.page);
    let all = [
        (plan.has_data(page), "csv", "data.csv", "text/csv"),
        (plan.has_workbook(page), "xlsx", "data.xlsx", XLSX),
        (plan.has_data(page), "json", "data.json", "application/json"),
        (plan.has_calendar(page), "calendar", "calendar.ics", "text/calendar"),
        (plan.has_feed(page), "feed", "feed.xml", "application/atom+xml"),
    ];
    let link = |kind: &str, path: &str, media_type: &str| FileLink {
        kind: kind.to_owned(),
        href: scope.href(path),
        media_type: media_type.to_owned(),
        text: scope.word(&format!("file_{kind}")),
    };
    let there = all.into_iter().filter(|(there, ..)| *there);
    let mut links: Vec<FileLink> =
        there.map(|(_, kind, name, media_type)| link(kind, &format!("{}{name}", page.path), media_type)).collect();
    if page.kind == PageKind::Data {
        links.extend(plan.archive().map(|path| link("zip", &path, "application/zip")));
        links.extend(plan.catalogue().map(|path| link("catalogue", path, "application/ld+json")));
    }
    links
}

fn publisher(scope: &Scope<'_>) -> Option<LinkView> {
    let publisher = scope.facts.site.publisher.as_ref()?;
    let name = names::localized(scope.facts, &publisher.name, scope.lang);
    Some(LinkView { lang: scope.lang_mark(&name.lang), text: name.text, href: publisher.url.clone(), iso: None })
}

fn report(scope: &Scope<'_>, heading: &str, canonical: &str) -> Option<String> {
    let email = scope.facts.site.publisher.as_ref()?.email.as_ref()?;
    let subject = scope.words.fill("report_subject", &[("page", heading)]);
    Some(format!("mailto:{}?subject={}&body={}", query(email), query(&subject), query(canonical)))
}

fn cite(scope: &Scope<'_>, heading: &str, site: &str, canonical: &str) -> String {
    let publisher = publisher(scope).map_or_else(String::new, |publisher| publisher.text);
    let date = scope.facts.as_of.map_or_else(String::new, |date| scope.format.date(date));
    let key = if publisher.is_empty() { "cite_text_bare" } else { "cite_text" };
    scope.words.fill(
        key,
        &[("page", heading), ("site", site), ("publisher", &publisher), ("date", &date), ("address", canonical)],
    )
}

fn fallback_notice(scope: &Scope<'_>) -> String {
    let names: Vec<String> = scope
        .fallbacks()
        .iter()
        .map(|lang| scope.word(&format!("language_{}", lang.as_str().replace('-', "_"))))
        .collect();
    if names.is_empty() {
        return String::new();
    }
    scope.words.fill("fallback_notice", &[("languages", &scope.format.list(&names))])
}

/// A value inside `mailto:`: everything but letters, digits and a few signs in percent form (RFC 6068).
fn query(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~@".contains(&byte) {
            out.push(char::from(byte));
        } else {
            out.push_str(&format!("%{byte:02X}"));
        }
    }
    out
}
