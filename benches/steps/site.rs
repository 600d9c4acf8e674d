//! The sites that the steps run on, read once.

use crate::generate::{Form, Settings, generate};
use std::path::{Path, PathBuf};
use std::sync::LazyLock;
use terbit::diag::Report;
use terbit::options::Options;
use terbit::read::{Sources, read};

/// A site and how it is built.
pub struct Site {
    pub options: Options,
    pub sources: Sources,
}

impl Site {
    fn at(root: PathBuf) -> Self {
        let now = chrono::DateTime::parse_from_rfc3339("2026-11-23T12:00:00+07:00").expect("an instant");
        let output = root.join("output");
        let options = Options { root, output, base_url: None, drafts: false, now, strict: false };
        let sources = read(&options, &mut Report::new()).expect("a site");
        Self { options, sources }
    }
}

/// 1,000 invented records and 100 stories.
pub static INVENTED: LazyLock<Site> = LazyLock::new(|| {
    let root = Path::new(env!("CARGO_TARGET_TMPDIR")).join("steps");
    let settings = Settings { records: 1_000, narratives: 100, seed: 1, mistakes: 0, form: Form::Terbit };
    generate(&settings, &root).expect("the invented site is written");
    Site::at(root)
});

/// The repository's own content: both languages, every kind of record.
pub static OWN: LazyLock<Site> = LazyLock::new(|| Site::at(PathBuf::from(env!("CARGO_MANIFEST_DIR"))));
