//! S003: periods of a region's parents or codes that overlap or run backwards.

use crate::check::tables::Tables;
use crate::diag::{Bilingual, Code, Diagnostic, Report, Span};
use crate::value::PartialDate;

/// A period from a day (inclusive) to a day (exclusive).
#[derive(Clone, Copy)]
struct Period {
    from: Option<PartialDate>,
    to: Option<PartialDate>,
    span: Span,
}

/// Looks at every region.
pub fn check(tables: &Tables, report: &mut Report) {
    for region in tables.regions.iter().flatten() {
        let parents = region.parents.iter().map(|p| Period { from: p.from, to: p.to, span: p.region.span });
        periods("parents", &parents.collect::<Vec<_>>(), report);
        let codes = region.codes.iter().map(|c| Period { from: c.from, to: c.to, span: c.span });
        periods("codes", &codes.collect::<Vec<_>>(), report);
    }
}

fn periods(field: &'static str, periods: &[Period], report: &mut Report) {
    for (at, period) in periods.iter().enumerate() {
        if let (Some(from), Some(to)) = (period.from, period.to)
            && (to == from || to.certainly_before(from))
        {
            report.push(backwards(field, period.span, from, to));
            continue;
        }
        if periods[..at].iter().any(|earlier| overlap(earlier, period)) {
            report.push(overlapping(field, period.span));
        }
    }
}

/// Whether two periods share a day for every reading of their dates.
fn overlap(a: &Period, b: &Period) -> bool {
    starts_before_end(a.from, b.to) && starts_before_end(b.from, a.to)
}

fn starts_before_end(from: Option<PartialDate>, to: Option<PartialDate>) -> bool {
    match (from, to) {
        (Some(from), Some(to)) => from.certainly_before(to),
        _ => true,
    }
}

fn backwards(field: &'static str, span: Span, from: PartialDate, to: PartialDate) -> Diagnostic {
    Diagnostic::at(
        Code::S003,
        span,
        Bilingual::new(
            format!("Masa berlaku ini selesai {to}, tidak sesudah mulainya {from}."),
            format!("This period ends {to}, not after it starts {from}."),
        ),
    )
    .of_field(field)
    .note(Bilingual::new("Periksa `from` dan `to`.", "Check `from` and `to`."))
}

fn overlapping(field: &'static str, span: Span) -> Diagnostic {
    Diagnostic::at(
        Code::S003,
        span,
        Bilingual::new(
            format!("Masa berlaku ini tumpang tindih dengan yang lain di `{field}`."),
            format!("This period overlaps another one in `{field}`."),
        ),
    )
    .of_field(field)
    .note(Bilingual::new(
        "Akhiri yang lama dengan `to` pada hari yang baru mulai dengan `from`.",
        "End the old one with `to` on the day on which the new one starts with `from`.",
    ))
}
