//! Two published sites, one against the other.

use super::record::{FileRecord, SiteRecord};
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

/// What changed from one site to the other.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Difference {
    /// Pages that are new.
    pub added: Vec<Change>,
    /// Pages that are gone.
    pub removed: Vec<Change>,
    /// Pages whose old address leads to another now.
    pub moved: Vec<Change>,
    /// Pages with other bytes.
    pub changed: Vec<Change>,
    /// Other files (data, feeds, pictures): how many are new, gone, changed.
    pub other_files: [usize; 3],
    /// Published figures with another value.
    pub figures: Vec<FigureChange>,
    /// What changed for every page: `terbit`, `theme`, `settings`, `clock`; empty where it is not known.
    pub everywhere: Vec<&'static str>,
}

/// A page.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Change {
    /// Its address.
    pub page: String,
    /// Of a page that moved: where to.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub to: Option<String>,
    /// The file with the record or narrative, where that changed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cause: Option<String>,
}

/// A figure.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct FigureChange {
    /// The page it stands on.
    pub page: String,
    /// Its name in data.json.
    pub name: String,
    /// Its old value; none where it is new.
    pub from: Option<String>,
    /// Its new value; none where it is gone.
    pub to: Option<String>,
    /// Records that it rests on now and did not before.
    pub records_added: Vec<String>,
    /// Records that it does not rest on any more.
    pub records_removed: Vec<String>,
}

impl Difference {
    /// Sets `new` against `old`.
    pub fn between(old: &SiteRecord, new: &SiteRecord) -> Self {
        let mut found = Self { everywhere: everywhere(old, new), ..Self::default() };
        let paths: BTreeSet<&String> = old.files.keys().chain(new.files.keys()).collect();
        for path in paths {
            found.file(path, old.files.get(path), new.files.get(path), (old, new));
        }
        let pages: BTreeSet<&String> = old.figures.keys().chain(new.figures.keys()).collect();
        for page in pages {
            found.page_figures(page, old, new);
        }
        found
    }

    /// Whether both are the same.
    pub fn is_empty(&self) -> bool {
        self.added.is_empty()
            && self.removed.is_empty()
            && self.moved.is_empty()
            && self.changed.is_empty()
            && self.figures.is_empty()
            && self.other_files == [0; 3]
    }

    fn file(
        &mut self,
        path: &str,
        before: Option<&FileRecord>,
        after: Option<&FileRecord>,
        sites: (&SiteRecord, &SiteRecord),
    ) {
        let is_same = matches!((before, after), (Some(before), Some(after)) if before.sha256 == after.sha256);
        if is_same {
            return;
        }
        if !path.ends_with(".html") {
            let at = match (before, after) {
                (None, _) => 0,
                (_, None) => 1,
                _ => 2,
            };
            self.other_files[at] += 1;
            return;
        }
        let page = path.strip_suffix("index.html").unwrap_or(path).to_owned();
        let leads = |file: Option<&FileRecord>| file.and_then(|file| file.leads_to.clone());
        let (led, leads) = (leads(before), leads(after));
        let cause = cause(before.or(after), after, sites);
        match (before, after) {
            (Some(_), Some(_)) if led.is_none() && leads.is_some() => {
                self.moved.push(Change { page, to: leads, cause });
            }
            // An alias that comes or goes is no page.
            (None, Some(_)) if leads.is_some() => {}
            (Some(_), None) if led.is_some() => {}
            (None, _) => self.added.push(Change { page, to: None, cause }),
            (_, None) => self.removed.push(Change { page, to: None, cause }),
            _ => self.changed.push(Change { page, to: leads, cause }),
        }
    }

    fn page_figures(&mut self, page: &str, old: &SiteRecord, new: &SiteRecord) {
        let none = BTreeMap::new();
        let (before, after) = (old.figures.get(page).unwrap_or(&none), new.figures.get(page).unwrap_or(&none));
        let names: BTreeSet<&String> = before.keys().chain(after.keys()).collect();
        for name in names {
            let (from, to) = (before.get(name), after.get(name));
            if from.map(|figure| &figure.value) == to.map(|figure| &figure.value) {
                continue;
            }
            let basis = |figure: Option<&super::Figure>| -> BTreeSet<String> {
                figure.into_iter().flat_map(|figure| figure.basis.iter().cloned()).collect()
            };
            let (had, has) = (basis(from), basis(to));
            // What a hidden figure rests on must not be worked out of what it rested on before.
            let is_told = ![from, to].iter().flatten().any(|figure| figure.value == "hidden");
            let less = |one: &BTreeSet<String>, other: &BTreeSet<String>| {
                if is_told { one.difference(other).cloned().collect() } else { Vec::new() }
            };
            self.figures.push(FigureChange {
                page: page.to_owned(),
                name: name.clone(),
                from: from.map(|figure| figure.value.clone()),
                to: to.map(|figure| figure.value.clone()),
                records_added: less(&has, &had),
                records_removed: less(&had, &has),
            });
        }
    }
}

/// The file of the page's record, if it is another than before.
fn cause(
    file: Option<&FileRecord>,
    after: Option<&FileRecord>,
    (old, new): (&SiteRecord, &SiteRecord),
) -> Option<String> {
    let from = after.and_then(|file| file.from.as_ref()).or_else(|| file.and_then(|file| file.from.as_ref()))?;
    let hash = |site: &SiteRecord| site.inputs.as_ref().and_then(|inputs| inputs.files.get(from).cloned());
    (old.inputs.is_some() && new.inputs.is_some() && hash(old) != hash(new)).then(|| from.clone())
}

fn everywhere(old: &SiteRecord, new: &SiteRecord) -> Vec<&'static str> {
    let (Some(before), Some(after)) = (&old.inputs, &new.inputs) else { return Vec::new() };
    let differ = [
        ("terbit", old.generator != new.generator),
        ("theme", before.theme != after.theme),
        ("settings", before.settings != after.settings),
        ("clock", old.now != new.now),
    ];
    differ.into_iter().filter(|(_, differs)| *differs).map(|(word, _)| word).collect()
}
