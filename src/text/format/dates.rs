//! Dates and ranges of dates, never more precise than they were written.

use super::Formatter;
use crate::value::{PartialDate, Precision};
use chrono::Datelike;

impl Formatter<'_> {
    /// `16 Desember 2022`, `Desember 2022`, `2022`, each perhaps with `sekitar`.
    pub fn date(&self, date: PartialDate) -> String {
        self.about(date, self.written(date, "format_months"))
    }

    /// `16 Des 2022`.
    pub fn short_date(&self, date: PartialDate) -> String {
        self.about(date, self.written(date, "format_months_short"))
    }

    /// `Jumat, 16 Desember 2022`; a date without day, or an approximate one, has no weekday.
    pub fn weekday_date(&self, date: PartialDate) -> String {
        let text = self.date(date);
        let Some(day) = date.day().filter(|_| !date.is_approximate()) else {
            return text;
        };
        let weekday = self.nth("format_weekdays", day.weekday().num_days_from_monday());
        self.messages.fill("format_date_weekday", &[("weekday", weekday), ("date", &text)])
    }

    /// `17–20 Agustus 2024`, `14 November–16 Desember 2022`, `sejak 7 November 2022`, `sampai …`; without dates unknown.
    pub fn date_range(&self, start: Option<PartialDate>, end: Option<PartialDate>) -> String {
        match (start, end) {
            (None, None) => self.messages.get("format_unknown").to_owned(),
            (Some(start), None) => self.messages.fill("format_since", &[("date", &self.date(start))]),
            (None, Some(end)) => self.messages.fill("format_until", &[("date", &self.date(end))]),
            (Some(start), Some(end)) if start == end => self.date(start),
            (Some(start), Some(end)) => self.between(start, end),
        }
    }

    /// Leaves out of the start what it shares with the end, where both are equally precise and certain.
    fn between(&self, start: PartialDate, end: PartialDate) -> String {
        let alike = start.precision() == end.precision() && !start.is_approximate() && !end.is_approximate();
        let year = end.year().to_string();
        let months = start.month().zip(end.month()).filter(|_| alike && start.year() == end.year());
        let Some((first, last)) = months else {
            return self.messages.fill("format_range_dates", &[("start", &self.date(start)), ("end", &self.date(end))]);
        };
        let (first_name, last_name) = (self.month(first), self.month(last));
        let Some((start_day, end_day)) = start.day().zip(end.day()) else {
            return self.messages.fill(
                "format_range_whole_months",
                &[("start_month", first_name), ("end_month", last_name), ("year", &year)],
            );
        };
        let (start_day, end_day) = (start_day.day().to_string(), end_day.day().to_string());
        if first == last {
            return self.messages.fill(
                "format_range_days",
                &[("start", &start_day), ("end", &end_day), ("month", last_name), ("year", &year)],
            );
        }
        self.messages.fill(
            "format_range_months",
            &[
                ("start_day", &start_day),
                ("start_month", first_name),
                ("end_day", &end_day),
                ("end_month", last_name),
                ("year", &year),
            ],
        )
    }

    fn written(&self, date: PartialDate, months: &str) -> String {
        let year = date.year().to_string();
        let month = self.nth(months, date.first().month0());
        match date.precision() {
            Precision::Year => year,
            Precision::Month => self.messages.fill("format_date_month", &[("month", month), ("year", &year)]),
            Precision::Day => {
                let day = date.first().day().to_string();
                self.messages.fill("format_date_day", &[("day", &day), ("month", month), ("year", &year)])
            }
        }
    }

    fn about(&self, date: PartialDate, text: String) -> String {
        if date.is_approximate() { self.messages.fill("format_about", &[("value", &text)]) } else { text }
    }

    fn month(&self, month: u32) -> &str {
        self.nth("format_months", month.saturating_sub(1))
    }

    /// The word at `index` of a list of words; the key where the theme's list is too short, so that the gap is seen.
    fn nth<'k>(&'k self, key: &'k str, index: u32) -> &'k str {
        let index = usize::try_from(index).unwrap_or(usize::MAX);
        self.messages.get(key).split_whitespace().nth(index).unwrap_or(key)
    }
}

#[cfg(test)]
mod tests {
    use super::Formatter;
    use crate::text::format::fixture::{english, indonesian};
    use crate::value::PartialDate;

    fn date(text: &str) -> PartialDate {
        PartialDate::parse(text).expect("a date")
    }

    #[test]
    fn dates_are_never_more_precise_than_written() {
        let (id, en) = (indonesian(), english());
        let (id, en) = (Formatter::new(&id), Formatter::new(&en));
        for (text, in_id, in_en) in [
            ("2022-12-16", "16 Desember 2022", "16 December 2022"),
            ("2022-12", "Desember 2022", "December 2022"),
            ("2022", "2022", "2022"),
            ("2022~", "sekitar 2022", "about 2022"),
            ("2024-08-07~", "sekitar 7 Agustus 2024", "about 7 August 2024"),
        ] {
            assert_eq!((id.date(date(text)).as_str(), en.date(date(text)).as_str()), (in_id, in_en));
        }
        assert_eq!(id.short_date(date("2024-08-07")), "7 Agu 2024");
        assert_eq!(en.short_date(date("2024-08")), "Aug 2024");
        assert_eq!(id.weekday_date(date("2022-12-16")), "Jumat, 16 Desember 2022");
        assert_eq!(id.weekday_date(date("2022-12")), "Desember 2022");
    }

    #[test]
    fn ranges_say_shared_parts_once() {
        let (id, en) = (indonesian(), english());
        let (id, en) = (Formatter::new(&id), Formatter::new(&en));
        for (start, end, in_id, in_en) in [
            ("2024-08-17", "2024-08-20", "17–20 Agustus 2024", "17–20 August 2024"),
            ("2022-11-14", "2022-12-16", "14 November–16 Desember 2022", "14 November–16 December 2022"),
            ("2022-11-14", "2023-01-16", "14 November 2022–16 Januari 2023", "14 November 2022–16 January 2023"),
            ("2022-11", "2022-12", "November–Desember 2022", "November–December 2022"),
            ("2022-11", "2023-12", "November 2022–Desember 2023", "November 2022–December 2023"),
            ("2022", "2023", "2022–2023", "2022–2023"),
            ("2022", "2022", "2022", "2022"),
            ("2022-11", "2022-12-16", "November 2022–16 Desember 2022", "November 2022–16 December 2022"),
            ("2022-11~", "2022-12", "sekitar November 2022–Desember 2022", "about November 2022–December 2022"),
            ("2022-11-07", "2022-11-07", "7 November 2022", "7 November 2022"),
        ] {
            let (start, end) = (Some(date(start)), Some(date(end)));
            assert_eq!(id.date_range(start, end), in_id);
            assert_eq!(en.date_range(start, end), in_en);
        }
    }

    #[test]
    fn an_open_end_is_said() {
        let (id, en) = (indonesian(), english());
        let (id, en) = (Formatter::new(&id), Formatter::new(&en));
        assert_eq!(id.date_range(Some(date("2022-11-07")), None), "sejak 7 November 2022");
        assert_eq!(en.date_range(None, Some(date("2022~"))), "until about 2022");
        assert_eq!(id.date_range(None, None), "tidak disebutkan");
    }
}
