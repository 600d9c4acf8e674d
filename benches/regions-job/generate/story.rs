//! Stories: front matter and six hundred words of Markdown with lists, a table and links.

use super::calendar::Day;
use super::country::Country;
use super::programme::Programme;
use super::random::Random;
use super::words::{TOPICS, WORDS, capital, paragraph, plain_sentence, sentence, slug};
use super::write::push;

/// A story. Its text is made anew from its seed by each form that writes it.
pub struct Story {
    pub title: String,
    /// The file's stem, which is also its address.
    pub stem: String,
    pub day: Day,
    pub cohort: usize,
    /// The host, the origin, perhaps others.
    pub regions: Vec<usize>,
    pub summary: String,
    seed: u64,
}

impl Story {
    /// Invents the story with a number.
    pub fn new(number: usize, programme: &Programme, country: &Country, random: &mut Random) -> Self {
        let at = random.index(programme.cohorts.len());
        let cohort = &programme.cohorts[at];
        let title = format!("{} in {}", capital(TOPICS[cohort.topics[0]]), country.regions[cohort.host].name);
        let mut regions = vec![cohort.host, cohort.origin];
        for _ in 0..random.below(3) {
            let other = country.pick_lower(random);
            if !regions.contains(&other) {
                regions.push(other);
            }
        }
        Self {
            stem: format!("{}-{number:05}", slug(&title)),
            title,
            day: cohort.start.after(random.between(20, 89)),
            cohort: at,
            regions,
            summary: plain_sentence(random),
            seed: random.below(u64::MAX),
        }
    }

    /// Its text. `see` is the paragraph with links to its records, which each form writes in its own way.
    pub fn text(&self, see: &str) -> String {
        let random = &mut Random::new(self.seed);
        let mut text = format!("{}\n\n## Background\n\n{}\n\n", paragraph(random, 3), paragraph(random, 4));
        push(&mut text, format_args!("{see}\n\n## What was done\n\n"));
        for _ in 0..5 {
            push(&mut text, format_args!("- {}\n", sentence(random, 7, 12)));
        }
        push(&mut text, format_args!("\n{}\n\n### Figures\n\n", paragraph(random, 4)));
        text.push_str("| Measure | Before | After |\n| --- | ---: | ---: |\n");
        for _ in 0..4 {
            let (what, of) = (random.pick(&WORDS), random.pick(&WORDS));
            let (before, after) = (random.between(10, 99), random.between(10, 99));
            push(&mut text, format_args!("| {what} {of} | {before} | {after} |\n"));
        }
        text.push_str("\n## Lessons\n\n");
        for number in 1..=4 {
            push(&mut text, format_args!("{number}. {}\n", sentence(random, 8, 12)));
        }
        push(&mut text, format_args!("\n{}\n\n", paragraph(random, 5)));
        let (year, word) = (self.day.year(), random.pick(&WORDS));
        push(&mut text, format_args!("More in [the handbook](https://example.org/handbook/{year}) about `{word}`.\n"));
        text
    }
}
