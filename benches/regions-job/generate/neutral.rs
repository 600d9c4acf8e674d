//! The same facts as plain data files: what the job for Hugo reads.

use super::country::Country;
use super::programme::{Office, Programme};
use super::story::Story;
use super::words::{KINDS, ROLES, SPONSORS, TOPICS, UNITS};
use super::write::{Files, push};
use std::collections::BTreeMap;
use std::io;
use std::path::Path;

/// The writer of `data/`, `narratives/` and `static/`.
pub struct Neutral<'c> {
    country: &'c Country,
    files: Files,
}

impl<'c> Neutral<'c> {
    /// Writes below `out`.
    pub fn new(country: &'c Country, out: &Path) -> Self {
        Self { country, files: Files { root: out.to_owned() } }
    }

    /// Regions, institutions, the look.
    pub fn reference(&self, style: &str) -> io::Result<()> {
        let (mut regions, mut offices) = (String::new(), String::new());
        for region in &self.country.regions {
            let (id, code) = (&region.id, &region.code);
            push(&mut regions, format_args!("- code: \"{code}\"\n  name: {}\n  slug: {id}\n", region.name));
            let parent = region.parent.map_or("null".to_owned(), |at| format!("\"{}\"", self.country.regions[at].code));
            push(&mut regions, format_args!("  kind: {}\n  parent: {parent}\n", region.kind));
            for (number, name) in region.offices.iter().enumerate() {
                let office = region.office_id(number);
                push(&mut offices, format_args!("- id: {office}\n  name: {name}\n  region: {id}\n"));
            }
        }
        self.files.write("data/regions.yaml", &regions)?;
        self.files.write("data/institutions.yaml", &offices)?;
        self.files.write("static/style.css", style)
    }

    /// Cohorts, one file a year.
    pub fn cohorts(&self, programme: &Programme) -> io::Result<()> {
        let mut files: BTreeMap<String, String> = BTreeMap::new();
        for (at, cohort) in programme.cohorts.iter().enumerate() {
            let text = files.entry(cohort.start.year().to_string()).or_default();
            let id = |region: usize| &self.country.regions[region].id;
            let title = cohort.title(self.country);
            push(text, format_args!("- id: {}\n  title: \"{title}\"\n", programme.cohort_id(at)));
            push(text, format_args!("  origin: {}\n  host: {}\n", id(cohort.origin), id(cohort.host)));
            push(text, format_args!("  start: {}\n  end: {}\n", cohort.start, cohort.end));
            push(text, format_args!("  size: {}\n  topics: {}\n", cohort.participants.max(1), topics(&cohort.topics)));
            push(text, format_args!("  sponsor: {}\n", SPONSORS[cohort.sponsor]));
        }
        self.files.write_each("data/cohorts", &files)
    }

    /// Placements, one file a year and province.
    pub fn placements(&self, programme: &Programme) -> io::Result<()> {
        let mut files: BTreeMap<String, String> = BTreeMap::new();
        for (at, placement) in programme.placements.iter().enumerate() {
            let year = placement.start.year();
            let text = files.entry(format!("{year}-{}", self.country.province(placement.host.0).id)).or_default();
            let (id, cohort) = (programme.placement_id(at), programme.cohort_id(placement.cohort));
            push(text, format_args!("- id: {id}\n  cohort: {cohort}\n  host: {}\n", self.office(placement.host)));
            let region = &self.country.regions[placement.host.0].id;
            push(text, format_args!("  region: {region}\n  role: {}\n", ROLES[placement.role]));
            // One text, as in the other form.
            let unit = format!("{}, {}", UNITS[placement.unit], ROLES[placement.role]);
            push(text, format_args!("  unit: \"{unit}\"\n  count: {}\n", placement.count));
            push(text, format_args!("  start: {}\n  end: {}\n", placement.start, placement.end));
            let rotations: Vec<String> = placement.rotations.iter().map(|office| self.office(*office)).collect();
            push(
                text,
                format_args!("  topics: {}\n  rotations: [{}]\n", topics(&placement.topics), rotations.join(", ")),
            );
            push(text, format_args!("  outcome: \"{}\"\n", placement.summary()));
        }
        self.files.write_each("data/placements", &files)
    }

    /// Visits, one file a year and province of the host.
    pub fn visits(&self, programme: &Programme) -> io::Result<()> {
        let mut files: BTreeMap<String, String> = BTreeMap::new();
        for (at, visit) in programme.visits.iter().enumerate() {
            let year = visit.day.year();
            let text = files.entry(format!("{year}-{}", self.country.province(visit.host.0).id)).or_default();
            let id = |region: usize| &self.country.regions[region].id;
            push(text, format_args!("- id: {}\n  visitor: {}\n", programme.visit_id(at), id(visit.visitor)));
            push(text, format_args!("  region: {}\n  host: {}\n", id(visit.host.0), self.office(visit.host)));
            push(text, format_args!("  date: {}\n  kind: {}\n", visit.day, KINDS[visit.kind]));
            push(text, format_args!("  topics: {}\n  delegates: {}\n", topics(&visit.topics), visit.delegates));
            push(text, format_args!("  summary: \"{}\"\n", visit.summary(self.country)));
        }
        self.files.write_each("data/visits", &files)
    }

    /// A story.
    pub fn story(&self, story: &Story, programme: &Programme) -> io::Result<()> {
        let cohort = programme.cohort_id(story.cohort);
        let regions: Vec<&str> = story.regions.iter().map(|region| self.country.regions[*region].id.as_str()).collect();
        let host = &self.country.regions[story.regions[0]];
        let see = format!("See [{}](/regions/{}/) and the [cohort page](/cohorts/{cohort}/).", host.name, host.id);
        let head = format!(
            "title: \"{}\"\ndate: {}\nregions: [{}]\ncohort: {cohort}",
            story.title,
            story.day,
            regions.join(", ")
        );
        let text = format!("---\n{head}\nsummary: \"{}\"\n---\n\n{}", story.summary, story.text(&see));
        self.files.write(&format!("narratives/{}/{}.md", story.day.year(), story.stem), &text)
    }

    fn office(&self, (region, office): Office) -> String {
        self.country.regions[region].office_id(office)
    }
}

fn topics(all: &[usize]) -> String {
    format!("[{}]", all.iter().map(|topic| TOPICS[*topic]).collect::<Vec<_>>().join(", "))
}
