//! Lists of records under a heading, parted by the role that the subject has in them.

use super::item::{Detail, RecordItem, item};
use super::link::LinkView;
use super::whole_list::more;
use crate::derive::{Lists, Reach};
use crate::plan::lists::Which;
use crate::plan::scope::Scope;
use crate::plan::view::view;
use crate::value::{Kind, RecordRef};

view! {
    /// A section that lists records of one kind.
    pub struct GroupView {
        /// The anchor of the section: `list-visits`.
        pub anchor: String,
        /// The kind in the plural: `visits`.
        pub kind: String,
        /// Its heading.
        pub title: String,
        /// How many records there are, in words.
        pub total: String,
        /// A remark above the list; may be empty.
        pub note: String,
        /// The lists, one a role, each with a heading of its own if there are several.
        pub parts: Vec<GroupPart>,
        /// Where the rest of a cut list stands.
        pub more: Option<LinkView>,
    }
}

view! {
    /// The records of a section in one role.
    pub struct GroupPart {
        /// Its heading; empty where the section has one list alone.
        pub title: String,
        /// The records, as many as are read at a glance.
        pub items: Vec<RecordItem>,
        /// The records after them.
        pub rest: Vec<RecordItem>,
        /// How many these are, in words; empty for none.
        pub rest_label: String,
    }
}

/// Entries of a list that are seen at once.
const AT_A_GLANCE: usize = 8;

/// Which records of a subject a page lists.
pub type Keep<'k> = &'k dyn Fn(RecordRef) -> bool;

/// A role: the end of its message keys, and which records have it.
type Role = (&'static str, fn(&Reach) -> bool);

/// The sections of activities: cohorts, placements, visits, trainings.
pub fn activities(scope: &Scope<'_>, lists: &Lists, detail: Detail, keep: Keep<'_>) -> Vec<GroupView> {
    let all = [
        (Kind::Cohort, &lists.cohorts),
        (Kind::Placement, &lists.placements),
        (Kind::Visit, &lists.visits),
        (Kind::Training, &lists.trainings),
    ];
    all.into_iter().filter_map(|(kind, reaches)| by_role(scope, kind, reaches, detail, keep)).collect()
}

/// A section of records without roles; none if there is nothing to list.
pub fn plain(
    scope: &Scope<'_>,
    which: Which,
    anchor: &str,
    title_key: &str,
    records: &[RecordRef],
    detail: Detail,
) -> Option<GroupView> {
    let kind = which.kind().or_else(|| records.first().map(|record| record.kind)).filter(|_| !records.is_empty())?;
    Some(GroupView {
        anchor: anchor.to_owned(),
        kind: kind.plural().to_owned(),
        title: scope.word(title_key),
        total: scope.count(&which.unit(), records.len()),
        note: String::new(),
        parts: vec![part(scope, String::new(), &records[..records.len().min(which.most())], detail)],
        more: more(scope, which, records.len()),
    })
}

/// The newest are seen at once, the others when they are asked for.
fn part(scope: &Scope<'_>, title: String, records: &[RecordRef], detail: Detail) -> GroupPart {
    // A rest of two or three is not worth a click.
    let shown = if records.len() > AT_A_GLANCE + 3 { AT_A_GLANCE } else { records.len() };
    let all = |records: &[RecordRef]| records.iter().map(|record| item(scope, *record, detail)).collect();
    let items: Vec<RecordItem> = all(&records[..shown]);
    let rest: Vec<RecordItem> = scope.shown("rest", || all(&records[shown..]));
    let rest_label = match records.len() - shown {
        0 => String::new(),
        rest => scope.shown("rest_label", || scope.count("group_rest", rest)),
    };
    GroupPart { title, items, rest, rest_label }
}

fn by_role(scope: &Scope<'_>, kind: Kind, reaches: &[Reach], detail: Detail, keep: Keep<'_>) -> Option<GroupView> {
    let which = Which::Kind(kind);
    let kept: Vec<Reach> =
        reaches.iter().copied().filter(|reach| keep(RecordRef { kind, index: reach.index })).collect();
    if kept.is_empty() {
        return None;
    }
    let roles: [Role; 4] = [
        ("host", |reach| reach.host && !reach.origin),
        ("origin", |reach| reach.origin && !reach.host),
        ("within", |reach| reach.origin && reach.host),
        ("other", |reach| !reach.origin && !reach.host),
    ];
    let mut parts = Vec::new();
    for (role, has) in roles {
        let records: Vec<RecordRef> = kept
            .iter()
            .take(which.most())
            .filter(|reach| has(reach))
            .map(|reach| RecordRef { kind, index: reach.index })
            .collect();
        if !records.is_empty() {
            let title = scope.word(&format!("role_{}_{role}", kind.plural()));
            parts.push(part(scope, title, &records, detail));
        }
    }
    // One role alone needs no second heading, unless the role is what the list is about.
    if let [only] = parts.as_mut_slice()
        && kept.iter().all(|reach| reach.origin == reach.host)
    {
        only.title = String::new();
    }
    Some(GroupView {
        anchor: format!("list-{}", kind.plural()),
        kind: kind.plural().to_owned(),
        title: scope.word(&format!("kind_{}", kind.plural())),
        total: scope.count(&format!("n_{}", kind.plural()), kept.len()),
        note: String::new(),
        parts,
        more: more(scope, which, kept.len()),
    })
}
