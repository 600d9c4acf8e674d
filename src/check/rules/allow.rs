//! `allow`: findings that were looked at and found right. S006 names those that silence nothing.

use crate::check::catalog::{SilencedCode, Site};
use crate::check::index::Index;
use crate::check::tables::Tables;
use crate::diag::{Bilingual, Code, Diagnostic, Located, Places, Report, Severity, Span};
use crate::value::Kind;

/// One `allow`.
#[derive(Debug)]
pub struct Silence {
    code: Located<String>,
    reach: Reach,
}

#[derive(Debug)]
enum Reach {
    /// Files below `content/` whose path matches; none means all.
    Paths(Option<String>),
    /// One record, or every file of a narrative.
    Records(Vec<Span>),
}

impl Silence {
    /// All of a site.
    pub fn all(site: Option<&Site>, tables: &Tables, index: &Index<'_>, places: &dyn Places) -> Vec<Self> {
        let of_site = site
            .into_iter()
            .flat_map(|site| &site.allow)
            .map(|SilencedCode { code, path, .. }| Self { code: code.clone(), reach: Reach::Paths(path.clone()) });
        let mut out: Vec<Self> = of_site.collect();
        for (target, common) in tables.commons(index) {
            for allow in &common.allow {
                let narrative = !Kind::RECORDS.contains(&target.kind);
                let file = allow.code.span.file;
                let spans =
                    if narrative { vec![Span::new(file, 0, places.text(file).len())] } else { vec![common.span] };
                out.push(Self { code: allow.code.clone(), reach: Reach::Records(spans) });
            }
        }
        out
    }

    fn covers(&self, finding: &Diagnostic, places: &dyn Places) -> bool {
        let fixed = finding.severity == Severity::Error && !finding.code.can_be_allowed();
        if fixed || finding.code.word() != self.code.value {
            return false;
        }
        match (&self.reach, finding.span) {
            (Reach::Records(spans), Some(span)) => {
                spans.iter().any(|own| own.file == span.file && own.start <= span.start && span.start <= own.end)
            }
            (Reach::Records(_), None) => false,
            (Reach::Paths(None), _) => true,
            (Reach::Paths(Some(glob)), span) => {
                let path = span.map(|span| places.path(span.file)).or(finding.path.as_deref()).unwrap_or_default();
                matches(glob, path.strip_prefix("content/").unwrap_or(path))
            }
        }
    }
}

/// Takes silenced findings out of the report: warnings, hints, and what only looks like personal data. Errors stay.
pub fn silence(silences: &[Silence], places: &dyn Places, report: &mut Report) {
    let mut used = vec![false; silences.len()];
    report.retain(|finding| {
        let mut keep = true;
        for (at, silence) in silences.iter().enumerate() {
            if silence.covers(finding, places) {
                used[at] = true;
                keep = false;
            }
        }
        keep
    });
    for (silence, _) in silences.iter().zip(used).filter(|(_, used)| !used) {
        report.push(useless(silence));
    }
}

fn useless(silence: &Silence) -> Diagnostic {
    let word = crate::check::record::scope::shown(&silence.code.value);
    let message = match Code::from_word(&silence.code.value) {
        None => Bilingual::new(
            format!("Tidak ada temuan dengan kode `{word}`."),
            format!("There is no finding with the code `{word}`."),
        ),
        Some(code) if code.severity() == Severity::Error && !code.can_be_allowed() => Bilingual::new(
            format!("`{word}` adalah galat dan tidak dapat dibungkam."),
            format!("`{word}` is an error and cannot be silenced."),
        ),
        Some(_) => Bilingual::new(
            format!("`{word}` tidak lagi membungkam apa pun."),
            format!("`{word}` no longer silences anything."),
        ),
    };
    Diagnostic::at(Code::S006, silence.code.span, message)
        .of_field("allow")
        .note(Bilingual::new("Hapus baris ini.", "Remove this line."))
}

/// Whether a path matches a pattern: `*` is any part of a name, `**` any number of folders, `?` one sign.
pub fn matches(pattern: &str, path: &str) -> bool {
    let pattern: Vec<&str> = pattern.split('/').collect();
    let path: Vec<&str> = path.split('/').collect();
    // Row by row, so that a pattern of many stars cannot take exponential time.
    let mut reachable = vec![false; path.len() + 1];
    reachable[0] = true;
    for part in pattern {
        let mut next = vec![false; path.len() + 1];
        if part == "**" {
            let mut open = false;
            for (at, here) in reachable.iter().enumerate() {
                open |= here;
                next[at] = open;
            }
        } else {
            for (at, name) in path.iter().enumerate() {
                next[at + 1] = reachable[at] && name_matches(part, name);
            }
        }
        reachable = next;
    }
    reachable[path.len()]
}

fn name_matches(pattern: &str, name: &str) -> bool {
    let name: Vec<char> = name.chars().collect();
    let mut reachable = vec![false; name.len() + 1];
    reachable[0] = true;
    for sign in pattern.chars() {
        let mut next = vec![false; name.len() + 1];
        if sign == '*' {
            let mut open = false;
            for (at, here) in reachable.iter().enumerate() {
                open |= here;
                next[at] = open;
            }
        } else {
            for (at, found) in name.iter().enumerate() {
                next[at + 1] = reachable[at] && (sign == '?' || sign == *found);
            }
        }
        reachable = next;
    }
    reachable[name.len()]
}

#[cfg(test)]
mod tests {
    use super::matches;

    #[test]
    fn patterns_know_folders() {
        for (pattern, path, expected) in [
            ("sources/**", "sources/a/b.yaml", true),
            ("sources/**", "sources.yaml", false),
            ("**", "a/b", true),
            ("**/b.yaml", "b.yaml", true),
            ("*.yaml", "sources.yaml", true),
            ("*.yaml", "a/sources.yaml", false),
            ("a/*/c", "a/b/c", true),
            ("v?.yaml", "v1.yaml", true),
            ("", "a", false),
        ] {
            assert_eq!(matches(pattern, path), expected, "{pattern} {path}");
        }
    }
}
