//! Every page of `tests/rules/`: each case is a site, with the findings it must have.
//!
//! `tests/rules/README.md` describes the pages; `rules/page.rs` reads them.

pub mod page;
mod words;

use super::project::repository;
use page::{Case, Page};
use rayon::prelude::*;
use std::collections::BTreeMap;
use std::fs;
use terbit::diag::emit::{Style, print_report};
use terbit::diag::{Code, Diagnostic, FileId, Places, Report, explanation};
use terbit::pipeline::check_site;

/// The pages, or the one that `TERBIT_RULE` names.
fn pages() -> Vec<Page> {
    let wanted = std::env::var("TERBIT_RULE").ok();
    let mut paths: Vec<_> = fs::read_dir(repository().join("tests/rules"))
        .expect("the folder of pages")
        .map(|entry| entry.expect("an entry").path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "md"))
        .filter(|path| path.file_stem().is_some_and(|stem| stem != "README"))
        .collect();
    paths.sort();
    let pages: Vec<Page> = paths.iter().map(|path| Page::read(path)).collect();
    pages.into_iter().filter(|page| wanted.as_ref().is_none_or(|code| *code == page.code)).collect()
}

/// What `terbit check` finds in a case.
struct Found {
    /// `CODE path:line:column`, sorted.
    spots: Vec<String>,
    /// The findings as they are printed.
    printed: BTreeMap<&'static str, String>,
    findings: Vec<Diagnostic>,
}

fn look(case: &Case) -> Found {
    let folder = case.site(&repository().join("tests/rules/site"));
    let options = case.options(folder.path());
    let mut report = Report::new();
    let run = check_site(&options, &mut report, &mut |_| {});
    let nowhere = Nowhere;
    let places: &dyn Places = run.sources.as_ref().map_or(&nowhere, |sources| sources as &dyn Places);
    let mut spots: Vec<(String, usize, usize, String)> = report
        .diagnostics()
        .iter()
        .map(|finding| match finding.span {
            Some(span) => {
                let before = &places.text(span.file)[..span.start as usize];
                let line = before.matches('\n').count() + 1;
                let column = before.rsplit('\n').next().unwrap_or_default().chars().count() + 1;
                (places.path(span.file).to_owned(), line, column, finding.code.word())
            }
            None => (finding.path.clone().unwrap_or_default(), 0, 0, finding.code.word()),
        })
        .collect();
    spots.sort();
    let printed = ["id", "en"].map(|lang| {
        let style = Style { lang: lang.to_owned(), color: false, width: 100, limit: usize::MAX };
        let mut out = Vec::new();
        print_report(&report, places, &style, &mut out).expect("memory takes it");
        let text = String::from_utf8(out).expect("text").replace(&*folder.path().to_string_lossy(), "…");
        (lang, text.trim_end().to_owned())
    });
    let spots = spots.into_iter().map(|(path, line, column, code)| match line {
        0 => format!("{code} {path}"),
        _ => format!("{code} {path}:{line}:{column}"),
    });
    Found { spots: spots.collect(), printed: BTreeMap::from(printed), findings: report.diagnostics().to_vec() }
}

/// Where there is no site there are no places.
struct Nowhere;

impl Places for Nowhere {
    fn path(&self, _: FileId) -> &str {
        ""
    }

    fn text(&self, _: FileId) -> &str {
        ""
    }
}

#[test]
fn every_case_is_found_where_it_is_and_nothing_else() {
    let bless = std::env::var_os("TERBIT_BLESS").is_some();
    let wrong: Vec<String> = pages().par_iter().flat_map(|page| compare(page, bless)).collect();
    assert!(wrong.is_empty(), "{} differences\n\n{}", wrong.len(), wrong.join("\n\n"));
}

fn compare(page: &Page, bless: bool) -> Vec<String> {
    let mut wrong = Vec::new();
    let mut printed = Vec::new();
    for case in &page.cases {
        let found = look(case);
        let name = format!("{}: {}", page.code, case.name);
        if found.spots != case.findings {
            let printed = &found.printed["en"];
            wrong.push(format!("{name}\nexpected {:#?}\nfound {:#?}\n{printed}", case.findings, found.spots));
        }
        for (lang, text) in &found.printed {
            if !bless && !case.findings.is_empty() && case.printed.get(*lang) != Some(text) {
                wrong.push(format!("{name}, messages in `{lang}`; TERBIT_BLESS=1 writes them anew\n{text}"));
            }
        }
        wrong.extend(found.findings.iter().flat_map(words::problems).map(|problem| format!("{name}: {problem}")));
        printed.push(found.printed);
    }
    if bless {
        page.bless(&printed);
    }
    wrong
}

#[test]
fn every_code_has_its_page_with_a_case_and_a_near_miss() {
    let pages: BTreeMap<String, Page> = pages().into_iter().map(|page| (page.code.clone(), page)).collect();
    let mut wrong = Vec::new();
    if std::env::var_os("TERBIT_RULE").is_none() {
        wrong
            .extend(pages.keys().filter(|code| Code::from_word(code).is_none()).map(|code| format!("{code}: no code")));
        let without = Code::ALL.iter().map(|code| code.word()).filter(|code| !pages.contains_key(code));
        wrong.extend(without.map(|code| format!("{code}: no page")));
        let cases: usize = pages.values().map(|page| page.cases.iter().filter(|case| case.is_wrong).count()).sum();
        if cases < 120 {
            wrong.push(format!("{cases} broken sites, at least 120 are promised"));
        }
    }
    for (code, page) in &pages {
        let has = |case: &Case| case.findings.iter().any(|line| line.starts_with(code.as_str()));
        if !page.cases.iter().any(|case| case.is_wrong && has(case)) {
            wrong.push(format!("{code}: no wrong case with it"));
        }
        if !page.cases.iter().any(|case| !case.is_wrong && !has(case)) {
            wrong.push(format!("{code}: no near miss"));
        }
        wrong.extend(page.cases.iter().filter(|case| case.is_wrong != has(case)).map(|case| {
            format!("{code}: the case `{}` is called {}", case.name, if case.is_wrong { "wrong" } else { "right" })
        }));
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_page_explains_in_both_languages() {
    for page in pages() {
        let code = Code::from_word(&page.code).expect("a code");
        let found = explanation(code).unwrap_or_else(|| panic!("{}: no explanation", page.code));
        for (lang, title, text) in [("id", &found.title.id, &found.text.id), ("en", &found.title.en, &found.text.en)] {
            assert!(!title.is_empty() && title.chars().count() <= 70, "{} {lang}: `{title}`", page.code);
            assert!(text.chars().count() >= 150, "{} {lang}: too little is said", page.code);
            words::assert_plain(&page.code, title);
            words::assert_plain(&page.code, text);
        }
    }
}
