//! The words of a difference.

use super::difference::{Change, Difference, FigureChange};
use crate::diag::Bilingual;

/// The first line of the Markdown: by it a comment is found and written over.
pub const MARKER: &str = "<!-- terbit-diff -->";

/// GitHub takes 65,536 characters in a comment.
const MOST: usize = 60_000;

/// Pages and figures of one heading that are shown in text and Markdown.
const SHOWN: usize = 200;

/// The difference for a terminal.
pub fn to_text(found: &Difference, lang: &str) -> String {
    let mut out = String::new();
    for section in sections(found, lang) {
        out.push_str(&format!("{} ({})\n", section.title, section.count));
        for line in &section.lines {
            out.push_str(&format!("  {}\n", line.0));
        }
    }
    out.push_str(&close(found, lang));
    out.push('\n');
    out
}

/// The difference for a review, at most 60,000 bytes; [`MARKER`] comes first.
pub fn to_markdown(found: &Difference, lang: &str) -> String {
    let title = Bilingual::new("Yang berubah di situs", "What changes on the site");
    let mut out = format!("{MARKER}\n### {}\n\n{}\n", title.get(lang), close(found, lang));
    let cut = Bilingual::new("… dan lainnya", "… and more");
    for section in sections(found, lang) {
        let head = format!("\n<details><summary>{} ({})</summary>\n\n", section.title, section.count);
        let tail = "\n</details>\n";
        let room = |out: &str, more: usize| out.len() + more + tail.len() + cut.get(lang).len() + 8 < MOST;
        if !room(&out, head.len()) {
            break;
        }
        out.push_str(&head);
        for (_, line) in &section.lines {
            if !room(&out, line.len() + 3) {
                out.push_str(&format!("- {}\n", cut.get(lang)));
                break;
            }
            out.push_str(&format!("- {line}\n"));
        }
        out.push_str(tail);
    }
    out
}

/// The difference for programs, whole.
pub fn to_json(found: &Difference) -> String {
    let mut text = serde_json::to_string_pretty(found).unwrap_or_default();
    text.push('\n');
    text
}

struct Section {
    title: &'static str,
    count: usize,
    /// For a terminal, and for Markdown.
    lines: Vec<(String, String)>,
}

fn sections(found: &Difference, lang: &str) -> Vec<Section> {
    let word = |id: &'static str, en: &'static str| if lang == "id" { id } else { en };
    let mut sections = vec![Section {
        title: word("Angka yang berubah", "Figures that changed"),
        count: found.figures.len(),
        lines: cut(
            found.figures.iter().map(|figure| (self::figure(figure, false), self::figure(figure, true))),
            found.figures.len(),
            lang,
        ),
    }];
    for (title, pages) in [
        (word("Halaman baru", "New pages"), &found.added),
        (word("Halaman yang hilang", "Pages that are gone"), &found.removed),
        (word("Halaman yang pindah", "Pages that moved"), &found.moved),
        (word("Halaman yang berubah", "Pages that changed"), &found.changed),
    ] {
        let lines = pages.iter().map(|change| (page(change, false), page(change, true)));
        sections.push(Section { title, count: pages.len(), lines: cut(lines, pages.len(), lang) });
    }
    sections.retain(|section| section.count > 0);
    sections
}

fn cut(lines: impl Iterator<Item = (String, String)>, count: usize, lang: &str) -> Vec<(String, String)> {
    let mut shown: Vec<_> = lines.take(SHOWN).collect();
    if count > SHOWN {
        let more = if lang == "id" {
            format!("… dan {} lagi", count - SHOWN)
        } else {
            format!("… and {} more", count - SHOWN)
        };
        shown.push((more.clone(), more));
    }
    shown
}

fn figure(change: &FigureChange, markdown: bool) -> String {
    let value = |value: &Option<String>| value.clone().unwrap_or_else(|| "–".to_owned());
    let code = |text: &str| if markdown { code(text) } else { text.to_owned() };
    let mut out =
        format!("{} {}: {} → {}", code(&address(&change.page)), change.name, value(&change.from), value(&change.to));
    for (sign, records) in [("+", &change.records_added), ("−", &change.records_removed)] {
        for record in records.iter().take(5) {
            out.push_str(&format!(" {sign}{}", code(record)));
        }
        if records.len() > 5 {
            out.push_str(&format!(" {sign}{}…", records.len() - 5));
        }
    }
    out
}

