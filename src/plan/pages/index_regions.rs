//! The index of regions: as they lie in each other, those without activity named as such.

use crate::plan::listing::LARGEST_TREE;
use crate::plan::parts::link::LinkView;
use crate::plan::scope::Scope;
use crate::plan::view::view;
use crate::value::{Kind, RecordRef};

view! {
    /// A region with those below it.
    pub struct RegionNode {
        /// The region.
        pub link: LinkView,
        /// How many activities it has, in words; empty for none.
        pub count: String,
        /// Regions below that have regions below or activities.
        pub children: Vec<RegionNode>,
        /// Regions below without activity.
        pub quiet: Vec<LinkView>,
    }
}

/// The outermost regions with all below them.
pub fn regions(scope: &Scope<'_>) -> Vec<RegionNode> {
    let regions = scope.facts.regions.iter().enumerate();
    let mut roots: Vec<u32> =
        regions.filter(|(_, fact)| fact.parent.is_none()).filter_map(|(at, _)| u32::try_from(at).ok()).collect();
    // The site's own country first: the one with most below it.
    roots.sort_by_key(|index| std::cmp::Reverse(below(scope, *index, 0)));
    let deepest = deepest(scope, &roots);
    roots.into_iter().take(LARGEST_TREE).map(|index| node(scope, index, 0, deepest)).collect()
}

/// How deep the tree may be drawn; what lies deeper is on the pages of regions and from A to Z on the pages after this.
fn deepest(scope: &Scope<'_>, roots: &[u32]) -> usize {
    let mut level = roots.to_vec();
    let mut drawn = level.len();
    for depth in 0..16 {
        level = level.iter().flat_map(|index| scope.facts.regions[*index as usize].children.iter().copied()).collect();
        drawn += level.len();
        if level.is_empty() || drawn > LARGEST_TREE {
            return depth;
        }
    }
    16
}

fn node(scope: &Scope<'_>, index: u32, depth: usize, deepest: usize) -> RegionNode {
    let fact = &scope.facts.regions[index as usize];
    let activities = fact.subject.lists.activities();
    let mut node = RegionNode {
        link: scope.link(RecordRef { kind: Kind::Region, index }),
        count: if activities == 0 { String::new() } else { scope.count("n_activities", activities) },
        ..RegionNode::default()
    };
    for child in fact.children.iter().filter(|_| depth < deepest) {
        let below = &scope.facts.regions[*child as usize];
        if below.children.is_empty() && below.subject.lists.activities() == 0 {
            node.quiet.push(scope.link(RecordRef { kind: Kind::Region, index: *child }));
        } else {
            node.children.push(self::node(scope, *child, depth + 1, deepest));
        }
    }
    node
}

fn below(scope: &Scope<'_>, index: u32, depth: usize) -> usize {
    let children = &scope.facts.regions[index as usize].children;
    if depth > 16 { 0 } else { children.iter().map(|child| 1 + below(scope, *child, depth + 1)).sum() }
}
