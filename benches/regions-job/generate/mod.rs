//! An invented national programme of any size: 552 regions, their offices, cohorts, placements, visits, stories.
//!
//! Deterministic by seed. The facts are invented once and written in either of two forms: as Terbit's content,
//! or as plain data files for another generator.

mod calendar;
mod country;
mod neutral;
mod programme;
mod random;
mod story;
mod terbit;
mod words;
mod write;

use country::Country;
use neutral::Neutral;
use programme::Programme;
use random::Random;
use std::fmt;
use std::path::Path;
use std::{fs, io};
use story::Story;
use terbit::Terbit;

/// What to make.
#[derive(Clone, Debug)]
pub struct Settings {
    /// Placements and visits together; cohorts come on top, one to twenty.
    pub records: usize,
    /// Stories.
    pub narratives: usize,
    /// The same seed makes the same bytes.
    pub seed: u64,
    /// Placements of a cohort that does not exist, about as many.
    pub mistakes: usize,
    /// In which form.
    pub form: Form,
}

impl Settings {
    /// How many stories the job has beside so many records: 1,000 at 10,000 records, 2,000 at 100,000, 20,000 at a million.
    #[allow(dead_code, reason = "not every user of the generator makes the job")]
    pub fn stories_of(records: usize) -> usize {
        (records / 10).min((records / 50).max(1_000))
    }
}

/// A form of the data.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// Terbit's content, for the theme that the program carries.
    Terbit,
    /// The same with the theme of the job.
    TerbitJob,
    /// Plain data files.
    Neutral,
}

/// What was made.
#[derive(Debug, PartialEq, Eq)]
pub struct Made {
    pub regions: usize,
    pub cohorts: usize,
    pub placements: usize,
    pub visits: usize,
    pub stories: usize,
}

impl Made {
    /// How many pages the job has: one for each, and the front page.
    #[allow(dead_code, reason = "not every user of the generator counts pages")]
    pub fn pages(&self) -> usize {
        self.regions + self.cohorts + self.placements + self.visits + self.stories + 1
    }
}

impl fmt::Display for Made {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { cohorts, placements, visits, stories, .. } = self;
        write!(out, "{cohorts} cohorts, {placements} placements, {visits} visits, {stories} stories")
    }
}

/// The job's theme, as it lies beside the generator.
const THEME: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/benches/regions-job/theme");
/// The name of the theme in the settings.
const THEME_NAME: &str = "regions-job";

/// Writes the site below `out`.
///
/// # Errors
/// The file system's.
pub fn generate(settings: &Settings, out: &Path) -> io::Result<Made> {
    let mut random = Random::new(settings.seed);
    let country = Country::new(&mut random);
    let programme = Programme::new(settings, &country, &mut random);
    let stories = (1..=settings.narratives).map(|number| Story::new(number, &programme, &country, &mut random));
    if settings.form == Form::Neutral {
        write_neutral(&Neutral::new(&country, out), &programme, stories)?;
    } else {
        let named = (settings.form == Form::TerbitJob).then_some(THEME_NAME);
        write_terbit(&Terbit::new(&country, out), named, settings.mistakes, &programme, stories)?;
        if named.is_some() {
            copy_folder(Path::new(THEME), &out.join("themes").join(THEME_NAME))?;
        }
    }
    Ok(Made {
        regions: country.regions.len(),
        cohorts: programme.cohorts.len(),
        placements: programme.placements.len(),
        visits: programme.visits.len(),
        stories: settings.narratives,
    })
}

fn write_terbit(
    form: &Terbit<'_>,
    theme: Option<&str>,
    mistakes: usize,
    programme: &Programme,
    mut stories: impl Iterator<Item = Story>,
) -> io::Result<()> {
    form.settings(theme)?;
    form.reference()?;
    form.cohorts(programme)?;
    form.placements(programme, mistakes)?;
    form.visits(programme)?;
    stories.try_for_each(|story| form.story(&story, programme))
}

fn write_neutral(
    form: &Neutral<'_>,
    programme: &Programme,
    mut stories: impl Iterator<Item = Story>,
) -> io::Result<()> {
    form.reference(&fs::read_to_string(Path::new(THEME).join("assets/style.css"))?)?;
    form.cohorts(programme)?;
    form.placements(programme)?;
    form.visits(programme)?;
    stories.try_for_each(|story| form.story(&story, programme))
}

fn copy_folder(from: &Path, to: &Path) -> io::Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let target = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            copy_folder(&entry.path(), &target)?;
        } else {
            fs::copy(entry.path(), target)?;
        }
    }
    Ok(())
}
