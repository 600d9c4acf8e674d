//! The page of an institution.

use super::activity::{RecordHead, frame, head};
use crate::derive::facts::{InstitutionFact, InstitutionKind};
use crate::plan::lists::Which;
use crate::plan::names;
use crate::plan::parts::base::Frame;
use crate::plan::parts::group::{GroupView, plain};
use crate::plan::parts::item::Detail;
use crate::plan::parts::link::LinkView;
use crate::plan::parts::referrer::further;
use crate::plan::parts::row::{Row, Rows};
use crate::plan::parts::subject::{SubjectOptions, SubjectView, subject_view};
use crate::plan::parts::{sentence, short_list};
use crate::plan::scope::Scope;
use crate::plan::view::view;
use crate::value::{Kind, RecordRef};

view! {
    /// `institution.html`: a government, agency, unit, council, university.
    pub struct InstitutionView {
        /// The head of the record.
        #[serde(flatten)]
        pub head: RecordHead,
        /// One true sentence about its records.
        pub sentence: String,
        /// Its facts.
        pub rows: Vec<Row>,
        /// What is derived about it.
        #[serde(flatten)]
        pub subject: SubjectView,
        /// Placements that rotated here; they enter no figure.
        pub rotations: Option<GroupView>,
        /// Institutions directly below.
        pub children: Vec<LinkView>,
        /// Further records that refer to it: programmes it runs, cohorts it coordinates.
        pub further: Vec<GroupView>,
    }
}

/// The page of an institution.
pub fn view(scope: &Scope<'_>, record: RecordRef) -> (Frame, InstitutionView) {
    let fact = &scope.facts.institutions[record.at()];
    let name = names::name(scope.facts, record, scope.lang).text;
    let sentence = sentence::region(scope, &name, &fact.subject);
    let head = head(scope, record);
    let mut frame = frame(scope, record, &head, &sentence);
    frame.kicker = scope.word(kind_key(fact.kind));
    let options = SubjectOptions {
        name: &name,
        roles: true,
        own: Some(record),
        keep: &|_| true,
        part: false,
        year_href: &|_| None,
    };
    let matter = InstitutionView {
        rows: rows(scope, fact),
        subject: subject_view(scope, &fact.subject, &options),
        rotations: plain(scope, Which::Rotations, "list-rotations", "rotations_here", &fact.rotations, Detail::Full)
            .map(|group| GroupView { note: scope.word("rotations_note"), ..group }),
        children: short_list::names(scope, Kind::Institution, &fact.children),
        further: further(scope, record, &fact.subject),
        sentence,
        head,
    };
    (frame, matter)
}

/// The message key of what an institution is.
pub fn kind_key(kind: InstitutionKind) -> &'static str {
    match kind {
        InstitutionKind::Central => "institution_kind_central",
        InstitutionKind::ProvinceGovernment => "institution_kind_province_government",
        InstitutionKind::RegencyGovernment => "institution_kind_regency_government",
        InstitutionKind::CityGovernment => "institution_kind_city_government",
        InstitutionKind::DistrictGovernment => "institution_kind_district_government",
        InstitutionKind::Agency => "institution_kind_agency",
        InstitutionKind::Unit => "institution_kind_unit",
        InstitutionKind::Council => "institution_kind_council",
        InstitutionKind::University => "institution_kind_university",
        InstitutionKind::Association => "institution_kind_association",
        InstitutionKind::Media => "institution_kind_media",
        InstitutionKind::Foreign => "institution_kind_foreign",
        InstitutionKind::Other => "institution_kind_other",
    }
}

fn rows(scope: &Scope<'_>, fact: &InstitutionFact) -> Vec<Row> {
    let link = |kind, index: Option<u32>| scope.links_to(kind, index.as_slice());
    Rows::new(scope)
        .text("kind", Some(scope.word(kind_key(fact.kind))))
        .values("region", link(Kind::Region, fact.region))
        .values("parent", link(Kind::Institution, fact.parent))
        .named("short", fact.short.as_ref())
        .values("url", fact.url.iter().map(|url| LinkView::to(url, url)).collect::<Vec<_>>())
        .values("also_called", fact.also_called.iter().map(LinkView::plain).collect::<Vec<_>>())
        .done()
}
