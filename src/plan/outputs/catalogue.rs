//! The catalogue of data sets: the whole, and a set for every kind of record, in all languages of the site.

use super::words::words;
use super::{Outputs, Sizes, XLSX};
use crate::derive::facts::{RegionFact, RegionKind};
use crate::derive::{FigureName, FigureValue};
use crate::plan::json_ld::license_url;
use crate::plan::{PageKind, PlannedPage, names};
use crate::value::{Kind, Lang, Localized, PartialDate};

/// A text in each of the languages of the site.
pub type Spoken = Vec<(Lang, String)>;

/// The catalogue.
#[derive(Debug)]
pub struct Catalogue {
    /// The address of the catalogue itself.
    pub url: String,
    /// The front page of the site.
    pub home: String,
    /// The name of the site.
    pub title: Spoken,
    /// One or two sentences.
    pub description: Spoken,
    /// The name of the publisher; of the site itself where its settings name none.
    pub publisher: Spoken,
    /// The site of the publisher.
    pub publisher_url: Option<String>,
    /// The address of the publisher.
    pub publisher_email: Option<String>,
    /// The address of the licence.
    pub license: Option<String>,
    /// The newest date of the records.
    pub modified: Option<PartialDate>,
    /// The first and the last activity.
    pub period: (Option<PartialDate>, Option<PartialDate>),
    /// Countries that activities touch.
    pub places: Vec<Spoken>,
    /// The data sets; the whole first.
    pub sets: Vec<CatalogueSet>,
}

/// A data set.
#[derive(Debug)]
pub struct CatalogueSet {
    /// Its name in the address of the catalogue: `whole`, `cohorts`.
    pub name: &'static str,
    /// The title.
    pub title: Spoken,
    /// One or two sentences.
    pub description: Spoken,
    /// The page where people find it, in each language.
    pub pages: Vec<String>,
    /// Its files.
    pub files: Vec<CatalogueFile>,
}

/// A file of a data set.
#[derive(Debug)]
pub struct CatalogueFile {
    /// Its address.
    pub url: String,
    /// Its language; none where it holds all.
    pub lang: Option<Lang>,
    /// Its name, with its language.
    pub title: String,
    /// Its media type; of an archive that of what is packed.
    pub media_type: &'static str,
    /// The media type of the archive.
    pub packed_as: Option<&'static str>,
    /// Its size in bytes, where known.
    pub bytes: Option<u64>,
    /// The standard that it follows.
    pub follows: Option<&'static str>,
}

