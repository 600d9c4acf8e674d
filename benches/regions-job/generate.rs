//! An invented national programme: 552 regions, their agencies, cohorts, placements, visits, stories.
//!
//! Deterministic by seed, and right by construction: placements lie inside their cohorts, a cohort's
//! participants are the sum of its placements, nothing visits itself.

use random::Random;
use std::collections::BTreeMap;
use std::fmt::{self, Write as _};
use std::fs;
use std::io;
use std::path::Path;

/// What to make.
pub struct Settings {
    /// Placements and visits together; cohorts come on top, one to twenty.
    pub records: usize,
    /// Stories.
    pub narratives: usize,
    /// The same seed makes the same bytes.
    pub seed: u64,
    /// Placements of a cohort that does not exist, about as many.
    pub mistakes: usize,
}

/// What was made.
#[derive(Debug, PartialEq, Eq)]
pub struct Made {
    pub cohorts: usize,
    pub placements: usize,
    pub visits: usize,
    pub stories: usize,
}

impl fmt::Display for Made {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { cohorts, placements, visits, stories } = self;
        write!(out, "{cohorts} cohorts, {placements} placements, {visits} visits, {stories} stories")
    }
}

const PROVINCES: usize = 38;
const LOWER: usize = 514;
/// The programme begins on 5 January 2015 and has run for eleven years and a half.
const DAYS: u64 = 4193;
const TOPICS: [&str; 16] = [
    "budgeting",
    "public health",
    "school inspection",
    "land registry",
    "water supply",
    "waste management",
    "disaster response",
    "civil registry",
    "local taxation",
    "procurement",
    "road maintenance",
    "village funds",
    "fisheries",
    "spatial planning",
    "one-stop services",
    "internal audit",
];
const OFFICES: [&str; 6] =
    ["Planning Office", "Health Office", "Education Office", "Secretariat", "Inspectorate", "Social Office"];
const PROGRAMS: [&str; 3] = ["Ministry Secondments", "Provincial Secondments", "Twin Regions"];
const KINDS: [&str; 5] = ["benchmarking", "studi-tiru", "studi-banding", "kunjungan-kerja", "other"];
const SYLLABLES: [&str; 24] = [
    "ba", "be", "bo", "da", "de", "ga", "ha", "ja", "ka", "ko", "la", "li", "ma", "me", "na", "pa", "ra", "ri", "sa",
    "se", "ta", "to", "wa", "yo",
];
const WORDS: [&str; 32] = [
    "office", "staff", "month", "plan", "district", "record", "service", "counter", "form", "budget", "report",
    "village", "school", "clinic", "water", "road", "data", "table", "visit", "host", "team", "method", "result",
    "draft", "review", "practice", "lesson", "partner", "register", "season", "citizen", "archive",
];
const LITTLE: [&str; 8] = ["the", "a", "with", "from", "after", "before", "during", "for"];

struct Region {
    id: String,
    name: String,
    kind: &'static str,
    code: String,
    parent: Option<usize>,
    offices: Vec<String>,
}

struct Cohort {
    id: String,
    title: String,
    year: u64,
    start: u64,
    end: u64,
    origin: usize,
    host: usize,
    participants: u64,
    topics: Vec<usize>,
    program: usize,
}

/// Writes `content/` below `out`.
///
/// # Errors
/// The file system's.
pub fn generate(settings: &Settings, out: &Path) -> io::Result<Made> {
    let mut random = Random::new(settings.seed);
    let content = Files { root: out.join("content") };
    let mut regions = regions(&mut random);
    write_reference(&content, &mut regions, &mut random)?;
    let mut cohorts = cohorts(settings.records / 20 + 1, &regions, &mut random);
    let placements = settings.records * 7 / 10;
    let visits = settings.records - placements;
    write_placements(&content, placements, settings.mistakes, &mut cohorts, &regions, &mut random)?;
    write_cohorts(&content, &cohorts, &regions)?;
    write_visits(&content, visits, &regions, &mut random)?;
    write_stories(&content, settings.narratives, &cohorts, &regions, &mut random)?;
    Ok(Made { cohorts: cohorts.len(), placements, visits, stories: settings.narratives })
}

struct Files {
    root: std::path::PathBuf,
}

