//! A page in its languages: its twins, its addresses on the web, and what is said where a text is in another one.

use crate::plan::names;
use crate::plan::scope::Scope;
use crate::plan::view::view;
use crate::route;
use crate::value::Lang;

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

/// The address of a page on the web.
pub(in crate::plan::parts) fn canonical(scope: &Scope<'_>, path: &str) -> String {
    format!("{}{}", scope.facts.site.base_url, route::encode(path))
}

/// The page in every language.
pub(in crate::plan::parts) fn twins(scope: &Scope<'_>) -> Vec<Twin> {
    let twin = |(lang, path): &(Lang, String)| Twin {
        lang: lang.to_string(),
        name: names::words(scope.facts, lang).get("language_name").to_owned(),
        href: scope.href(path),
        canonical: canonical(scope, path),
        current: lang == scope.lang,
    };
    scope.page.twins.iter().map(twin).collect()
}

/// The page in the default language, if it is there, else this one.
pub(in crate::plan::parts) fn default_href(scope: &Scope<'_>) -> String {
    let default = scope.facts.site.default_lang();
    let path = scope.page.twins.iter().find(|(lang, _)| lang == default).map_or(&scope.page.path, |(_, path)| path);
    canonical(scope, path)
}

/// Names the languages of texts that are not there in the language of the page; empty where all are.
pub(in crate::plan::parts) fn fallback_notice(scope: &Scope<'_>) -> String {
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
