//! The programme as Terbit's content, with the settings and the theme of the job.

use super::country::Country;
use super::programme::{Office, Programme};
use super::story::Story;
use super::words::{KINDS, ROLES, SPONSORS, TOPICS, UNITS, capital, slug};
use super::write::{Files, push};
use std::collections::BTreeMap;
use std::io;
use std::path::Path;

/// The writer of `content/`.
pub struct Terbit<'c> {
    country: &'c Country,
    content: Files,
}

impl<'c> Terbit<'c> {
    /// Writes below `out`.
    pub fn new(country: &'c Country, out: &Path) -> Self {
        Self { country, content: Files { root: out.join("content") } }
    }

    /// Settings; `theme` is the line that names one, or nothing.
    pub fn settings(&self, theme: Option<&str>) -> io::Result<()> {
        let theme = theme.map(|name| format!("theme: {name}\n")).unwrap_or_default();
        let text = "title: National Secondment Programme\nbase_url: https://example.org/\nlanguages: [en]\noutputs: [html, sitemap]\n";
        self.content.write("site.yaml", &format!("{text}{theme}"))
    }

    /// Regions, institutions, topics, programs, sources.
    pub fn reference(&self) -> io::Result<()> {
        let (mut regions, mut offices) = (String::new(), String::new());
        for region in &self.country.regions {
            let id = &region.id;
            push(&mut regions, format_args!("- id: {id}\n  name: {}\n  kind: {}\n", region.name, region.kind));
            if let Some(parent) = region.parent {
                push(&mut regions, format_args!("  parent: {}\n", self.country.regions[parent].id));
            }
            push(&mut regions, format_args!("  codes: [{{code: \"{}\"}}]\n", region.code));
            for (number, name) in region.offices.iter().enumerate() {
                let office = region.office_id(number);
                push(&mut offices, format_args!("- id: {office}\n  name: {name}\n  region: {id}\n  kind: agency\n"));
            }
        }
        self.content.write("regions.yaml", &regions)?;
        self.content.write("institutions.yaml", &offices)?;
        let topic = |name: &&str| format!("- id: {}\n  name: {name}\n", slug(name));
        self.content.write("topics.yaml", &TOPICS.iter().map(topic).collect::<String>())?;
        let program =
            |name: &&str| format!("- id: {}\n  title: Secondments of the {name}\n  forms: [internship]\n", slug(name));
        self.content.write("programs.yaml", &SPONSORS.iter().map(program).collect::<String>())?;
        let report = |year| {
            format!(
                "- id: report-{year}\n  type: report\n  publisher: National Secondment Programme\n  title: Annual report {year}\n"
            )
        };
        self.content.write("sources.yaml", &(2015..=2027).map(report).collect::<String>())
    }

    /// Cohorts, one file a year.
    pub fn cohorts(&self, programme: &Programme) -> io::Result<()> {
        let mut files: BTreeMap<String, String> = BTreeMap::new();
        for (at, cohort) in programme.cohorts.iter().enumerate() {
            let year = cohort.start.year();
            let text = files.entry(year.to_string()).or_default();
            let id = |region: usize| &self.country.regions[region].id;
            let (program, title) = (slug(SPONSORS[cohort.sponsor]), cohort.title(self.country));
            push(text, format_args!("- id: {}\n  program: {program}\n  title: \"{title}\"\n", programme.cohort_id(at)));
            push(text, format_args!("  origin: [{}]\n  host: [{}]\n", id(cohort.origin), id(cohort.host)));
            push(text, format_args!("  start: {}\n  end: {}\n", cohort.start, cohort.end));
            push(text, format_args!("  participants: {}\n", cohort.participants.max(1)));
            push(text, format_args!("  topics: {}\n  sources: [report-{year}]\n", topics(&cohort.topics)));
        }
        self.content.write_each("cohorts", &files)
    }

    /// Placements, one file a year and province. About `mistakes` of them name a cohort that does not exist:
    /// what a check costs when much is wrong.
    pub fn placements(&self, programme: &Programme, mistakes: usize) -> io::Result<()> {
        let mut files: BTreeMap<String, String> = BTreeMap::new();
        let every = programme.placements.len().checked_div(mistakes).map(|every| every.max(1));
        for (at, placement) in programme.placements.iter().enumerate() {
            let year = placement.start.year();
            let text = files.entry(format!("{year}-{}", self.country.province(placement.host.0).id)).or_default();
            let slip = if every.is_some_and(|every| at % every == 0) { "x" } else { "" };
            let (id, cohort) = (programme.placement_id(at), programme.cohort_id(placement.cohort));
            push(text, format_args!("- id: {id}\n  cohort: {cohort}{slip}\n  host: {}\n", self.office(placement.host)));
            let (unit, role) = (UNITS[placement.unit], ROLES[placement.role]);
            push(text, format_args!("  unit: \"{unit}, {role}\"\n  count: {}\n", placement.count));
            push(text, format_args!("  start: {}\n  end: {}\n", placement.start, placement.end));
            let rotations: Vec<String> = placement.rotations.iter().map(|office| self.office(*office)).collect();
            push(
                text,
                format_args!("  topics: {}\n  rotations: [{}]\n", topics(&placement.topics), rotations.join(", ")),
            );
            push(text, format_args!("  summary: \"{}\"\n  sources: [report-{year}]\n", placement.summary()));
        }
        self.content.write_each("placements", &files)
    }

    /// Visits, one file a year and province of the host.
    pub fn visits(&self, programme: &Programme) -> io::Result<()> {
        let mut files: BTreeMap<String, String> = BTreeMap::new();
        for (at, visit) in programme.visits.iter().enumerate() {
            let year = visit.day.year();
            let text = files.entry(format!("{year}-{}", self.country.province(visit.host.0).id)).or_default();
            push(text, format_args!("- id: {}\n  kind: {}\n", programme.visit_id(at), KINDS[visit.kind]));
            let visitor = &self.country.regions[visit.visitor].id;
            push(text, format_args!("  origin: [{visitor}]\n  host: [{}]\n", self.office(visit.host)));
            push(text, format_args!("  start: {}\n  delegates: {}\n", visit.day, visit.delegates));
            push(text, format_args!("  topics: {}\n", topics(&visit.topics)));
            let summary = visit.summary(self.country);
            push(text, format_args!("  summary: \"{summary}\"\n  sources: [report-{year}]\n"));
        }
        self.content.write_each("visits", &files)
    }

    /// A story.
    pub fn story(&self, story: &Story, programme: &Programme) -> io::Result<()> {
        let (year, cohort) = (story.day.year(), programme.cohort_id(story.cohort));
        let mut about: Vec<&str> =
            story.regions.iter().map(|region| self.country.regions[*region].id.as_str()).collect();
        about.push(&cohort);
        let see = format!("See [[{}]] and the [[{cohort}|cohort page]].", about[0]);
        let head = format!("title: \"{}\"\ndate: {}\nabout: [{}]", story.title, story.day, about.join(", "));
        let text = format!("---\n{head}\nsummary: \"{}\"\n---\n\n{}", capital(&story.summary), story.text(&see));
        self.content.write(&format!("stories/{year}/{}.md", story.stem), &text)
    }

    fn office(&self, (region, office): Office) -> String {
        self.country.regions[region].office_id(office)
    }
}

fn topics(all: &[usize]) -> String {
    format!("[{}]", all.iter().map(|topic| slug(TOPICS[*topic])).collect::<Vec<_>>().join(", "))
}
