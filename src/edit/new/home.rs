//! In which file a new record belongs, and where in it.

use super::draft::Draft;
use crate::check::ids::Known;
use crate::read::{SourceKind, Sources};
use crate::value::Kind;

/// Where a record is put.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Home {
    /// At the end of a file that holds a list of records.
    End(usize),
    /// Into a file that is not there yet.
    New(String),
}

/// The file for a record: the one of its year, the only one of its kind, the one where its parent stands; else a new one.
pub fn home(draft: &Draft, sources: &Sources, known: &[Known]) -> Home {
    let kind = draft.kind.plural();
    let id = draft.id.as_deref().unwrap_or(kind);
    match draft.kind {
        Kind::Story => return Home::New(format!("content/stories/{}/{id}.md", draft.year().unwrap_or("undated"))),
        Kind::Page => return Home::New(format!("content/pages/{id}.md")),
        _ => {}
    }
    let files: Vec<usize> = (0..sources.files.len())
        .filter(|at| matches!(&sources.files[*at].kind, SourceKind::Records(word) if word == kind))
        .collect();
    let stem = |at: usize| stem(&sources.files[at].path);
    let of_cohort = place_of(draft, "cohort", &[Kind::Cohort], known).map(stem).filter(|stem| is_year(stem));
    let year = draft.year().or(of_cohort);
    let by_year = files.iter().any(|at| is_year(stem(*at))) || files.is_empty() && has_years(draft.kind);
    let wanted = if by_year { Some(year.unwrap_or("undated")) } else { None };
    let found = match wanted {
        Some(word) => files.iter().copied().find(|at| stem(*at) == word),
        None if files.len() == 1 => files.first().copied(),
        None => place_of(draft, "parent", &[Kind::Region, Kind::Institution], known).filter(|at| files.contains(at)),
    };
    if let Some(at) = found.filter(|at| indent(&sources.files[*at].text).is_some()) {
        return Home::End(at);
    }
    let name = match wanted {
        Some(word) if found.is_none() => word,
        _ if files.is_empty() => return Home::New(format!("content/{kind}.yaml")),
        _ => id,
    };
    Home::New(format!("content/{kind}/{name}.yaml"))
}

/// How far the records of a file are indented, if it is a list that goes on line by line to its end.
pub fn indent(text: &str) -> Option<&str> {
    let is_record = |line: &&str| {
        let words = line.trim();
        !words.is_empty() && !words.starts_with('#') && words != "---"
    };
    let first = text.lines().find(is_record)?;
    let words = first.trim_start();
    let is_whole = !text.lines().any(|line| line.trim_end() == "...");
    (words.starts_with("- ") && is_whole).then(|| &first[..first.len() - words.len()])
}

/// The file in which the record stands that a field of the draft names.
fn place_of(draft: &Draft, field: &str, kinds: &[Kind], known: &[Known]) -> Option<usize> {
    let id = draft.text(field)?;
    let record = known.iter().find(|known| kinds.contains(&known.kind) && known.id == id)?;
    Some(record.span.file.0 as usize)
}

/// Kinds that grow year by year.
fn has_years(kind: Kind) -> bool {
    Kind::ACTIVITIES.contains(&kind)
        || matches!(kind, Kind::Outcome | Kind::Evaluation | Kind::Statement | Kind::Correction)
}

fn stem(path: &str) -> &str {
    let name = path.rsplit('/').next().unwrap_or(path);
    name.split('.').next().unwrap_or(name)
}

fn is_year(stem: &str) -> bool {
    stem.len() == 4 && stem.bytes().all(|byte| byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::{Home, home, indent};
    use crate::check::ids::ids;
    use crate::edit::new::Draft;
    use crate::options::Options;
    use crate::read::Sources;
    use crate::value::Kind;

    fn options() -> Options {
        Options {
            root: "".into(),
            output: "".into(),
            base_url: None,
            drafts: true,
            now: chrono::DateTime::UNIX_EPOCH.fixed_offset(),
            strict: false,
        }
    }

    fn home_of(kind: Kind, values: &[(&str, &str)], files: &[(&str, &str)]) -> String {
        let sources = Sources::for_tests(files);
        let values = values.iter().map(|(field, text)| ((*field).to_owned(), (*text).to_owned())).collect();
        let draft = Draft { kind, id: Some("baru".to_owned()), values };
        match home(&draft, &sources, &ids(&sources, &options())) {
            Home::End(at) => format!("+{}", sources.files[at].path),
            Home::New(path) => path,
        }
    }

    #[test]
    fn a_record_goes_where_its_like_stand() {
        let list = "- {id: a}\n";
        let start = [("start", "2024-05")];
        assert_eq!(home_of(Kind::Cohort, &start, &[]), "content/cohorts/2024.yaml");
        assert_eq!(home_of(Kind::Cohort, &[], &[]), "content/cohorts/undated.yaml");
        assert_eq!(home_of(Kind::Cohort, &start, &[("cohorts.yaml", list)]), "+content/cohorts.yaml");
        assert_eq!(home_of(Kind::Cohort, &start, &[("cohorts/2024.yaml", list)]), "+content/cohorts/2024.yaml");
        assert_eq!(home_of(Kind::Cohort, &start, &[("cohorts/2023.yaml", list)]), "content/cohorts/2024.yaml");
        assert_eq!(home_of(Kind::Topic, &[], &[]), "content/topics.yaml");
        assert_eq!(
            home_of(Kind::Topic, &[], &[("topics/a.yaml", list), ("topics/b.yaml", list)]),
            "content/topics/baru.yaml"
        );
        assert_eq!(home_of(Kind::Story, &[("date", "2026-11-24")], &[]), "content/stories/2026/baru.md");
        assert_eq!(home_of(Kind::Page, &[], &[]), "content/pages/baru.md");
    }

    #[test]
    fn relatives_show_the_way() {
        let regions = [("regions/jawa.yaml", "- {id: jawa-timur}\n"), ("regions/papua.yaml", "- {id: papua}\n")];
        assert_eq!(home_of(Kind::Region, &[("parent", "papua")], &regions), "+content/regions/papua.yaml");
        let placements = [
            ("cohorts/2022.yaml", "- {id: c}\n"),
            ("placements/2022.yaml", "- {id: p}\n"),
            ("placements/2023.yaml", "- {id: q}\n"),
        ];
        assert_eq!(home_of(Kind::Placement, &[("cohort", "c")], &placements), "+content/placements/2022.yaml");
    }

    #[test]
    fn only_lists_that_go_on_are_added_to() {
        assert_eq!(indent("# a\n---\n- id: a\n"), Some(""));
        assert_eq!(indent("\n  - id: a\n    b: c"), Some("  "));
        for text in ["", "id: a\n", "[{id: a}]\n", "- id: a\n...\n"] {
            assert_eq!(indent(text), None, "{text}");
        }
        assert_eq!(home_of(Kind::Topic, &[], &[("topics.yaml", "id: a\n")]), "content/topics/baru.yaml");
    }
}
