//! Records of which only numbers changed: what a person does who corrects a figure.
//!
//! No id, reference, date, text or address differs, so what every other record and narrative was checked against stays
//! as it was; rules about numbers only warn.

use super::rules::personal_data;
use super::yaml::{Field, Node, Value, parse};
use crate::diag::{FileId, Located, Report, Span};
use crate::value::{Count, Kind};

/// The records of a file with the numbers that they now have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recount {
    /// Each record.
    pub records: Vec<Recounted>,
}

/// A record with its numbers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recounted {
    /// Its kind.
    pub kind: Kind,
    /// Its id.
    pub id: String,
    /// Where it stands now.
    pub span: Span,
    /// `participants, applicants, selected, completed` of a cohort, `count` of a placement, `delegates` of a visit,
    /// `participants, hours` of a training; none where the record does not say.
    pub counts: Vec<Option<Located<Count>>>,
}

/// The fields that hold numbers of people or hours.
fn numbers_of(kind: Kind) -> &'static [&'static str] {
    match kind {
        Kind::Cohort => &["participants", "applicants", "selected", "completed"],
        Kind::Placement => &["count"],
        Kind::Visit => &["delegates"],
        Kind::Training => &["participants", "hours"],
        _ => &[],
    }
}

/// The numbers of `new`, if nothing else of a checked file of records changed and each of them is a count.
pub fn recount(file: FileId, kind: Kind, old: &str, new: &str) -> Option<Recount> {
    if numbers_of(kind).is_empty() {
        return None;
    }
    let mut report = Report::new();
    personal_data::check_text(file, 0, new, &mut report);
    let (before, after) = (records(file, old, &mut report)?, records(file, new, &mut report)?);
    if !report.diagnostics().is_empty() || before.len() != after.len() {
        return None;
    }
    let records = before.iter().zip(&after).map(|(old, new)| recounted(kind, old, new)).collect::<Option<_>>()?;
    Some(Recount { records })
}

fn records<'s>(file: FileId, text: &'s str, report: &mut Report) -> Option<Vec<Node<'s>>> {
    let node = parse(file, text, 0, text.len(), report)?;
    match node.value {
        Value::List(items) => Some(items),
        Value::Table(_) => Some(vec![node]),
        _ => None,
    }
}

fn recounted(kind: Kind, old: &Node<'_>, new: &Node<'_>) -> Option<Recounted> {
    let (Value::Table(before), Value::Table(after)) = (&old.value, &new.value) else { return None };
    let names = numbers_of(kind);
    let others = |fields: &'_ [Field<'_>]| fields.iter().filter(|field| !names.contains(&&*field.name)).count();
    let is_same = others(before) == others(after)
        && before
            .iter()
            .filter(|field| !names.contains(&&*field.name))
            .zip(after.iter().filter(|field| !names.contains(&&*field.name)))
            .all(|(old, new)| old.name == new.name && same(&old.value, &new.value));
    if !is_same {
        return None;
    }
    let id = after.iter().find(|field| field.name == "id")?.value.text()?.text.to_string();
    let counts = names.iter().map(|name| number(after, name)).collect::<Option<_>>()?;
    Some(Recounted { kind, id, span: new.span, counts })
}

/// The number of a field, perhaps none; nothing where it is no number, or there twice.
fn number(fields: &[Field<'_>], name: &str) -> Option<Option<Located<Count>>> {
    let mut named = fields.iter().filter(|field| field.name == name);
    let Some(field) = named.next() else { return Some(None) };
    if named.next().is_some() {
        return None;
    }
    let text = field.value.text()?;
    Count::parse(text.text.trim()).ok().map(|count| Some(Located::new(count, field.value.span)))
}

/// Whether two nodes say the same, wherever they stand.
fn same(one: &Node<'_>, other: &Node<'_>) -> bool {
    match (&one.value, &other.value) {
        (Value::Empty, Value::Empty) => true,
        (Value::Text(one), Value::Text(other)) => one == other,
        (Value::List(one), Value::List(other)) => {
            one.len() == other.len() && one.iter().zip(other).all(|(one, other)| same(one, other))
        }
        (Value::Table(one), Value::Table(other)) => {
            let pairs = one.iter().zip(other);
            one.len() == other.len()
                && pairs.into_iter().all(|(one, other)| one.name == other.name && same(&one.value, &other.value))
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::recount;
    use crate::diag::FileId;
    use crate::value::Kind;

    const OLD: &str = "- id: a\n  origin: [papua]\n  participants: 5\n- {id: b, origin: [papua], internal: {x: 1}}\n";

    fn after(from: &str, to: &str) -> Option<usize> {
        let new = OLD.replace(from, to);
        assert_ne!(new, OLD, "{from}");
        recount(FileId(0), Kind::Cohort, OLD, &new).map(|recount| recount.records.len())
    }

    #[test]
    fn numbers_may_change_come_and_go() {
        let repairs = [
            ("5", "12"),
            ("5", "\"~40\""),
            ("  participants: 5\n", ""),
            ("5", "5\n  completed: 3"),
            ("id: b", "id: b, applicants: 7"),
        ];
        for (from, to) in repairs {
            assert_eq!(after(from, to), Some(2), "{from} -> {to}");
        }
        assert_eq!(after("- id: a", "# Catatan\n\n- id: a"), Some(2), "it may stand elsewhere");
    }

    #[test]
    fn whatever_else_changes_is_checked_as_a_whole() {
        for (from, to) in [
            ("5", "banyak"),
            ("5", "9-3"),
            ("5", "[5]"),
            ("5", "5\n  participants: 6"),
            ("papua", "maluku"),
            ("id: a", "id: c"),
            ("- {id: b, origin: [papua], internal: {x: 1}}\n", ""),
            ("5", "5\n  partisipants: 6"),
            ("x: 1", "x: 2"),
            ("5", "5 # NIK 3573041508900003"),
            ("[papua]", "[papua"),
        ] {
            assert_eq!(after(from, to), None, "{from} -> {to}");
        }
        assert!(recount(FileId(0), Kind::Outcome, OLD, OLD).is_none(), "a kind without such numbers");
    }
}
