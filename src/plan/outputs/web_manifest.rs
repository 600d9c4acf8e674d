//! The web manifest: what a phone needs to keep the site among its programs.

use super::Outputs;
use crate::plan::{SitePlan, names};
use crate::value::Lang;

/// A web manifest (W3C Web Application Manifest), without colors and icons: those are the theme's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WebManifest {
    /// The site's title.
    pub name: String,
    /// What the site is.
    pub description: Option<String>,
    /// The language.
    pub lang: Lang,
    /// The prefix that leads from the manifest to the root of the site.
    pub root: String,
}

impl SitePlan<'_> {
    /// Where the manifest of a language stands: beside its front page. None without one, or where the theme has no icons,
    /// for then a manifest has nothing to show.
    pub fn manifest_path(&self, lang: &Lang) -> Option<String> {
        let front = self.routes().front(lang).filter(|_| self.has_icons())?;
        Some(format!("{front}site.webmanifest"))
    }
}

impl Outputs<'_> {
    /// The manifest of a language.
    pub fn web_manifest(&self, lang: &Lang) -> WebManifest {
        let facts = self.plan.facts();
        WebManifest {
            name: names::localized(facts, &facts.site.title, lang).text,
            description: facts.site.description.as_ref().map(|text| names::localized(facts, text, lang).text),
            lang: lang.clone(),
            root: crate::route::root_from(&self.plan.routes().home(lang)),
        }
    }
}
