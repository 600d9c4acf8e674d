//! Which files a check makes: some of each kind and language, which is where templates differ.

use crate::plan::{PageKind, SitePlan};
use crate::render::Bundle;
use crate::route;
use crate::value::Lang;
use std::collections::{BTreeMap, BTreeSet};

/// How many pages of each kind and language a check renders.
const TRIED: usize = 6;

/// Files that are made alike: the output kind; for pages, the page kind and language.
type Group<'g> = (&'g str, Option<(PageKind, &'g Lang)>);

/// The places in the bundle of some pages of each kind and language, spread from first to last,
/// and of as many files of each other output. Sitemaps and the whole data set are left out: they are long, and there is nothing
/// in them that could fail.
pub(in crate::pipeline) fn some_of_each(bundle: &Bundle<'_>, plan: &SitePlan<'_>) -> Vec<usize> {
    let pages: BTreeMap<String, (PageKind, &Lang)> =
        plan.pages().iter().map(|page| (route::file_of(&page.path), (page.kind, &page.lang))).collect();
    let mut groups: BTreeMap<Group<'_>, Vec<usize>> = BTreeMap::new();
    let is_tried =
        |at: &usize| bundle.copied_from(*at).is_none() && bundle.kind(*at) != "sitemap" && !bundle.is_whole(*at);
    for at in (0..bundle.len()).filter(is_tried) {
        let page = pages.get(bundle.path(at)).copied();
        groups.entry((bundle.kind(at), page)).or_default().push(at);
    }
    let tried: BTreeSet<usize> = groups.into_values().flat_map(spread).collect();
    tried.into_iter().collect()
}

/// At most [`TRIED`] of the places, the first and the last among them.
fn spread(places: Vec<usize>) -> Vec<usize> {
    if places.len() <= TRIED {
        return places;
    }
    (0..TRIED).map(|at| places[at * (places.len() - 1) / (TRIED - 1)]).collect()
}

#[cfg(test)]
mod tests {
    use super::{TRIED, spread};

    #[test]
    fn a_check_tries_the_first_and_the_last() {
        assert_eq!(spread(vec![3, 5]), [3, 5]);
        let tried = spread((0..1000).collect());
        assert_eq!((tried.len(), tried[0], tried[TRIED - 1]), (TRIED, 0, 999));
    }
}
