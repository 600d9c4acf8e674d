//! Invented sites of any size.

use super::project::Project;
use generate::{Form, Settings, generate};

#[path = "../../benches/regions-job/generate/mod.rs"]
pub mod generate;

/// What the sites are made of: a tenth as many stories as records.
pub fn settings(records: usize, form: Form) -> Settings {
    Settings { records, narratives: records / 10, seed: 1, mistakes: 0, form }
}

/// A site with the theme that the program carries.
pub fn invented(records: usize) -> Project {
    let project = Project::empty();
    generate(&settings(records, Form::Terbit), project.root()).expect("written");
    project
}
