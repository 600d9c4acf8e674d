//! Readers of dates, durations and instants.

use super::Scope;
use super::scope::shown;
use crate::check::describe::Shape;
use crate::check::yaml::Node;
use crate::diag::{Bilingual, Code, Diagnostic};
use crate::value::{DateProblem, Duration, DurationProblem, InstantProblem, PartialDate, parse_instant};
use chrono::{DateTime, FixedOffset};

/// A partial, perhaps approximate date.
pub fn date<'a>(node: &'a Node<'a>, scope: &mut Scope<'a>) -> Option<PartialDate> {
    if scope.describes(|| Shape::Date) {
        return None;
    }
    let found = scope.text_of(node)?;
    let text = found.text.trim();
    match PartialDate::parse(text) {
        Ok(date) => Some(date),
        Err(problem) => {
            let message = date_sentence(&shown(text), problem);
            let finding = Diagnostic::at(Code::V002, node.span, message)
                .note_if(rearranged(text).map(|date| {
                    Bilingual::new(format!("Mungkin maksudnya `{date}`?"), format!("Did you mean `{date}`?"))
                }))
                .note(Bilingual::new(
                    "Tanggal ditulis 2022, 2022-11 atau 2022-11-07; `~` di akhir berarti kira-kira.",
                    "A date is written 2022, 2022-11 or 2022-11-07; `~` at the end means about.",
                ));
            scope.push(finding);
            None
        }
    }
}

fn date_sentence(word: &str, problem: DateProblem) -> Bilingual {
    match problem {
        DateProblem::Shape => Bilingual::new(format!("`{word}` bukan tanggal."), format!("`{word}` is not a date.")),
        DateProblem::Month => {
            let month = word.get(5..7).unwrap_or_default();
            Bilingual::new(
                format!("`{word}` tidak ada: tidak ada bulan {month}."),
                format!("`{word}` does not exist: there is no month {month}."),
            )
        }
        DateProblem::Day(last) => {
            let month = word.get(..7).unwrap_or_default();
            Bilingual::new(
                format!("`{word}` tidak ada: bulan {month} punya {last} hari."),
                format!("`{word}` does not exist: {month} has {last} days."),
            )
        }
    }
}

/// `31/12/2022`, `31-12-2022`, `2022/12/31`, `2022-1-7` in the order of the content model, if only one reading makes sense.
fn rearranged(text: &str) -> Option<String> {
    let parts: Vec<&str> = text.split(['/', '-', '.', ' ']).collect();
    let numbers: Vec<u32> = parts.iter().map(|part| part.parse().ok()).collect::<Option<_>>()?;
    let (year, month, day) = match (numbers.as_slice(), parts.as_slice()) {
        ([day, month, year], [_, _, last]) if last.len() == 4 => (*year, *month, *day),
        ([year, month, day], [first, _, _]) if first.len() == 4 => (*year, *month, *day),
        _ => return None,
    };
    let date = format!("{year:04}-{month:02}-{day:02}");
    PartialDate::parse(&date).ok().map(|date| date.to_string())
}

/// A duration.
pub fn duration<'a>(node: &'a Node<'a>, scope: &mut Scope<'a>) -> Option<Duration> {
    if scope.describes(|| Shape::Duration) {
        return None;
    }
    let found = scope.text_of(node)?;
    match Duration::parse(found.text.trim()) {
        Ok(duration) => Some(duration),
        Err(problem) => {
            let word = shown(&found.text);
            let message = match problem {
                DurationProblem::Shape => {
                    (format!("`{word}` bukan lama waktu."), format!("`{word}` is not a duration."))
                }
                DurationProblem::Order => (
                    format!("Rentang `{word}` berakhir lebih pendek daripada awalnya."),
                    format!("The range `{word}` ends shorter than it starts."),
                ),
            };
            scope.bad(
                Code::V003,
                node.span,
                message,
                (
                    "Tulis P1M (satu bulan), P45D (45 hari), \"~P1M\", P2M/P3M (dua sampai tiga bulan) atau P1M+.",
                    "Write P1M (one month), P45D (45 days), \"~P1M\", P2M/P3M (two to three months) or P1M+.",
                ),
            );
            None
        }
    }
}

/// A moment with offset or zone.
pub fn instant<'a>(node: &'a Node<'a>, scope: &mut Scope<'a>) -> Option<DateTime<FixedOffset>> {
    if scope.describes(|| Shape::Instant) {
        return None;
    }
    let found = scope.text_of(node)?;
    match parse_instant(&found.text) {
        Ok(instant) => Some(instant),
        Err(problem) => {
            let word = shown(&found.text);
            let message = match problem {
                InstantProblem::Shape => (format!("`{word}` bukan saat."), format!("`{word}` is not a moment.")),
                InstantProblem::NoZone => (
                    format!("Pada `{word}` tidak ada jam dan zona waktunya."),
                    format!("`{word}` lacks its time and zone."),
                ),
            };
            scope.bad(
                Code::V006,
                node.span,
                message,
                (
                    "Tulis misalnya 2026-12-01 09:00 WIB atau 2026-12-01T09:00:00+07:00.",
                    "Write for example 2026-12-01 09:00 WIB or 2026-12-01T09:00:00+07:00.",
                ),
            );
            None
        }
    }
}

#[cfg(test)]
mod tests {
    use super::rearranged;

    #[test]
    fn other_orders_are_recognised() {
        assert_eq!(rearranged("31/12/2022").as_deref(), Some("2022-12-31"));
        assert_eq!(rearranged("7-11-2022").as_deref(), Some("2022-11-07"));
        assert_eq!(rearranged("2022/1/7").as_deref(), Some("2022-01-07"));
        assert_eq!(rearranged("31/13/2022"), None);
        assert_eq!(rearranged("besok"), None);
    }
}
