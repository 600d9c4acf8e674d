//! S008: placements that certainly hold more people than their cohort.

use crate::check::tables::Tables;
use crate::diag::{Bilingual, Code, Diagnostic, Report};

/// Adds the head counts of placements up, cohort by cohort.
pub fn check(tables: &Tables, report: &mut Report) {
    let mut heads = vec![(0_u64, 0_usize); tables.cohorts.len()];
    // What is not published is not counted: its numbers are nobody's business yet.
    for placement in tables.placements.iter().flatten().filter(|placement| !placement.common.hidden) {
        let Some(count) = placement.count.filter(|count| !count.approximate) else { continue };
        if let Some((sum, number)) = heads.get_mut(placement.cohort.value.at()) {
            *sum = sum.saturating_add(count.low);
            *number += 1;
        }
    }
    for (cohort, (sum, number)) in tables.cohorts.iter().zip(heads) {
        let Some(participants) = cohort.as_ref().and_then(|cohort| cohort.participants.as_ref()) else { continue };
        let most = participants.value.high.filter(|_| !participants.value.approximate);
        if let Some(most) = most.filter(|most| sum > *most) {
            report.push(
                Diagnostic::at(
                    Code::S008,
                    participants.span,
                    Bilingual::new(
                        format!("{number} penempatan memuat {sum} orang, padahal angkatannya {most} orang."),
                        if number == 1 {
                            format!("1 placement holds {sum} people, but its cohort has {most}.")
                        } else {
                            format!("{number} placements hold {sum} people, but their cohort has {most}.")
                        },
                    ),
                )
                .of_field("participants")
                .note(Bilingual::new(
                    "Periksa `count` penempatannya dan `participants` angkatan ini.",
                    "Check `count` of the placements and `participants` of this cohort.",
                )),
            );
        }
    }
}
