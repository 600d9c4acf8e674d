//! Markdown: every narrative of the repository's own content, one after the other.

use crate::site::OWN;
use divan::Bencher;
use terbit::text::markdown::{Resolver, Target, render, scan};

/// To HTML, where every link leads somewhere.
#[divan::bench(sample_count = 20)]
fn markdown_to_html(bencher: Bencher<'_, '_>) {
    let texts = narratives();
    let bytes: usize = texts.iter().map(|text| text.len()).sum();
    bencher
        .counter(divan::counter::BytesCount::new(bytes))
        .bench(|| texts.iter().map(|text| render(text, 2, &Anywhere).html.len()).sum::<usize>());
}

/// To what is checked: links, bindings, headings.
#[divan::bench(sample_count = 20)]
fn markdown_to_checks(bencher: Bencher<'_, '_>) {
    let texts = narratives();
    let bytes: usize = texts.iter().map(|text| text.len()).sum();
    bencher
        .counter(divan::counter::BytesCount::new(bytes))
        .bench(|| texts.iter().map(|text| scan(text)).collect::<Vec<_>>().len());
}

fn narratives() -> Vec<&'static str> {
    let files = OWN.sources.files.iter().filter(|file| file.path.ends_with(".md"));
    files.map(|file| &*file.text).collect()
}

struct Anywhere;

impl Resolver for Anywhere {
    fn binding(&self, key: &str, block: bool) -> Option<Target> {
        (!block).then(|| Target::Link { href: format!("../{key}/"), text: key.to_owned(), lang: None })
    }

    fn word(&self, key: &str) -> String {
        key.to_owned()
    }

    fn address(&self, address: &str) -> Option<String> {
        Some(address.to_owned())
    }
}
