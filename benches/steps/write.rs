//! Publishing without making: 2,000 files that are in memory already, into nothing and over themselves.

use divan::Bencher;
use std::path::Path;
use terbit::publish::{Budget, Manner, Outputs, Progress, publish};
use terbit::render::RenderProblem;

const FILES: usize = 2_000;

/// Into an output that is not there.
#[divan::bench(sample_count = 10)]
fn write_new(bencher: Bencher<'_, '_>) {
    let files = Files::new();
    bencher
        .with_inputs(|| tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).expect("a folder"))
        .bench_local_values(|folder| write(&files, &folder.path().join("site")));
}

/// Over the same files: everything is compared, nothing is written.
#[divan::bench(sample_count = 10)]
fn write_unchanged(bencher: Bencher<'_, '_>) {
    let files = Files::new();
    let folder = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).expect("a folder");
    let site = folder.path().join("site");
    write(&files, &site);
    bencher.bench_local(|| write(&files, &site));
}

fn write(files: &Files, site: &Path) {
    publish(files, site, &Manner::default(), Budget::default(), &Progress::new()).expect("published");
}

/// Pages of 5 KB, each in a folder of its own.
struct Files {
    paths: Vec<String>,
    bytes: Vec<u8>,
}

impl Files {
    fn new() -> Self {
        let paths = (0..FILES).map(|at| format!("pages/{at:05}/index.html")).collect();
        Self { paths, bytes: b"<p>All names are invented.</p>\n".repeat(160) }
    }
}

impl Outputs for Files {
    fn len(&self) -> usize {
        self.paths.len()
    }

    fn path(&self, at: usize) -> &str {
        &self.paths[at]
    }

    fn kind(&self, _: usize) -> &'static str {
        "html"
    }

    fn copied_from(&self, _: usize) -> Option<&Path> {
        None
    }

    fn make(&self, _: usize, out: &mut Vec<u8>) -> Result<(), RenderProblem> {
        out.clear();
        out.extend_from_slice(&self.bytes);
        Ok(())
    }
}
