//! `terbit build`.

use super::exit::Exit;
use super::session::Session;
use super::shared_args::SharedArgs;
use super::stopwatch::Stopwatch;
use super::{interrupt, output_folder, program, progress_bar, words};
use crate::compare::{Inputs, RecordProblem, SiteRecord};
use crate::diag::Report;
use crate::pipeline::{Outcome, Run, Wish, build_site};
use crate::publish::{Encoding, Manner};
use crate::read::{SourceKind, Sources};
use chrono::SecondsFormat;
use clap::{Args, ValueEnum};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// Build the site: write what changed, remove what is gone
///
/// Nothing is written when there is an error; files that terbit did not write are never touched.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  terbit build                                   ./content into ./output
  terbit build --root magang -o /srv/www/magang  another site, another place
  terbit build --base-url https://pratinjau.example.go.id/ --drafts
  terbit build --now '2026-12-01 09:00 WIB'      as it will be then
  terbit build --manifest site.json              with a record of what was published")]
pub(in crate::cli) struct Build {
    #[command(flatten)]
    shared: SharedArgs,

    /// Write a record of the published site: the SHA-256 of every file, every figure, the clock; for `terbit diff`
    #[arg(long, value_name = "FILE")]
    manifest: Option<PathBuf>,

    /// Put everything onto the disk before the new site takes the old one's place: survives a loss of power
    #[arg(long)]
    durable: bool,

    /// Add compressed copies (`index.html.gz`) beside every text, for servers that send them as they are
    #[arg(long, value_name = "ENCODINGS", value_delimiter = ',')]
    precompress: Vec<Copy>,
}

/// A kind of compressed copies.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Copy {
    /// `.gz`
    Gzip,
    /// `.br`
    Br,
}

impl Copy {
    fn encoding(self) -> Encoding {
        match self {
            Self::Gzip => Encoding::Gzip,
            Self::Br => Encoding::Brotli,
        }
    }
}

impl Build {
    /// Runs the command.
    pub(in crate::cli) fn run(self) -> Exit {
        let session = match Session::open(self.shared) {
            Ok(session) => session,
            Err(exit) => return exit,
        };
        if let Some(exit) = self.manifest.as_deref().and_then(|path| refuse_inside(path, &session)) {
            return exit;
        }
        let manner = Manner {
            durable: self.durable,
            refuses_heavy: session.options.strict,
            made_of: None,
            precompress: self
                .precompress
                .iter()
                .map(|copy| copy.encoding())
                .collect::<BTreeSet<_>>()
                .into_iter()
                .collect(),
        };
        let wish = Wish { trace: self.manifest.is_some(), manner, program: program::this() };
        let progress = interrupt::listen();
        let mut stopwatch = Stopwatch::start();
        let mut report = Report::new();
        let run = progress_bar::beside(progress, &session.console, || {
            build_site(&session.options, &mut report, progress, &wish, &mut |step| stopwatch.begin(step))
        });
        stopwatch.end();
        let written = self.manifest.filter(|_| matches!(run.outcome, Outcome::Published(_))).map(|path| {
            let written = record(&run, &session)
                .and_then(|record| record.write(&path).map_err(|error| RecordProblem::Io(path, error)));
            (written, session.console.clone())
        });
        let exit = session.close(&run, &report, &stopwatch);
        match written {
            Some((Err(problem), console)) => {
                console.fail(&words::no_record(&problem));
                Exit::Usage
            }
            _ => exit,
        }
    }
}

/// A record inside the output would be a file that is not ours; inside `content/` or `themes/` it would be input.
fn refuse_inside(path: &Path, session: &Session) -> Option<Exit> {
    if let Err(said) = output_folder::is_apart(&session.options.root, path) {
        session.console.fail(&said);
        return Some(Exit::Usage);
    }
    let inside = output_folder::lies_in(path, &session.options.output);
    inside.then(|| {
        session.console.fail(&words::record_inside(path));
        Exit::Usage
    })
}

/// What was published, with what it was made of.
fn record(run: &Run, session: &Session) -> Result<SiteRecord, RecordProblem> {
    let mut record = SiteRecord::of_folder(&session.options.output)?;
    record.generator = Some(format!("terbit {}", env!("CARGO_PKG_VERSION")));
    record.now = Some(session.options.now.to_rfc3339_opts(SecondsFormat::Secs, false));
    for (page, file) in &run.origins {
        if let Some(page) = record.files.get_mut(page) {
            page.from = Some(file.clone());
        }
    }
    record.inputs = run.sources.as_ref().map(|sources| inputs(sources, run));
    Ok(record)
}

/// Hashes of what pages are made of. Files that no page is made of are not named: they may not be public.
fn inputs(sources: &Sources, run: &Run) -> Inputs {
    let named: BTreeSet<&String> = run.origins.values().collect();
    let hex = |hash: &[u8; 32]| blake3::Hash::from_bytes(*hash).to_hex().to_string();
    let settings = sources.files.iter().find(|file| file.kind == SourceKind::Settings);
    let files = sources.files.iter().filter(|file| named.contains(&file.path));
    Inputs {
        settings: settings.map(|file| hex(&file.hash)).unwrap_or_default(),
        theme: hex(sources.theme.hash().as_bytes()),
        files: files.map(|file| (file.path.clone(), hex(&file.hash))).collect(),
    }
}
