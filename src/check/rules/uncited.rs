//! R010: a source that nobody cites. R011: a record that nobody reaches.

use crate::check::index::Index;
use crate::check::kinds;
use crate::check::references::each;
use crate::check::tables::Tables;
use crate::diag::{Bilingual, Code, Diagnostic, Report};
use crate::value::{Kind, RecordRef};

/// Looks at sources, topics, programs and institutions: they are there to be referred to.
///
/// Regions are not looked at: the whole list of a country is there on purpose.
///
/// `is_astray` says that a reference leads nowhere, or nowhere for sure.
pub fn check(tables: &Tables, index: &Index<'_>, is_astray: bool, report: &mut Report) {
    if index.is_incomplete(&Kind::ALL) || !tables.is_whole() || is_astray {
        // Whoever refers to it may be among the records that could not be read, or have mistyped it: nobody should be
        // told to remove what a typing error meant.
        return;
    }
    let mut reached: Vec<Vec<bool>> = Kind::ALL.iter().map(|kind| vec![false; index.slots(*kind).len()]).collect();
    each(tables, &mut |reference| {
        if reference.from != reference.target
            && let Some(mark) = reached[reference.target.kind as usize].get_mut(reference.target.at())
        {
            *mark = true;
        }
    });
    for kind in [Kind::Source, Kind::Topic, Kind::Program, Kind::Institution] {
        for (at, slot) in index.slots(kind).iter().enumerate() {
            let is_reached = reached[kind as usize].get(at).copied().unwrap_or(true);
            if !is_reached && !slot.hidden && tables.common(RecordRef::new(kind, at)).is_some() {
                report.push(finding(kind, &slot.id, slot.span));
            }
        }
    }
}

fn finding(kind: Kind, id: &str, span: crate::diag::Span) -> Diagnostic {
    if kind == Kind::Source {
        return Diagnostic::at(
            Code::R010,
            span,
            Bilingual::new(
                format!("Sumber `{id}` tidak dikutip oleh catatan mana pun."),
                format!("No record cites the source `{id}`."),
            ),
        )
        .of_field("id")
        .note(Bilingual::new(
            format!("Tulis `sources: [{id}]` pada catatan yang bersandar padanya, atau hapus sumber ini."),
            format!("Write `sources: [{id}]` in the record that rests on it, or remove this source."),
        ));
    }
    let (indonesian, english) = kinds::name(kind);
    Diagnostic::at(
        Code::R011,
        span,
        Bilingual::new(
            format!("Tidak ada catatan yang merujuk ke {indonesian} `{id}`."),
            format!("No record refers to the {english} `{id}`."),
        ),
    )
    .of_field("id")
    .note(Bilingual::new(
        "Rujuklah dari catatan yang bersangkutan, atau hapus catatan ini.",
        "Refer to it from the record that is concerned, or remove this record.",
    ))
}