fn page(change: &Change, markdown: bool) -> String {
    let code = |text: &str| if markdown { code(text) } else { text.to_owned() };
    let mut out = code(&address(&change.page));
    if let Some(to) = &change.to {
        out.push_str(&format!(" → {}", code(&address(to))));
    }
    if let Some(cause) = &change.cause {
        out.push_str(&format!(" ({})", code(cause)));
    }
    out
}

fn address(page: &str) -> String {
    format!("/{page}")
}

/// Text that Markdown takes as it is.
fn code(text: &str) -> String {
    format!("`{}`", text.replace('`', "'").replace(char::is_control, " "))
}

/// The sum of it, in a sentence.
fn close(found: &Difference, lang: &str) -> String {
    if found.is_empty() {
        return Bilingual::new("Tidak ada yang berubah.", "Nothing changed.").get(lang).to_owned();
    }
    let [new, gone, changed] = found.other_files;
    let sum = Bilingual::new(
        format!(
            "{} angka berubah; halaman: {} baru, {} hilang, {} pindah, {} berubah; berkas lain: {new} baru, {gone} hilang, {changed} berubah.",
            found.figures.len(),
            found.added.len(),
            found.removed.len(),
            found.moved.len(),
            found.changed.len(),
        ),
        format!(
            "{} figures changed; pages: {} new, {} gone, {} moved, {} changed; other files: {new} new, {gone} gone, {changed} changed.",
            found.figures.len(),
            found.added.len(),
            found.removed.len(),
            found.moved.len(),
            found.changed.len(),
        ),
    );
    let mut out = sum.get(lang).to_owned();
    if !found.everywhere.is_empty() {
        let words: Vec<&str> = found.everywhere.iter().map(|word| everywhere(word, lang)).collect();
        let lead = if lang == "id" { "Berubah untuk semua halaman:" } else { "Changed for every page:" };
        out.push_str(&format!(" {lead} {}.", words.join(", ")));
    }
    out
}

fn everywhere(word: &'static str, lang: &str) -> &'static str {
    match (word, lang) {
        ("theme", "id") => "tema",
        ("settings", "id") => "pengaturan",
        ("clock", "id") => "waktu acuan",
        ("theme", _) => "the theme",
        ("settings", _) => "the settings",
        ("clock", _) => "the clock",
        (word, _) => word,
    }
}

#[cfg(test)]
mod tests {
    use super::{MARKER, MOST, to_markdown, to_text};
    use crate::compare::{Change, Difference, FigureChange};

    fn figure(page: &str) -> FigureChange {
        FigureChange {
            page: page.to_owned(),
            name: "cohorts".to_owned(),
            from: Some("3".to_owned()),
            to: Some("≥4".to_owned()),
            records_added: vec!["c-1".to_owned()],
            records_removed: Vec::new(),
        }
    }

    #[test]
    fn figures_say_from_what_to_what_and_why() {
        let found = Difference { figures: vec![figure("wilayah/papua/")], ..Difference::default() };
        assert!(to_text(&found, "en").contains("/wilayah/papua/ cohorts: 3 → ≥4 +c-1"));
        assert!(to_text(&Difference::default(), "id").contains("Tidak ada yang berubah."));
    }

    #[test]
    fn a_comment_fits_and_can_be_found_again() {
        let long = |at| Change { page: format!("{}{at}/`", "halaman-panjang-".repeat(40)), ..Change::default() };
        let found = Difference {
            added: (0..500).map(long).collect(),
            changed: (0..500).map(long).collect(),
            figures: (0..500).map(|at| figure(&format!("{}{at}/", "wilayah-".repeat(60)))).collect(),
            ..Difference::default()
        };
        let text = to_markdown(&found, "id");
        assert!(text.starts_with(MARKER) && text.len() <= MOST, "{}", text.len());
        assert_eq!(text.matches("<details>").count(), text.matches("</details>").count());
        assert!(text.contains("lainnya"), "what is left out is told");
    }
}
