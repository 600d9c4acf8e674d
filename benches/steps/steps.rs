//! The steps up to the plan, on 1,000 invented records.

use crate::site::{INVENTED, Site};
use divan::Bencher;
use terbit::check::catalog::Catalog;
use terbit::check::{check, ids};
use terbit::derive::derive;
use terbit::diag::Report;
use terbit::plan::{Means, plan};
use terbit::read::read;
use terbit::render::Theme;

/// Files to sources.
#[divan::bench(sample_count = 20)]
fn read_files(bencher: Bencher<'_, '_>) {
    let Site { options, .. } = &*INVENTED;
    bencher.bench(|| read(options, &mut Report::new()));
}

/// YAML to nodes, and nodes to ids.
#[divan::bench(sample_count = 20)]
fn parse(bencher: Bencher<'_, '_>) {
    let Site { options, sources } = &*INVENTED;
    bencher.bench(|| ids::ids(sources, options).len());
}

/// Sources to catalog: parsing, typed records, references, rules.
#[divan::bench(sample_count = 10)]
fn check_all(bencher: Bencher<'_, '_>) {
    bencher.bench(catalog);
}

/// Catalog to facts.
#[divan::bench(sample_count = 10)]
fn derive_facts(bencher: Bencher<'_, '_>) {
    bencher.with_inputs(catalog).bench_values(|catalog| derive(catalog, &INVENTED.options));
}

/// Facts to plan: which pages there are, and their addresses.
#[divan::bench(sample_count = 20)]
fn plan_pages(bencher: Bencher<'_, '_>) {
    let facts = derive(catalog(), &INVENTED.options);
    let theme = theme();
    bencher.bench(|| plan(&facts, theme.kinds(), theme.named(), Means::default()).pages().len());
}

/// The theme's templates.
#[divan::bench(sample_count = 20)]
fn compile_theme() -> Theme {
    theme()
}

fn theme() -> Theme {
    Theme::compile(&INVENTED.sources.theme, &mut Report::new()).expect("the carried theme")
}

fn catalog() -> Catalog {
    let Site { options, sources } = &*INVENTED;
    check(sources, options, &mut Report::new()).expect("a site without errors")
}
