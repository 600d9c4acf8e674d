//! Which records the calendar and the feed beside a page are made of: those that stand on the page. A page has such a file
//! where any of them has the dates for it.

use super::Outputs;
use crate::derive::{Lists, Reach};
use crate::plan::{PageKind, PlannedPage, SitePlan, names};
use crate::value::{Kind, RecordRef};

/// Records of a page, one after the other: whoever only asks whether there is one looks no further.
type Records<'p> = Box<dyn Iterator<Item = RecordRef> + 'p>;

impl SitePlan<'_> {
    /// The activities of a page, in any order: its own, those of its subject, of one year of its region, of its index.
    /// Placements stand for themselves on their own page and in their index; elsewhere their cohort stands for them.
    pub(super) fn dated(&self, page: &PlannedPage) -> Records<'_> {
        let of_subject = || self.subject_of(page).into_iter().flat_map(|subject| calendar_records(&subject.lists));
        match page.kind {
            PageKind::Record(kind) if Kind::ACTIVITIES.contains(&kind) => {
                Box::new(std::iter::once(RecordRef { kind, index: page.subject }))
            }
            PageKind::RegionYear => {
                let year = page.year;
                let of_year = move |record: &RecordRef| {
                    year.is_some() && self.facts().activity(*record).and_then(|activity| activity.year) == year
                };
                Box::new(of_subject().filter(of_year))
            }
            PageKind::Index => self.all_of(page, &Kind::ACTIVITIES),
            _ => Box::new(of_subject()),
        }
    }

    /// The stories and corrections of a page, in any order: of its subject, about its record, of its index. The page of one
    /// year of a region shows none.
    pub(super) fn news(&self, page: &PlannedPage) -> Records<'_> {
        let record = match page.kind {
            PageKind::Index => return self.all_of(page, &[Kind::Story, Kind::Correction]),
            PageKind::RegionYear => return Box::new(std::iter::empty()),
            PageKind::Record(kind) => Some(RecordRef { kind, index: page.subject }),
            _ => None,
        };
        if let Some(subject) = self.subject_of(page) {
            let lists = &subject.lists;
            return Box::new(listed(Kind::Story, &lists.stories).chain(listed(Kind::Correction, &lists.corrections)));
        }
        let Some(record) = record else { return Box::new(std::iter::empty()) };
        let facts = self.facts();
        let is_about = move |other: &RecordRef| match other.kind {
            Kind::Story => facts.stories[other.at()].about.contains(&record),
            Kind::Correction => facts.corrections[other.at()].records.contains(&record),
            _ => false,
        };
        Box::new(facts.referrers(record).iter().copied().filter(is_about))
    }

    /// All records of the kind that an index lists, if it is one of `kinds`. They stand beside its first page.
    fn all_of(&self, page: &PlannedPage, kinds: &[Kind]) -> Records<'_> {
        let Some(kind) = self.indexed_kind(page).filter(|kind| kinds.contains(kind)) else {
            return Box::new(std::iter::empty());
        };
        Box::new((0..self.facts().count(kind)).map(move |at| RecordRef::new(kind, at)))
    }
}

impl Outputs<'_> {
    /// What a calendar or feed beside a page is called: the page and the site.
    pub(super) fn beside_title(&self, page: &PlannedPage) -> String {
        let facts = self.plan.facts();
        let site = names::localized(facts, &facts.site.title, &page.lang).text;
        let name = |record| names::name(facts, record, &page.lang).text;
        let own = match page.kind {
            PageKind::Record(kind) => Some(name(RecordRef { kind, index: page.subject })),
            PageKind::RegionYear => {
                let region = name(RecordRef { kind: Kind::Region, index: page.subject });
                page.year.map(|year| format!("{region} {year}"))
            }
            PageKind::Year => self.plan.year_of_page(page).map(|year| year.to_string()),
            PageKind::Index => {
                let kind = self.plan.indexed_kind(page);
                kind.map(|kind| names::words(facts, &page.lang).get(&format!("nav_{}", kind.plural())).to_owned())
            }
            _ => None,
        };
        own.map_or(site.clone(), |own| format!("{own} – {site}"))
    }
}

fn calendar_records(lists: &Lists) -> impl Iterator<Item = RecordRef> {
    reached(Kind::Cohort, &lists.cohorts)
        .chain(reached(Kind::Visit, &lists.visits))
        .chain(reached(Kind::Training, &lists.trainings))
        .chain(lists.apart.iter().copied().filter(|record| record.kind != Kind::Placement))
}

fn reached(kind: Kind, reaches: &[Reach]) -> impl Iterator<Item = RecordRef> {
    reaches.iter().map(move |reach| RecordRef { kind, index: reach.index })
}

fn listed(kind: Kind, indexes: &[u32]) -> impl Iterator<Item = RecordRef> {
    indexes.iter().map(move |index| RecordRef { kind, index: *index })
}