impl Files {
    fn write(&self, path: &str, text: &str) -> io::Result<()> {
        let path = self.root.join(path);
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder)?;
        }
        fs::write(path, text)
    }

    fn write_each(&self, folder: &str, files: &BTreeMap<String, String>) -> io::Result<()> {
        files.iter().try_for_each(|(name, text)| self.write(&format!("{folder}/{name}.yaml"), text))
    }
}

/// Provinces first, then their regencies and cities.
fn regions(random: &mut Random) -> Vec<Region> {
    let mut taken = std::collections::BTreeSet::new();
    let mut name = |random: &mut Random| loop {
        let length = 3 + random.below(2);
        let word: String = (0..length).map(|_| *random.pick(&SYLLABLES)).collect();
        if taken.insert(word.clone()) {
            return capital(&word);
        }
    };
    let mut all = Vec::new();
    for number in 0..PROVINCES {
        let name = name(random);
        let code = (11 + number * 2).to_string();
        all.push(Region { id: slug(&name), name, kind: "province", code, parent: None, offices: Vec::new() });
    }
    for number in 0..LOWER {
        let (parent, place) = (number % PROVINCES, number / PROVINCES);
        let city = place >= 11;
        let name = format!("{} {}", if city { "Kota" } else { "Kabupaten" }, name(random));
        let below = if city { 60 + place } else { 1 + place };
        let code = format!("{}.{below:02}", all[parent].code);
        let kind = if city { "city" } else { "regency" };
        all.push(Region { id: slug(&name), name, kind, code, parent: Some(parent), offices: Vec::new() });
    }
    all
}

fn write_reference(content: &Files, regions: &mut [Region], random: &mut Random) -> io::Result<()> {
    let mut text = String::new();
    let parents: Vec<String> = regions.iter().map(|region| region.id.clone()).collect();
    for region in regions.iter() {
        let parent = region.parent.map(|at| format!("\n  parent: {}", parents[at])).unwrap_or_default();
        let Region { id, name, kind, code, .. } = region;
        push(
            &mut text,
            format_args!("- id: {id}\n  name: {name}\n  kind: {kind}{parent}\n  codes: [{{code: \"{code}\"}}]\n"),
        );
    }
    content.write("regions.yaml", &text)?;
    text.clear();
    for region in regions.iter_mut() {
        for office in random.some(OFFICES.len(), 3) {
            let name = format!("{} {}", OFFICES[office], region.name);
            let id = slug(&name);
            push(&mut text, format_args!("- id: {id}\n  name: {name}\n  region: {}\n  kind: agency\n", region.id));
            region.offices.push(id);
        }
    }
    content.write("institutions.yaml", &text)?;
    let list = |names: &[&str], field: &str, more: &str| {
        names
            .iter()
            .map(|name| format!("- id: {}\n  {field}: {}\n{more}", slug(name), capital(name)))
            .collect::<String>()
    };
    content.write("topics.yaml", &list(&TOPICS, "name", ""))?;
    content.write("programs.yaml", &list(&PROGRAMS, "title", "  forms: [internship]\n"))?;
    let report = |year| {
        format!("- id: report-{year}\n  type: report\n  publisher: National Programme\n  title: Annual report {year}\n")
    };
    content.write("sources.yaml", &(2015..=2027).map(report).collect::<String>())?;
    content.write("site.yaml", "title: National Secondment Programme\nbase_url: https://example.org/\nlanguages: [en]\noutputs: [html, sitemap]\n")
}

fn cohorts(number: usize, regions: &[Region], random: &mut Random) -> Vec<Cohort> {
    let mut starts: Vec<u64> = (0..number).map(|_| random.below(DAYS)).collect();
    starts.sort_unstable();
    let mut all = Vec::new();
    for (at, start) in starts.into_iter().enumerate() {
        let (origin, host) = (random.index(PROVINCES), PROVINCES + random.index(LOWER));
        let topics = random.some(TOPICS.len(), 3);
        let (year, ..) = date(start);
        all.push(Cohort {
            id: format!("c-{year}-{:05}", at + 1),
            title: format!("{} to {}: {}", regions[origin].name, regions[host].name, TOPICS[topics[0]]),
            year,
            start,
            end: start + 30 * (1 + random.below(6)),
            origin,
            host,
            participants: 0,
            topics,
            program: random.index(PROGRAMS.len()),
        });
    }
    all
}

