//! One page of each kind, and one file of each other output: View and template, without writing. Of each the largest.

use crate::site::{OWN, Site};
use divan::Bencher;
use std::collections::BTreeMap;
use terbit::diag::Report;
use terbit::pipeline::preview_site;
use terbit::plan::SitePlan;
use terbit::render::Bundle;

/// The kinds of pages, and of files that are no pages, that the repository's own content has.
const KINDS: [&str; 16] = [
    "home",
    "region",
    "region-year",
    "institution",
    "program",
    "topic",
    "source",
    "cohort",
    "placement",
    "visit",
    "training",
    "outcome",
    "story",
    "index",
    "year",
    "data",
];

/// The largest page of a kind.
#[divan::bench(args = KINDS, sample_count = 20)]
fn page(bencher: Bencher<'_, '_>, kind: &str) {
    of_own_site(bencher, |bundle, at| bundle.page(at).is_some_and(|page| page.kind.template() == kind));
}

/// The largest file of each other output: tables, feeds, calendars.
#[divan::bench(args = ["data", "feed", "calendar", "sitemap"], sample_count = 20)]
fn file(bencher: Bencher<'_, '_>, kind: &str) {
    of_own_site(bencher, |bundle, at| bundle.page(at).is_none() && bundle.kind(at) == kind);
}

/// Makes the largest file of this repository's site that is `meant`.
fn of_own_site(bencher: Bencher<'_, '_>, meant: impl Fn(&Bundle<'_>, usize) -> bool) {
    let Site { options, sources } = &*OWN;
    let mut bencher = Some(bencher);
    let live = |bundle: &Bundle<'_>, _: &SitePlan<'_>, _: &Report| {
        make_largest(bundle, &|at| meant(bundle, at), bencher.take());
        None
    };
    preview_site(sources, options, &mut Report::new(), |_, _| true, live);
}

fn make_largest(bundle: &Bundle<'_>, of_kind: &dyn Fn(usize) -> bool, bencher: Option<Bencher<'_, '_>>) {
    let mut out = Vec::new();
    let mut sizes = BTreeMap::new();
    for at in (0..bundle.len()).filter(|at| of_kind(*at)) {
        bundle.make(at, &mut out).expect("a page that can be made");
        sizes.insert(out.len(), at);
    }
    let (Some((size, at)), Some(bencher)) = (sizes.pop_last(), bencher) else { return };
    bencher.counter(divan::counter::BytesCount::new(size)).bench_local(|| bundle.make(at, &mut out));
}
