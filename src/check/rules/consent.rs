//! P001: a participant is named, and no consent holds.

use crate::check::index::Index;
use crate::check::tables::Tables;
use crate::diag::{Bilingual, Code, Diagnostic, Report};
use crate::options::Options;
use crate::value::PartialDate;

/// Looks at every named participant. The consent must have been given by the clock and still hold.
pub fn check(tables: &Tables, index: &Index<'_>, options: &Options, report: &mut Report) {
    let today = PartialDate::from_day(options.now.date_naive());
    for (_, common) in tables.commons(index) {
        for person in &common.people {
            let early = today.first() < person.consent_date.first();
            let late = person.consent_until.is_some_and(|until| until.last() < today.first());
            if early || late {
                report.push(
                    Diagnostic::at(
                        Code::P001,
                        person.name.span,
                        Bilingual::new(
                            "Seseorang disebut namanya tanpa persetujuan yang masih berlaku.",
                            "A person is named without a consent that still holds.",
                        ),
                    )
                    .of_field("people")
                    .masked()
                    .note(consent_repair()),
                );
            }
        }
    }
}

/// What to do about a named participant.
pub fn consent_repair() -> Bilingual {
    Bilingual::new(
        "Hapus namanya, atau tulis persetujuannya: consent: {date: …, scope: …, until: …}.",
        "Remove the name, or write the consent: consent: {date: …, scope: …, until: …}.",
    )
}
