//! The published settings.

use super::{MapSettings, Publisher};
use crate::check::catalog::Site;
use crate::value::{Lang, Localized};
use std::collections::{BTreeMap, BTreeSet};

/// What the site is.
#[derive(Clone, Debug, Hash)]
pub struct SiteFact {
    /// The title.
    pub title: Localized,
    /// One or two sentences.
    pub description: Option<Localized>,
    /// The address of the front page, with `/` at its end; `--base-url` wins over the settings.
    pub base_url: String,
    /// The languages; the first is the default.
    pub languages: Vec<Lang>,
    /// The zone of dates without one.
    pub time_zone: chrono_tz::Tz,
    /// Who publishes.
    pub publisher: Option<Publisher>,
    /// The licence of the content.
    pub license: Option<String>,
    /// Groups smaller than this are hidden.
    pub smallest_group: u64,
    /// What the navigation shows.
    pub navigation: Vec<String>,
    /// The chosen outputs.
    pub outputs: BTreeSet<String>,
    /// Address segments that the settings change.
    pub segments: BTreeMap<(Lang, String), String>,
    /// How the map of regions is drawn.
    pub map: MapSettings,
    /// Where the preview leads to edit a file; never printed in a published page.
    pub edit_link: Option<String>,
    /// The day of the clock, in the site's zone: decides what lies ahead, is never printed.
    pub today: chrono::NaiveDate,
}

impl SiteFact {
    /// The default language.
    pub fn default_lang(&self) -> &Lang {
        &self.languages[0]
    }

    /// Whether an output is chosen.
    pub fn has_output(&self, word: &str) -> bool {
        self.outputs.contains(word)
    }
}

impl SiteFact {
    /// Publishes the settings. Silenced findings, budget and the theme's name are nobody's business.
    pub(in crate::derive) fn new(site: Site, today: chrono::NaiveDate) -> Self {
        Self {
            title: site.title,
            description: site.description,
            base_url: site.base_url,
            languages: site.languages,
            time_zone: site.time_zone,
            publisher: site.publisher,
            license: site.license,
            smallest_group: site.smallest_group,
            navigation: site.navigation,
            outputs: site.outputs,
            segments: site.segments,
            map: site.map,
            edit_link: site.edit_link,
            today,
        }
    }
}
