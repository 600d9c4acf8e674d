//! Heavy pages as findings: one for each kind of load and each part of the site, about its heaviest page.

use super::{Heavy, Load};
use crate::diag::{Bilingual, Code, Diagnostic};
use std::collections::BTreeMap;

/// The findings about heavy pages, heaviest page of each group first named.
pub fn findings(heavy: Vec<Heavy>) -> Vec<Diagnostic> {
    let mut groups: BTreeMap<(Load, String), Vec<Heavy>> = BTreeMap::new();
    for page in heavy {
        groups.entry((page.load, part_of_site(&page.path))).or_default().push(page);
    }
    groups.into_values().filter_map(finding).collect()
}

/// `wilayah` of `wilayah/papua/2022/index.html`, `en/regions` of its twin.
fn part_of_site(path: &str) -> String {
    let mut folders = path.split('/');
    let first = folders.next().unwrap_or_default();
    if first.len() > 3 {
        return first.to_owned();
    }
    format!("{first}/{}", folders.next().unwrap_or_default())
}

fn finding(group: Vec<Heavy>) -> Option<Diagnostic> {
    let others = group.len() - 1;
    let worst = group.into_iter().max_by(|one, other| {
        let by_path = || other.path.cmp(&one.path);
        one.weight.cmp(&other.weight).then_with(by_path)
    })?;
    let (weight, limit) = (kilobytes(worst.weight), worst.limit / 1000);
    let message = match worst.load {
        Load::Page => Bilingual::new(
            format!("Halaman ini {weight} KB (HTML dan CSS, dimampatkan); batasnya {limit} KB."),
            format!("This page weighs {weight} KB (HTML and CSS, compressed); the limit is {limit} KB."),
        ),
        Load::Script => Bilingual::new(
            format!("Skrip halaman ini {weight} KB, dimampatkan; batasnya {limit} KB."),
            format!("The scripts of this page weigh {weight} KB, compressed; the limit is {limit} KB."),
        ),
        Load::FirstView => Bilingual::new(
            format!("Untuk membuka halaman ini dimuat {weight} KB; batasnya {limit} KB."),
            format!("Opening this page loads {weight} KB; the limit is {limit} KB."),
        ),
    };
    let parts: Vec<String> =
        worst.parts.iter().map(|(name, bytes)| format!("`{name}` {} KB", kilobytes(*bytes))).collect();
    let heaviest = Bilingual::new(
        format!("Yang terberat: {}.", parts.join(", ")),
        format!("The heaviest parts: {}.", parts.join(", ")),
    );
    let more = (others > 0).then(|| {
        Bilingual::new(
            format!("Begitu juga {others} halaman lain di bagian ini."),
            format!("So it is with {others} more pages of this part."),
        )
    });
    Some(Diagnostic::about(Code::B001, worst.path, message).note(heaviest).note_if(more).note(repair(worst.load)))
}

fn repair(load: Load) -> Bilingual {
    let key = match load {
        Load::Page => "page_kb",
        Load::Script => "script_kb",
        Load::FirstView => "first_view_kb",
    };
    Bilingual::new(
        format!("Pendekkan bagian itu, atau ubah `budget.{key}` di content/site.yaml."),
        format!("Shorten that part, or change `budget.{key}` in content/site.yaml."),
    )
}

/// Kilobytes of a thousand, rounded up: what is over a limit never looks like the limit.
fn kilobytes(bytes: u64) -> u64 {
    bytes.div_ceil(1000)
}

#[cfg(test)]
mod tests {
    use super::findings;
    use crate::publish::weigh::{Heavy, Load};

    #[test]
    fn a_part_of_the_site_is_told_once_about_its_heaviest_page() {
        let heavy = |path: &str, weight| Heavy {
            load: Load::Page,
            path: path.to_owned(),
            weight,
            limit: 60_000,
            parts: vec![("#by_year".to_owned(), 41_000)],
        };
        let found = findings(vec![
            heavy("wilayah/a/index.html", 61_000),
            heavy("wilayah/papua/2022/index.html", 60_001),
            heavy("wilayah/b/index.html", 70_400),
            heavy("en/regions/b/index.html", 70_400),
        ]);
        let paths: Vec<&str> = found.iter().filter_map(|finding| finding.path.as_deref()).collect();
        assert_eq!(paths, ["en/regions/b/index.html", "wilayah/b/index.html"]);
        assert!(
            found[1].message.en.contains("71 KB") && found[1].message.en.contains("60 KB"),
            "{:?}",
            found[1].message
        );
        assert_eq!(found[1].notes.len(), 3);
    }
}
