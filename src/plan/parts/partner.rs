//! The other ends of a subject, and its topics, each with a bar.

use super::figure::measure_text;
use super::link::LinkView;
use crate::derive::{Partner, Subject};
use crate::plan::scope::Scope;
use crate::plan::view::view;
use crate::value::{Kind, RecordRef, State};

view! {
    /// A region or institution at the other end of activities.
    pub struct PartnerRow {
        /// Who.
        pub link: LinkView,
        /// Activities in which the subject hosted them; empty for none.
        pub hosted: String,
        /// Activities in which the subject sent to them; empty for none.
        pub sent: String,
        /// People hosted from there, where any record states a number.
        pub people_hosted: String,
        /// People sent there, where any record states a number.
        pub people_sent: String,
        /// Length of the hosted bar, for the classes `v0` to `v100`.
        pub hosted_share: u32,
        /// Length of the sent bar, for the classes `v0` to `v100`.
        pub sent_share: u32,
    }
}

view! {
    /// The other ends of a subject.
    pub struct PartnersView {
        /// A true sentence about them.
        pub sentence: String,
        /// The most frequent, at most twelve.
        pub rows: Vec<PartnerRow>,
        /// The next, at most a hundred, without figures.
        pub others: Vec<LinkView>,
        /// How many more there are, in words; empty for none.
        pub rest: String,
    }
}

view! {
    /// A topic of a subject's records.
    pub struct TopicRow {
        /// The topic.
        pub link: LinkView,
        /// How many records are about it, in digits.
        pub count: String,
        /// Length of its bar, for the classes `v0` to `v100`.
        pub share: u32,
    }
}

/// More rows than this make a page long and say little.
const MOST_ROWS: usize = 12;

/// More names than this are only in the data files.
const MOST_NAMES: usize = 100;

/// The partners of a subject; none where it has none.
pub fn partners(scope: &Scope<'_>, subject: &Subject) -> Option<PartnersView> {
    let all = &subject.partners;
    let most = all.iter().map(|partner| partner.sent.len() + partner.hosted.len()).max()?.max(1);
    let rest = all.len().saturating_sub(MOST_ROWS + MOST_NAMES);
    Some(PartnersView {
        sentence: sentence(scope, all, most),
        rows: all.iter().take(MOST_ROWS).map(|partner| row(scope, partner, most)).collect(),
        others: all.iter().skip(MOST_ROWS).take(MOST_NAMES).map(|partner| scope.link(partner.party)).collect(),
        rest: if rest == 0 { String::new() } else { scope.count("partners_rest", rest) },
    })
}

/// The topics of a subject, most frequent first, at most forty.
pub fn topics(scope: &Scope<'_>, subject: &Subject) -> Vec<TopicRow> {
    let all = &subject.lists.topics;
    let most = all.iter().map(|(_, count)| *count).max().unwrap_or(1).max(1);
    all.iter()
        .take(40)
        .map(|(index, count)| TopicRow {
            link: scope.link(RecordRef { kind: Kind::Topic, index: *index }),
            count: scope.format.number(u64::from(*count)),
            share: (count * 100 / most).max(1),
        })
        .collect()
}

fn row(scope: &Scope<'_>, partner: &Partner, most: usize) -> PartnerRow {
    let number = |value: usize| if value == 0 { String::new() } else { scope.format.number(value as u64) };
    let people = |measure: crate::derive::Measure| match measure.state {
        State::Unknown | State::NotApplicable => String::new(),
        _ if measure.is_zero() => String::new(),
        _ => measure_text(scope, measure),
    };
    let share = |value: usize| u32::try_from((value * 100).div_ceil(most)).unwrap_or(100).min(100);
    PartnerRow {
        link: scope.link(partner.party),
        hosted: number(partner.hosted.len()),
        sent: number(partner.sent.len()),
        people_hosted: people(partner.people_hosted),
        people_sent: people(partner.people_sent),
        hosted_share: share(partner.hosted.len()),
        sent_share: share(partner.sent.len()),
    }
}

fn sentence(scope: &Scope<'_>, all: &[Partner], most: usize) -> String {
    let leading: Vec<&Partner> =
        all.iter().filter(|partner| partner.sent.len() + partner.hosted.len() == most).collect();
    match leading.as_slice() {
        [one] if all.len() > 1 => {
            let n = scope.count("n_activities", most);
            scope.words.fill("partners_most", &[("name", &scope.link(one.party).text), ("n", &n)])
        }
        _ => scope.count("partners_count", all.len()),
    }
}
