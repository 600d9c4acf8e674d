//! R005: parents or broader topics that lead back to where they started.

use crate::check::index::Index;
use crate::check::tables::Tables;
use crate::diag::{Bilingual, Code, Diagnostic, Report, Span};
use crate::value::{Kind, PartialDate};

/// One step up: to which record, since when, until when, where it is written.
struct Step {
    to: usize,
    from: Option<PartialDate>,
    until: Option<PartialDate>,
    span: Span,
}

/// Looks at regions, institutions, topics and returned visits.
pub fn check(tables: &Tables, index: &Index<'_>, report: &mut Report) {
    let always = |to: usize, span: Span| vec![Step { to, from: None, until: None, span }];
    let regions = tables.regions.iter().map(|region| {
        region.iter().flat_map(|region| &region.parents).map(|parent| Step {
            to: parent.region.value.at(),
            from: parent.from,
            until: parent.to,
            span: parent.region.span,
        })
    });
    let regions: Vec<Vec<Step>> = regions.map(Iterator::collect).collect();
    circles(Kind::Region, "parent", &regions, index, report);
    let one = |target: Option<&crate::diag::Located<crate::value::RecordRef>>| {
        target.map_or_else(Vec::new, |target| always(target.value.at(), target.span))
    };
    let parents: Vec<Vec<Step>> = tables
        .institutions
        .iter()
        .map(|record| one(record.as_ref().and_then(|record| record.parent.as_ref())))
        .collect();
    circles(Kind::Institution, "parent", &parents, index, report);
    let broader: Vec<Vec<Step>> =
        tables.topics.iter().map(|record| one(record.as_ref().and_then(|record| record.broader.as_ref()))).collect();
    circles(Kind::Topic, "broader", &broader, index, report);
    let returns: Vec<Vec<Step>> =
        tables.visits.iter().map(|record| one(record.as_ref().and_then(|record| record.return_of.as_ref()))).collect();
    circles(Kind::Visit, "return_of", &returns, index, report);
}

/// A walk up from every record, each edge once. Reports each circle once, at the edge that closes it.
fn circles(kind: Kind, field: &'static str, steps: &[Vec<Step>], index: &Index<'_>, report: &mut Report) {
    let mut state = vec![0u8; steps.len()];
    for start in 0..steps.len() {
        if state[start] != 0 {
            continue;
        }
        let mut path: Vec<(usize, usize)> = vec![(start, 0)];
        state[start] = 1;
        while let Some((at, next)) = path.last_mut() {
            let Some(step) = steps[*at].get(*next) else {
                state[*at] = 2;
                path.pop();
                continue;
            };
            *next += 1;
            match state.get(step.to) {
                Some(0) => {
                    state[step.to] = 1;
                    path.push((step.to, 0));
                }
                Some(1) => {
                    let first = path.iter().position(|(at, _)| *at == step.to).unwrap_or(0);
                    if happens_at_once(&path[first..], steps) {
                        report.push(finding(kind, field, &path[first..], step.span, index));
                    }
                }
                _ => {}
            }
        }
    }
}

/// Parents in time may swap: a circle counts only if all its steps may hold on one day.
fn happens_at_once(path: &[(usize, usize)], steps: &[Vec<Step>]) -> bool {
    let used: Vec<&Step> = path.iter().filter_map(|(at, next)| steps[*at].get(next.saturating_sub(1))).collect();
    !used.iter().any(|a| {
        used.iter().any(|b| match (a.until, b.from) {
            (Some(until), Some(from)) => until == from || until.certainly_before(from),
            _ => false,
        })
    })
}

fn finding(kind: Kind, field: &'static str, path: &[(usize, usize)], span: Span, index: &Index<'_>) -> Diagnostic {
    let slots: Vec<_> = path.iter().filter_map(|(at, _)| index.slots(kind).get(*at)).collect();
    let finding = Diagnostic::at(
        Code::R005,
        span,
        Bilingual::new(format!("Isian `{field}` ini membentuk lingkaran."), format!("This `{field}` closes a circle.")),
    )
    .of_field(field);
    if slots.iter().any(|slot| slot.hidden) {
        return finding;
    }
    let mut ids: Vec<&str> = slots.iter().take(8).map(|slot| &*slot.id).collect();
    if slots.len() > 8 {
        ids.push("…");
    }
    ids.extend(slots.first().map(|slot| &*slot.id));
    let circle = ids.join(" → ");
    finding.note(Bilingual::new(
        format!("Lingkarannya: {circle}. Ubah salah satunya."),
        format!("The circle is {circle}. Change one of them."),
    ))
}
