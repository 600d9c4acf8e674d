//! File names as people can read them, and the names that do not count.

use std::ffi::OsStr;
use std::path::Path;

/// A path with `/` between its parts; what would break a line of output is escaped.
///
/// Control characters and the marks that turn the direction of text are written as `\n` or
/// `\u{202e}`; bytes that are no UTF-8 become U+FFFD.
pub(in crate::read) fn shown(path: &Path) -> String {
    let mut out = String::new();
    for part in path {
        if !out.is_empty() {
            out.push('/');
        }
        escape_into(&mut out, &part.to_string_lossy());
    }
    out
}

/// A path in the words of the one who typed it, on one line.
pub(in crate::read) fn typed(path: &Path) -> String {
    let mut out = String::new();
    escape_into(&mut out, &path.to_string_lossy());
    out
}

fn escape_into(out: &mut String, text: &str) {
    for letter in text.chars() {
        if letter.is_control() || turns_direction(letter) {
            out.extend(letter.escape_default());
        } else {
            out.push(letter);
        }
    }
}

/// Hidden files, what editors leave behind, and `README.md`.
pub(in crate::read) fn is_ignored(name: &OsStr) -> bool {
    let name = name.to_string_lossy();
    name.starts_with(['.', '~', '#']) || name.ends_with(['~', '#']) || name.eq_ignore_ascii_case("README.md")
}

/// Hidden files that hosts of plain files ask for: they are published from `static/` all the same.
pub(in crate::read) fn is_wanted_by_hosts(below_content: &Path) -> bool {
    let mut parts = below_content.iter();
    parts.next().is_some_and(|top| top == "static")
        && parts.next().is_some_and(|name| name == ".well-known" || name == ".nojekyll")
        && parts.all(|name| !is_ignored(name))
}

fn turns_direction(letter: char) -> bool {
    matches!(letter, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

#[cfg(test)]
mod tests {
    use super::{is_ignored, is_wanted_by_hosts, shown};
    use std::ffi::OsStr;
    use std::path::Path;

    #[test]
    fn names_stay_on_one_line() {
        assert_eq!(shown(Path::new("a/b\nc\u{1b}.md")), "a/b\\nc\\u{1b}.md");
        assert_eq!(shown(Path::new("cerita/kota señor.md")), "cerita/kota señor.md");
        assert_eq!(shown(Path::new("x\u{202e}lmay.md")), "x\\u{202e}lmay.md");
    }

    #[test]
    fn leftovers_do_not_count() {
        for name in [".DS_Store", "a.yaml~", "#a.yaml#", "~$a.md", "README.md", ".#lock"] {
            assert!(is_ignored(OsStr::new(name)), "{name}");
        }
        assert!(!is_ignored(OsStr::new("readme.yaml")));
    }

    #[test]
    fn hosts_get_the_hidden_files_they_ask_for() {
        for wanted in ["static/.nojekyll", "static/.well-known", "static/.well-known/security.txt"] {
            assert!(is_wanted_by_hosts(Path::new(wanted)), "{wanted}");
        }
        for other in
            ["static/.git", "static/a/.nojekyll", ".well-known/a", "static/.well-known/.swp", "media/.nojekyll"]
        {
            assert!(!is_wanted_by_hosts(Path::new(other)), "{other}");
        }
    }
}