fn write_placements(
    content: &Files,
    number: usize,
    mistakes: usize,
    cohorts: &mut [Cohort],
    regions: &[Region],
    random: &mut Random,
) -> io::Result<()> {
    let mut files: BTreeMap<String, String> = BTreeMap::new();
    for at in 0..number {
        let which = if at < cohorts.len() { at } else { random.index(cohorts.len()) };
        let cohort = &mut cohorts[which];
        let start = cohort.start + random.below(20);
        let end = (start + 9 + random.below(160)).min(cohort.end);
        let count = 1 + random.below(6);
        cohort.participants += count;
        let host = &regions[cohort.host];
        let text = files.entry(format!("{}-{}", date(start).0, regions[host.parent.unwrap_or(0)].id)).or_default();
        let (office, topic, units) = (random.pick(&host.offices), random.index(TOPICS.len()), 2 + random.below(58));
        let subject = TOPICS[topic];
        // A letter too many: what a check costs when much is wrong.
        let slip = if mistakes > 0 && at % (number / mistakes).max(1) == 0 { "x" } else { "" };
        push(text, format_args!("- id: p-{:06}\n  cohort: {}{slip}\n  host: {office}\n", at + 1, cohort.id));
        push(
            text,
            format_args!(
                "  unit: \"{} unit\"\n  count: {count}\n  start: {}\n  end: {}\n",
                capital(random.pick::<&str>(&WORDS)),
                day(start),
                day(end)
            ),
        );
        push(text, format_args!("  topics: [{}]\n", slug(subject)));
        push(
            text,
            format_args!(
                "  summary: \"The team of {count} drafted the work plan on {subject}. It was adopted by {units} units.\"\n"
            ),
        );
        push(text, format_args!("  sources: [report-{}]\n", date(start).0));
    }
    content.write_each("placements", &files)
}

fn write_cohorts(content: &Files, cohorts: &[Cohort], regions: &[Region]) -> io::Result<()> {
    let mut files: BTreeMap<String, String> = BTreeMap::new();
    for cohort in cohorts {
        let text = files.entry(cohort.year.to_string()).or_default();
        let topics: Vec<String> = cohort.topics.iter().map(|at| slug(TOPICS[*at])).collect();
        push(
            text,
            format_args!(
                "- id: {}\n  program: {}\n  title: \"{}\"\n",
                cohort.id,
                slug(PROGRAMS[cohort.program]),
                cohort.title
            ),
        );
        push(text, format_args!("  origin: [{}]\n  host: [{}]\n", regions[cohort.origin].id, regions[cohort.host].id));
        push(
            text,
            format_args!(
                "  start: {}\n  end: {}\n  participants: {}\n",
                day(cohort.start),
                day(cohort.end),
                cohort.participants.max(1)
            ),
        );
        push(text, format_args!("  topics: [{}]\n  sources: [report-{}]\n", topics.join(", "), cohort.year));
    }
    content.write_each("cohorts", &files)
}

fn write_visits(content: &Files, number: usize, regions: &[Region], random: &mut Random) -> io::Result<()> {
    let mut files: BTreeMap<String, String> = BTreeMap::new();
    for at in 0..number {
        let origin = random.index(regions.len());
        let host = PROVINCES + (origin + 1 + random.index(LOWER - 1)) % LOWER;
        let host = if host == origin { PROVINCES + (host + 1 - PROVINCES) % LOWER } else { host };
        let (start, delegates, topic) = (random.below(DAYS), 2 + random.below(23), random.index(TOPICS.len()));
        let (year, subject) = (date(start).0, TOPICS[topic]);
        let text = files.entry(format!("{year}-{}", regions[regions[host].parent.unwrap_or(0)].id)).or_default();
        push(
            text,
            format_args!(
                "- id: v-{:06}\n  kind: {}\n  origin: [{}]\n",
                at + 1,
                random.pick(&KINDS),
                regions[origin].id
            ),
        );
        push(text, format_args!("  host: [{}]\n  start: {}\n", random.pick(&regions[host].offices), day(start)));
        push(text, format_args!("  delegates: {delegates}\n  topics: [{}]\n", slug(subject)));
        push(
            text,
            format_args!(
                "  summary: \"{delegates} delegates from {} spent a day on {subject}.\"\n  sources: [report-{year}]\n",
                regions[origin].name
            ),
        );
    }
    content.write_each("visits", &files)
}

