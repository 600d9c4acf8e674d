//! One year of a region with many activities.

use super::region::above;
use crate::plan::lists::Which;
use crate::plan::names;
use crate::plan::parts::base::Frame;
use crate::plan::parts::group::{GroupView, activities, plain};
use crate::plan::parts::item::Detail;
use crate::plan::parts::link::{LinkView, Text};
use crate::plan::parts::statement::{StatementView, statement};
use crate::plan::parts::whole_list::more;
use crate::plan::scope::Scope;
use crate::plan::view::view;
use crate::value::{Kind, RecordRef};

view! {
    /// `region-year.html`: the records of a region in one year.
    pub struct RegionYearView {
        /// The region.
        pub region: LinkView,
        /// The year.
        pub year: String,
        /// How many activities there are, as a sentence.
        pub sentence: String,
        /// The records.
        pub groups: Vec<GroupView>,
        /// Statements about them that are not quoted beside them.
        pub statements: Vec<StatementView>,
        /// Where all statements stand, if these are too many for this page.
        pub statements_more: Option<LinkView>,
        /// Every year of the region, newest first; this one has no link.
        pub years: Vec<LinkView>,
    }
}

/// One year of a region.
pub fn view(scope: &Scope<'_>, region: u32, year: i32) -> (Frame, RegionYearView) {
    let record = RecordRef { kind: Kind::Region, index: region };
    let fact = &scope.facts.regions[record.at()];
    let name = names::name(scope.facts, record, scope.lang);
    let text = year.to_string();
    let lists = &fact.subject.lists;
    let keep = |other: RecordRef| scope.facts.activity(other).and_then(|activity| activity.year) == Some(year);
    let mut groups = activities(scope, lists, Detail::Quoted, &keep);
    let outcomes =
        lists.outcomes.iter().filter(|index| scope.facts.outcomes[**index as usize].of.iter().any(|of| keep(*of)));
    let outcomes: Vec<RecordRef> = outcomes.map(|index| RecordRef { kind: Kind::Outcome, index: *index }).collect();
    groups.extend(plain(scope, Which::Kind(Kind::Outcome), "list-outcomes", "kind_outcomes", &outcomes, Detail::Full));
    let about = |index: &u32| scope.facts.statements[*index as usize].about.iter().any(|record| keep(*record));
    let said: Vec<u32> =
        lists.statements.iter().copied().filter(|index| about(index) && !scope.is_quoted(*index)).collect();
    let which = Which::Kind(Kind::Statement);
    let number = fact.subject.by_year.iter().find(|row| row.year == Some(year)).map_or(0, |row| row.activities);
    let matter = RegionYearView {
        region: scope.link(record),
        sentence: scope.words.fill(
            "region_year_sentence",
            &[("n", &scope.count("n_activities", number as usize)), ("name", &name.text), ("year", &text)],
        ),
        statements: said.iter().take(which.most()).map(|index| statement(scope, *index)).collect(),
        statements_more: more(scope, which, said.len()),
        years: scope
            .plan
            .split_years(region)
            .iter()
            .rev()
            .map(|other| year_link(scope, region, *other, year))
            .collect(),
        groups,
        year: text.clone(),
    };
    let mut crumbs = Vec::new();
    if let Some(path) = scope.routes.index("regions", scope.lang) {
        crumbs.push(LinkView::to(scope.word("nav_regions"), scope.href(&path)));
    }
    crumbs.extend(above(scope, fact));
    crumbs.push(scope.link(record));
    let frame = Frame {
        heading: Text { text: format!("{} {text}", name.text), lang: scope.lang_mark(&name.lang) },
        kicker: scope.word("year"),
        description: matter.sentence.clone(),
        crumbs,
        section: "regions".to_owned(),
        draft: fact.head.draft,
        ..Frame::default()
    };
    (frame, matter)
}

fn year_link(scope: &Scope<'_>, region: u32, year: i32, current: i32) -> LinkView {
    let path = scope.routes.region_year(region, year, scope.lang).filter(|_| year != current);
    LinkView { text: year.to_string(), href: path.map(|path| scope.href(&path)), ..LinkView::default() }
}
