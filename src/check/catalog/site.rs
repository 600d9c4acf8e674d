//! The settings: what the site *is*.

use crate::diag::Located;
use crate::value::{Kind, Lang, Localized};
use std::collections::{BTreeMap, BTreeSet};

/// `content/site.yaml`.
#[derive(Clone, Debug)]
pub struct Site {
    /// The title.
    pub title: Localized,
    /// One or two sentences.
    pub description: Option<Localized>,
    /// The address of the front page, with `/` at its end.
    pub base_url: String,
    /// The languages; the first is the default.
    pub languages: Vec<Lang>,
    /// The zone of dates without one.
    pub time_zone: chrono_tz::Tz,
    /// The theme's name.
    pub theme: Located<String>,
    /// Who publishes.
    pub publisher: Option<Publisher>,
    /// The licence of the content, as an SPDX name.
    pub license: Option<String>,
    /// Breakdowns and evaluations over fewer people are hidden.
    pub smallest_group: u64,
    /// The words of `navigation`, in order: plural kinds, `years`, `data`, `search`, ids of pages.
    pub navigation: Vec<String>,
    /// The chosen outputs, by their words: `html data feed calendar sitemap search catalogue share`.
    pub outputs: BTreeSet<String>,
    /// Address segments that the settings change, by language and word (`regions`).
    pub segments: BTreeMap<(Lang, String), String>,
    /// What pages may weigh.
    pub budget: Budget,
    /// How the map of regions is drawn.
    pub map: MapSettings,
    /// Where the preview leads to edit a file; `{path}`, `{line}` and `{column}` are filled in.
    pub edit_link: Option<String>,
    /// Silenced findings.
    pub allow: Vec<SilencedCode>,
}

/// What pages may weigh, in kilobytes of gzip; no limit where nothing is said.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Budget {
    /// HTML and style sheets of a page.
    pub page_kb: Option<u64>,
    /// Scripts of a page.
    pub script_kb: Option<u64>,
    /// Everything that a page loads before it is scrolled.
    pub first_view_kb: Option<u64>,
}

/// How the map of regions is drawn.
#[derive(Clone, Debug, Default, Hash)]
pub struct MapSettings {
    /// Outlines come first, tiles second.
    pub outlines: bool,
    /// Whose the outlines are, and under which licence.
    pub credit: Option<Localized>,
}

/// Who publishes the site.
#[derive(Clone, Debug, Hash)]
pub struct Publisher {
    /// The name.
    pub name: Localized,
    /// The site.
    pub url: Option<String>,
    /// Where "report an error" leads.
    pub email: Option<String>,
}

/// A silenced finding.
#[derive(Clone, Debug)]
pub struct SilencedCode {
    /// The code.
    pub code: Located<String>,
    /// A glob of paths below `content/`; none means everywhere.
    pub path: Option<String>,
    /// Why.
    pub why: String,
}

impl Site {
    /// The default language.
    pub fn default_lang(&self) -> &Lang {
        &self.languages[0]
    }

    /// Whether an output is chosen.
    pub fn has_output(&self, word: &str) -> bool {
        self.outputs.contains(word)
    }

    /// Kinds of records that `navigation` names, in order.
    pub fn navigation_kinds(&self) -> impl Iterator<Item = Kind> {
        self.navigation.iter().filter_map(|word| Kind::from_folder(word))
    }
}
