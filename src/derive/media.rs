//! Which files of `media/` are published: those that something public shows or links to, and no others.

use crate::check::catalog::{Catalog, Link, Narrative};
use crate::value::Picture;
use std::collections::{BTreeMap, BTreeSet};

/// The files that public narratives show or link to. A picture that only a draft uses is not among them.
pub(super) fn shown(catalog: &Catalog) -> BTreeMap<String, Option<Picture>> {
    let used: BTreeSet<&str> = catalog.stories.iter().chain(&catalog.pages).flat_map(of_narrative).collect();
    let media = catalog.media.iter().filter(|(path, _)| used.contains(path.as_str()));
    media.map(|(path, picture)| (path.clone(), *picture)).collect()
}

fn of_narrative(narrative: &Narrative) -> impl Iterator<Item = &str> {
    let cover = narrative.cover.iter().map(|cover| cover.src.value.as_str());
    let links = narrative.texts.iter().flat_map(|text| text.links.values());
    cover.chain(links.filter_map(|link| match link {
        Link::Media(path) => Some(path.as_str()),
        _ => None,
    }))
}
