//! Readers of dates, durations and instants.

use super::Scope;
use super::scope::shown;
use crate::check::describe::Shape;
use crate::check::yaml::{Node, Style};
use crate::diag::{Bilingual, Code, Diagnostic, Fix};
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
            let spelled = respelled(text);
            let message = match &spelled {
                Some((date, Err(problem))) => date_sentence(date, *problem, &shown(text)),
                _ => date_sentence(text, problem, &shown(text)),
            };
            let mut finding = Diagnostic::at(Code::V002, node.span, message);
            if let Some((date, Ok(()))) = &spelled {
                finding = finding
                    .note(Bilingual::new(format!("Mungkin maksudnya `{date}`?"), format!("Did you mean `{date}`?")));
                if is_certain(text) && found.style == Style::Plain {
                    finding = finding.fixed_by(Fix::replace(node.span, date.clone()));
                }
            }
            let finding = finding.note(Bilingual::new(
                "Tanggal ditulis 2022, 2022-11 atau 2022-11-07; `~` di akhir berarti kira-kira.",
                "A date is written 2022, 2022-11 or 2022-11-07; `~` at the end means about.",
            ));
            scope.push(finding);
            None
        }
    }
}

/// `date` is the value in the order of the content model, `word` what was written.
fn date_sentence(date: &str, problem: DateProblem, word: &str) -> Bilingual {
    match problem {
        DateProblem::Shape => Bilingual::new(format!("`{word}` bukan tanggal."), format!("`{word}` is not a date.")),
        DateProblem::Month => {
            let month = date.get(5..7).unwrap_or_default();
            Bilingual::new(
                format!("`{word}` tidak ada: tidak ada bulan {month}."),
                format!("`{word}` does not exist: there is no month {month}."),
            )
        }
        DateProblem::Day(last) => {
            let month = date.get(..7).unwrap_or_default();
            Bilingual::new(
                format!("`{word}` tidak ada: bulan {month} punya {last} hari."),
                format!("`{word}` does not exist: {month} has {last} days."),
            )
        }
    }
}

/// Names of months, as people begin them, in both languages.
const MONTHS: [&[&str]; 12] = [
    &["jan"],
    &["feb", "peb"],
    &["mar"],
    &["apr"],
    &["mei", "may"],
    &["jun"],
    &["jul"],
    &["agu", "agt", "aug"],
    &["sep"],
    &["okt", "oct"],
    &["nov", "nop"],
    &["des", "dec"],
];

/// A date in another order or with the name of its month, in the order of the content model:
/// `31/12/2022`, `2022.12.31`, `31 Desember 2022`, `Desember 2022`, `20221231`; and whether there is such a day.
fn respelled(text: &str) -> Option<(String, Result<(), DateProblem>)> {
    let parts: Vec<&str> = text.split(['/', '-', '.', ' ', ',']).filter(|part| !part.is_empty()).collect();
    let number = |part: &str| part.parse::<u32>().ok();
    let (year, month, day) = match parts.as_slice() {
        [whole] if whole.len() == 8 && whole.bytes().all(|byte| byte.is_ascii_digit()) => {
            (number(whole.get(..4)?)?, number(whole.get(4..6)?)?, Some(number(whole.get(6..)?)?))
        }
        [month, year] if year.len() == 4 => (number(year)?, month_number(month)?, None),
        [day, month, year] if year.len() == 4 => match number(day) {
            Some(day) => (number(year)?, number(month).or_else(|| month_number(month))?, Some(day)),
            None => (number(year)?, month_number(day)?, Some(number(month)?)),
        },
        [year, month, day] if year.len() == 4 => {
            (number(year)?, number(month).or_else(|| month_number(month))?, Some(number(day)?))
        }
        _ => return None,
    };
    let date = match day {
        Some(day) => format!("{year:04}-{month:02}-{day:02}"),
        None => format!("{year:04}-{month:02}"),
    };
    let known = PartialDate::parse(&date).map(|_| ());
    (date != text).then_some((date, known))
}

/// Only one reading makes sense: the year stands first, the month has a name, or the day is above 12.
fn is_certain(text: &str) -> bool {
    let named = text.chars().any(char::is_alphabetic);
    let first = text.split(['/', '-', '.', ' ']).next().unwrap_or_default();
    named || first.len() >= 4 || first.parse::<u32>().is_ok_and(|day| day > 12)
}

fn month_number(word: &str) -> Option<u32> {
    let lower = word.to_lowercase();
    let at = MONTHS.iter().position(|names| names.iter().any(|name| lower.starts_with(name)))?;
    u32::try_from(at + 1).ok()
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
    use super::{is_certain, respelled};

    #[test]
    fn other_orders_are_recognised() {
        for (text, date) in [
            ("31/12/2022", "2022-12-31"),
            ("7-11-2022", "2022-11-07"),
            ("2022/1/7", "2022-01-07"),
            ("7 November 2022", "2022-11-07"),
            ("November 7, 2022", "2022-11-07"),
            ("Agustus 2022", "2022-08"),
            ("20221107", "2022-11-07"),
        ] {
            assert_eq!(
                respelled(text).map(|(date, known)| (date, known.is_ok())),
                Some((date.to_owned(), true)),
                "{text}"
            );
        }
        assert_eq!(respelled("31/02/2024").map(|(_, known)| known.is_ok()), Some(false));
        assert_eq!(respelled("besok"), None);
        assert_eq!(respelled("2022-13"), None);
    }

    #[test]
    fn a_day_above_twelve_is_no_month() {
        assert!(is_certain("19/04/2023") && is_certain("2023/4/5") && is_certain("5 April 2023"));
        assert!(!is_certain("04/05/2023"));
    }
}