fn write_stories(
    content: &Files,
    number: usize,
    cohorts: &[Cohort],
    regions: &[Region],
    random: &mut Random,
) -> io::Result<()> {
    for at in 0..number {
        let cohort = random.pick(cohorts);
        let host = &regions[cohort.host];
        let told = cohort.start + 20 + random.below(60);
        let title = format!("{} in {}", capital(TOPICS[cohort.topics[0]]), host.name);
        let mut text = format!("---\ntitle: \"{title}\"\ndate: {}\n", day(told));
        push(
            &mut text,
            format_args!(
                "about: [{}, {}, {}]\nsummary: \"{}\"\n---\n\n",
                host.id,
                regions[cohort.origin].id,
                cohort.id,
                sentence(random)
            ),
        );
        push(
            &mut text,
            format_args!(
                "{}\n\n## Background\n\n{}\n\nSee [[{}]] and the [[{}|cohort]].\n\n",
                paragraph(random, 3),
                paragraph(random, 4),
                host.id,
                cohort.id
            ),
        );
        text.push_str("## What was done\n\n");
        for _ in 0..5 {
            push(&mut text, format_args!("- {}\n", sentence(random)));
        }
        push(
            &mut text,
            format_args!("\n{}\n\n| Measure | Before | After |\n| --- | ---: | ---: |\n", paragraph(random, 4)),
        );
        for _ in 0..4 {
            push(
                &mut text,
                format_args!("| {} | {} | {} |\n", random.pick(&WORDS), 10 + random.below(90), 10 + random.below(90)),
            );
        }
        push(
            &mut text,
            format_args!(
                "\n## Lessons\n\n{}\n\nMore in [the handbook](https://example.net/handbook/{}).\n",
                paragraph(random, 5),
                date(told).0
            ),
        );
        content.write(&format!("stories/{}/{}-{:05}.md", date(told).0, slug(&title), at + 1), &text)?;
    }
    Ok(())
}

fn sentence(random: &mut Random) -> String {
    let length = 9 + random.index(7);
    let words: Vec<&str> =
        (0..length).map(|at| *if at % 3 == 1 { random.pick(&LITTLE) } else { random.pick(&WORDS) }).collect();
    format!("{}.", capital(&words.join(" ")))
}

fn paragraph(random: &mut Random, sentences: usize) -> String {
    (0..sentences).map(|_| sentence(random)).collect::<Vec<_>>().join(" ")
}

fn push(text: &mut String, line: fmt::Arguments<'_>) {
    // Writing into a `String` cannot fail.
    let _ = text.write_fmt(line);
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

fn slug(text: &str) -> String {
    text.to_lowercase()
        .split(|c: char| !c.is_ascii_alphanumeric())
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join("-")
}

/// Year, month and day of a day of the programme.
fn date(mut day: u64) -> (u64, u64, u64) {
    day += 4;
    let mut year = 2015;
    loop {
        let leap = year % 4 == 0;
        let months = [31, if leap { 29 } else { 28 }, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
        for (month, days) in months.into_iter().enumerate() {
            if day < days {
                return (year, month as u64 + 1, day + 1);
            }
            day -= days;
        }
        year += 1;
    }
}

fn day(day: u64) -> String {
    let (year, month, day) = date(day);
    format!("{year}-{month:02}-{day:02}")
}

/// SplitMix64 (Steele, Lea, Flood 2014): small, fast, the same everywhere. No secrets depend on it.
mod random {
    /// A stream of numbers.
    pub struct Random(u64);

    impl Random {
        /// The stream of a seed.
        pub fn new(seed: u64) -> Self {
            Self(seed)
        }

        /// A number below `limit`.
        pub fn below(&mut self, limit: u64) -> u64 {
            self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
            let mut mixed = self.0;
            mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
            mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
            (mixed ^ (mixed >> 31)) % limit
        }

        /// A place in a list of `length`.
        pub fn index(&mut self, length: usize) -> usize {
            self.below(length as u64) as usize
        }

        /// An item.
        pub fn pick<'a, T>(&mut self, items: &'a [T]) -> &'a T {
            &items[self.index(items.len())]
        }

        /// One to `most` different places in a list of `length`, in order.
        pub fn some(&mut self, length: usize, most: usize) -> Vec<usize> {
            let number = 1 + self.index(most);
            let mut chosen: Vec<usize> = (0..number).map(|_| self.index(length)).collect();
            chosen.sort_unstable();
            chosen.dedup();
            chosen
        }
    }
}