impl Outputs<'_> {
    /// The catalogue. `sizes` are those of the files of the whole data set.
    pub fn catalogue(&self, sizes: &Sizes) -> Catalogue {
        let facts = self.plan.facts();
        let site = &facts.site;
        let publisher = site.publisher.as_ref();
        let title = self.spoken(|lang| names::localized(facts, &site.title, lang).text);
        let date = |name| match facts.whole.figure(name).map(|figure| figure.value) {
            Some(FigureValue::Date(date)) => date,
            _ => None,
        };
        Catalogue {
            url: self.absolute(self.plan.catalogue().unwrap_or_default()),
            home: site.base_url.clone(),
            description: match &site.description {
                Some(text) => self.spoken(|lang| names::localized(facts, text, lang).text),
                None => self.described("package_description"),
            },
            // DCAT-AP asks for a publisher. Of a site that names none it is true that it publishes itself, and no more.
            publisher: self.texts(publisher.map_or(&site.title, |publisher| &publisher.name)),
            publisher_url: match publisher {
                Some(publisher) => publisher.url.clone(),
                None => Some(site.base_url.clone()),
            },
            publisher_email: publisher.and_then(|publisher| publisher.email.clone()),
            license: site.license.as_deref().map(license_url),
            modified: facts.as_of,
            period: (date(FigureName::FirstActivity), date(FigureName::LastActivity)),
            places: self.countries(),
            sets: self.sets(sizes),
            title,
        }
    }

    /// The download pages, one a language, that of the default language first.
    pub fn data_pages(&self) -> Vec<&PlannedPage> {
        let default = self.plan.facts().site.default_lang();
        let mut pages: Vec<&PlannedPage> =
            self.plan.pages().iter().filter(|page| page.kind == PageKind::Data).collect();
        pages.sort_by_key(|page| page.lang != *default);
        pages
    }

    fn sets(&self, sizes: &Sizes) -> Vec<CatalogueSet> {
        let pages = self.data_pages();
        let mut whole = Vec::new();
        for page in &pages {
            whole.push(self.file(page, "data.xlsx", XLSX, None, sizes));
            whole.push(self.file(page, "data.csv", "text/csv", Some(RFC_4180), sizes));
            whole.push(self.file(page, "data.json", "application/json", None, sizes));
        }
        if let Some(path) = self.plan.archive() {
            let bytes = sizes.get(&path).copied();
            let (url, title) = (self.absolute(&path), "data.zip".to_owned());
            let (packed_as, follows) = (Some("application/zip"), Some(DATA_PACKAGE));
            whole.push(CatalogueFile { url, lang: None, title, media_type: "text/csv", packed_as, bytes, follows });
        }
        let urls: Vec<String> = pages.iter().map(|page| self.absolute(&page.path)).collect();
        let mut sets = vec![CatalogueSet {
            name: "whole",
            title: self.described("package_title"),
            description: self.described("package_description"),
            pages: urls.clone(),
            files: whole,
        }];
        sets.extend(self.plan.tables().into_iter().map(|(kind, _)| {
            CatalogueSet {
                name: kind.plural(),
                title: self.described_table("table_title", kind),
                description: self.described_table("table_description", kind),
                pages: urls.clone(),
                files: pages
                    .iter()
                    .map(|page| self.file(page, &format!("{}.csv", kind.plural()), "text/csv", Some(RFC_4180), sizes))
                    .collect(),
            }
        }));
        sets
    }

    fn file(
        &self,
        page: &PlannedPage,
        name: &str,
        media_type: &'static str,
        follows: Option<&'static str>,
        sizes: &Sizes,
    ) -> CatalogueFile {
        let path = format!("{}{name}", page.path);
        CatalogueFile {
            url: self.absolute(&path),
            title: format!("{name} ({})", page.lang),
            lang: Some(page.lang.clone()),
            media_type,
            packed_as: None,
            bytes: sizes.get(&path).copied(),
            follows,
        }
    }

    /// Countries that an activity touches, by id.
    fn countries(&self) -> Vec<Spoken> {
        let facts = self.plan.facts();
        let touched =
            |region: &&RegionFact| region.kind == RegionKind::Country && region.subject.lists.activities() > 0;
        facts.regions.iter().filter(touched).map(|region| self.texts(&region.name)).collect()
    }

    fn spoken(&self, text: impl Fn(&Lang) -> String) -> Spoken {
        self.plan.facts().site.languages.iter().map(|lang| (lang.clone(), text(lang))).collect()
    }

    /// A text in the languages that it is really in.
    fn texts(&self, text: &Localized) -> Spoken {
        let facts = self.plan.facts();
        let mut texts: Spoken = Vec::new();
        for lang in &facts.site.languages {
            let name = names::localized(facts, text, lang);
            if !texts.iter().any(|(other, _)| *other == name.lang) {
                texts.push((name.lang, name.text));
            }
        }
        texts
    }

    fn described(&self, key: &str) -> Spoken {
        let facts = self.plan.facts();
        self.spoken(|lang| words(lang).fill(key, &[("site", &names::localized(facts, &facts.site.title, lang).text)]))
    }

    fn described_table(&self, key: &str, kind: Kind) -> Spoken {
        let facts = self.plan.facts();
        self.spoken(|lang| {
            let site = names::localized(facts, &facts.site.title, lang).text;
            let table = words(lang).get(&format!("table_{}", kind.plural())).to_owned();
            words(lang).fill(key, &[("site", &site), ("table", &table)])
        })
    }
}

const RFC_4180: &str = "https://www.rfc-editor.org/rfc/rfc4180";
const DATA_PACKAGE: &str = "https://datapackage.org/standard/data-package/";
