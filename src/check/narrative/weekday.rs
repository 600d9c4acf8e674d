//! N015: a weekday in prose that does not fit the date written with it.

use crate::check::record::Scope;
use crate::check::record::scope::shown;
use crate::diag::{Bilingual, Code, Diagnostic, Span};
use chrono::{Datelike, NaiveDate, Weekday};
use std::ops::Range;

const DAYS: [(&str, Weekday); 17] = [
    ("senin", Weekday::Mon),
    ("selasa", Weekday::Tue),
    ("rabu", Weekday::Wed),
    ("kamis", Weekday::Thu),
    ("jumat", Weekday::Fri),
    ("jum'at", Weekday::Fri),
    ("jum’at", Weekday::Fri),
    ("sabtu", Weekday::Sat),
    ("minggu", Weekday::Sun),
    ("ahad", Weekday::Sun),
    ("monday", Weekday::Mon),
    ("tuesday", Weekday::Tue),
    ("wednesday", Weekday::Wed),
    ("thursday", Weekday::Thu),
    ("friday", Weekday::Fri),
    ("saturday", Weekday::Sat),
    ("sunday", Weekday::Sun),
];

const MONTHS: [(&str, &str, &str); 12] = [
    ("januari", "january", "jan"),
    ("februari", "february", "feb"),
    ("maret", "march", "mar"),
    ("april", "april", "apr"),
    ("mei", "may", "may"),
    ("juni", "june", "jun"),
    ("juli", "july", "jul"),
    ("agustus", "august", "aug"),
    ("september", "september", "sep"),
    ("oktober", "october", "oct"),
    ("november", "november", "nov"),
    ("desember", "december", "dec"),
];

/// Words, with the bytes where they stand.
type Words<'t> = [(&'t str, Range<usize>)];

/// Looks for weekdays that are followed by a full date: "Senin, 7 November 2022", "Senin (7/11/2022)".
pub fn check(text: &str, span: &dyn Fn(&Range<usize>) -> Span, scope: &mut Scope<'_>) {
    let words = words(text);
    for at in 0..words.len() {
        let (word, range) = &words[at];
        let Some(said) = weekday(word) else { continue };
        let Some((date, last)) = date_after(text, &words, at) else { continue };
        if date.weekday() == said {
            continue;
        }
        let written = shown(text.get(range.start..words[last].1.end).unwrap_or_default());
        let (right_id, right_en) = names(date.weekday());
        let english = DAYS[10..].iter().any(|(name, _)| *name == word.to_lowercase());
        let right = if english { right_en } else { right_id };
        let finding = Diagnostic::at(
            Code::N015,
            span(range),
            Bilingual::new(
                format!("Hari dan tanggalnya tidak cocok: `{written}`."),
                format!("The weekday does not fit its date: `{written}`."),
            ),
        )
        .note(Bilingual::new(
            format!("{date} adalah hari {right_id}: tulis `{right}`, atau periksa tanggalnya."),
            format!("{date} was a {right_en}: write `{right}`, or check the date."),
        ));
        scope.push(finding);
    }
}

fn words(text: &str) -> Vec<(&str, Range<usize>)> {
    let mut out = Vec::new();
    let mut start = None;
    for (at, letter) in text.char_indices().chain([(text.len(), ' ')]) {
        let inside = letter.is_alphanumeric() || letter == '\'' || letter == '’';
        match (inside, start) {
            (true, None) => start = Some(at),
            (false, Some(first)) => {
                out.push((&text[first..at], first..at));
                start = None;
            }
            _ => {}
        }
    }
    out
}

fn weekday(word: &str) -> Option<Weekday> {
    if word.len() > 10 {
        return None;
    }
    let word = word.to_lowercase();
    DAYS.iter().find(|(name, _)| *name == word).map(|(_, day)| *day)
}

/// The date in the three words after `at`, and the last of them.
fn date_after(text: &str, words: &Words<'_>, at: usize) -> Option<(NaiveDate, usize)> {
    let next = |step: usize| words.get(at + step).map(|(word, _)| *word);
    for step in 1..=3 {
        let (before, after) = (&words.get(at + step - 1)?.1, &words.get(at + step)?.1);
        let gap = text.get(before.end..after.start)?;
        if gap.chars().count() > 3 || gap.chars().any(|c| !" ,()/-.\u{a0}\n\r*_".contains(c)) {
            return None;
        }
    }
    let (first, second, year) = (next(1)?, next(2)?, next(3)?);
    let year: i32 = year.parse().ok().filter(|_| year.len() == 4)?;
    let is_name = first.parse::<u32>().is_err();
    let (day, month) = match month(first).filter(|_| is_name) {
        Some(month) => (second, month),
        None => (first, month(second)?),
    };
    let day: u32 = day.trim_end_matches(|c: char| c.is_alphabetic()).parse().ok()?;
    Some((NaiveDate::from_ymd_opt(year, month, day)?, at + 3))
}

/// A month by its name in either language, or by its number.
fn month(word: &str) -> Option<u32> {
    let lower = word.to_lowercase();
    let by_name = MONTHS.iter().position(|(id, en, short)| [*id, *en, *short].contains(&lower.as_str()));
    match by_name {
        Some(at) => u32::try_from(at + 1).ok(),
        None => word.parse().ok().filter(|month| (1..=12).contains(month)),
    }
}

fn names(day: Weekday) -> (&'static str, &'static str) {
    match day {
        Weekday::Mon => ("Senin", "Monday"),
        Weekday::Tue => ("Selasa", "Tuesday"),
        Weekday::Wed => ("Rabu", "Wednesday"),
        Weekday::Thu => ("Kamis", "Thursday"),
        Weekday::Fri => ("Jumat", "Friday"),
        Weekday::Sat => ("Sabtu", "Saturday"),
        Weekday::Sun => ("Minggu", "Sunday"),
    }
}

#[cfg(test)]
mod tests {
    use super::{date_after, words};

    #[test]
    fn dates_follow_their_weekday() {
        for (text, date) in [
            ("Senin, 7 November 2022", Some("2022-11-07")),
            ("Senin (7/11/2022)", Some("2022-11-07")),
            ("Monday, November 7, 2022", Some("2022-11-07")),
            ("Monday 7th November 2022", Some("2022-11-07")),
            ("Senin lalu 7 November 2022", None),
            ("Senin, 7 November", None),
            ("Minggu ke 2 2022", None),
        ] {
            let words = words(text);
            let found = date_after(text, &words, 0).map(|(date, _)| date.to_string());
            assert_eq!(found.as_deref(), date, "{text}");
        }
    }
}
