//! The words that this folder asks of a theme, in both languages of the tests.

use crate::text::Messages;

/// Indonesian.
const ID: &str = r#"
format_thousands: "."
format_decimal: ","
format_minus: "−"
format_percent: "{n}%"
format_range: "{low}–{high}"
format_about: "sekitar {value}"
format_at_least: "sedikitnya {value}"
format_unknown: "tidak disebutkan"
format_hidden: "disamarkan"
format_not_applicable: "tidak berlaku"
format_months: "Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember"
format_months_short: "Jan Feb Mar Apr Mei Jun Jul Agu Sep Okt Nov Des"
format_weekdays: "Senin Selasa Rabu Kamis Jumat Sabtu Minggu"
format_date_day: "{day} {month} {year}"
format_date_month: "{month} {year}"
format_date_weekday: "{weekday}, {date}"
format_range_days: "{start}–{end} {month} {year}"
format_range_months: "{start_day} {start_month}–{end_day} {end_month} {year}"
format_range_whole_months: "{start_month}–{end_month} {year}"
format_range_dates: "{start}–{end}"
format_since: "sejak {date}"
format_until: "sampai {date}"
format_duration_years: "{n} tahun"
format_duration_months: "{n} bulan"
format_duration_weeks: "{n} minggu"
format_duration_days: "{n} hari"
format_duration_parts: "{first} {second}"
format_duration_range: "{low} sampai {high}"
format_list_two: "{first} dan {second}"
format_list_next: "{list}, {item}"
format_list_last: "{list}, dan {item}"
format_size_bytes: "{n} byte"
format_size_kilobytes: "{n} kB"
format_size_megabytes: "{n} MB"
"#;

/// English.
const EN: &str = r#"
format_thousands: ","
format_decimal: "."
format_minus: "−"
format_percent: "{n}%"
format_range: "{low}–{high}"
format_about: "about {value}"
format_at_least: "at least {value}"
format_unknown: "not stated"
format_hidden: "withheld"
format_not_applicable: "not applicable"
format_months: "January February March April May June July August September October November December"
format_months_short: "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec"
format_weekdays: "Monday Tuesday Wednesday Thursday Friday Saturday Sunday"
format_date_day: "{day} {month} {year}"
format_date_month: "{month} {year}"
format_date_weekday: "{weekday}, {date}"
format_range_days: "{start}–{end} {month} {year}"
format_range_months: "{start_day} {start_month}–{end_day} {end_month} {year}"
format_range_whole_months: "{start_month}–{end_month} {year}"
format_range_dates: "{start}–{end}"
format_since: "since {date}"
format_until: "until {date}"
format_duration_years: "{n} years"
format_duration_years_one: "{n} year"
format_duration_months: "{n} months"
format_duration_months_one: "{n} month"
format_duration_weeks: "{n} weeks"
format_duration_weeks_one: "{n} week"
format_duration_days: "{n} days"
format_duration_days_one: "{n} day"
format_duration_parts: "{first} {second}"
format_duration_range: "{low} to {high}"
format_list_two: "{first} and {second}"
format_list_next: "{list}, {item}"
format_list_last: "{list}, and {item}"
format_size_bytes: "{n} bytes"
format_size_bytes_one: "{n} byte"
format_size_kilobytes: "{n} kB"
format_size_megabytes: "{n} MB"
"#;

/// The Indonesian words.
pub(super) fn indonesian() -> Messages {
    Messages::parse(ID).expect("a table of words")
}

/// The English words.
pub(super) fn english() -> Messages {
    Messages::parse(EN).expect("a table of words")
}
