//! What a file of `content/` is for, from its path alone.

use super::SourceKind;
use crate::value::Kind;

/// What a path means.
#[derive(Debug, PartialEq, Eq)]
pub(in crate::read) enum Place {
    /// A file with text.
    Text(SourceKind),
    /// Published as it is, at this address.
    Raw(String),
    /// Records or prose of a kind that does not exist: the word that names it.
    UnknownKind(String),
    /// Nothing that Terbit knows.
    Unexpected,
}

/// What the file at `path` (below `content/`, with `/`) is for.
pub(in crate::read) fn classify(path: &str) -> Place {
    let (top, rest) = match path.split_once('/') {
        Some((top, rest)) => (top, Some(rest)),
        None => (path.rsplit_once('.').map_or(path, |(stem, _)| stem), None),
    };
    let format = path.rsplit_once('.').map_or("", |(_, ending)| ending);
    match (top, rest) {
        ("media", Some(_)) => return Place::Raw(path.to_owned()),
        ("static", Some(rest)) => return Place::Raw(rest.to_owned()),
        _ => {}
    }
    match format {
        "yaml" | "yml" => records(top, rest.is_none()),
        "md" => prose(top, rest),
        _ => Place::Unexpected,
    }
}

/// Every word that may stand first in a path, for suggestions.
pub(in crate::read) fn known_words() -> impl Iterator<Item = &'static str> {
    Kind::ALL.into_iter().map(Kind::plural).chain(["media", "static", "site"])
}

/// Whether a path can only be that of a file: it ends like one, outside the folders that are copied.
pub(in crate::read) fn is_file_name(path: &std::path::Path) -> bool {
    let copied = path.starts_with("media") || path.starts_with("static");
    let ending = path.extension().and_then(std::ffi::OsStr::to_str);
    !copied && matches!(ending, Some("yaml" | "yml" | "md"))
}

fn records(top: &str, alone: bool) -> Place {
    if top == "site" && alone {
        return Place::Text(SourceKind::Settings);
    }
    match Kind::from_folder(top) {
        Some(Kind::Story | Kind::Page) if alone => Place::UnknownKind(top.to_owned()),
        Some(Kind::Story | Kind::Page) => Place::Unexpected,
        Some(_) => Place::Text(SourceKind::Records(top.to_owned())),
        None => Place::UnknownKind(top.to_owned()),
    }
}

fn prose(top: &str, rest: Option<&str>) -> Place {
    match (Kind::from_folder(top), rest) {
        (Some(Kind::Story), Some(rest)) => Place::Text(SourceKind::Story(rest.to_owned())),
        (Some(Kind::Page), Some(rest)) => Place::Text(SourceKind::Page(rest.to_owned())),
        (Some(_), _) => Place::Unexpected,
        (None, _) => Place::UnknownKind(top.to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::{Place, classify};
    use crate::read::SourceKind;

    #[test]
    fn paths_say_what_files_are_for() {
        let records = |word: &str| Place::Text(SourceKind::Records(word.to_owned()));
        assert_eq!(classify("site.yaml"), Place::Text(SourceKind::Settings));
        assert_eq!(classify("topics.yaml"), records("topics"));
        assert_eq!(classify("cohorts/2022/papua.yml"), records("cohorts"));
        assert_eq!(classify("stories/2022/a.en.md"), Place::Text(SourceKind::Story("2022/a.en.md".to_owned())));
        assert_eq!(classify("pages/metode.md"), Place::Text(SourceKind::Page("metode.md".to_owned())));
        assert_eq!(classify("media/a/foto satu.jpg"), Place::Raw("media/a/foto satu.jpg".to_owned()));
        assert_eq!(classify("static/robots.txt"), Place::Raw("robots.txt".to_owned()));
        assert_eq!(classify("static/a/b.yaml"), Place::Raw("a/b.yaml".to_owned()));
        assert_eq!(classify("cohort/a.yaml"), Place::UnknownKind("cohort".to_owned()));
        assert_eq!(classify("cohort.yaml"), Place::UnknownKind("cohort".to_owned()));
        assert_eq!(classify("story/a.md"), Place::UnknownKind("story".to_owned()));
        assert_eq!(classify("stories.yaml"), Place::UnknownKind("stories".to_owned()));
        assert_eq!(classify("cohorts/catatan.md"), Place::Unexpected);
        assert_eq!(classify("stories/2022/foto.jpg"), Place::Unexpected);
        assert_eq!(classify("cohorts"), Place::Unexpected);
        assert_eq!(classify("site/a.yaml"), Place::UnknownKind("site".to_owned()));
    }
}
