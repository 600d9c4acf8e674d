//! The house keeps its shape: imports run down, walls hold, every file tells its story.
//!
//! Reads the `use` lines (and every other `crate::…` path) of `src/`. `ARCHITECTURE.md` lists the
//! invariants; the checker is itself checked against bad samples at the end.
#![allow(clippy::disallowed_methods, reason = "this test reads the project's own files")]

use std::fs;
use std::path::Path;

/// The floors, lowest first. A room may use rooms on lower floors only.
const FLOORS: [&[&str]; 11] = [
    &["value", "diag", "options", "route"],
    &["text"],
    &["read"],
    &["check"],
    &["derive"],
    &["plan"],
    &["render"],
    &["publish"],
    &["pipeline"],
    &["edit", "preview", "compare"],
    &["cli"],
];

/// Downward imports that are forbidden all the same: what we hold never meets what we publish.
const WALLS: [(&str, &[&str]); 3] =
    [("plan", &["check", "read"]), ("render", &["check", "derive"]), ("publish", &["check", "derive", "read"])];

#[test]
fn the_house_keeps_its_shape() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut findings = Vec::new();
    let mut seen = 0;
    each_file(&root, &mut |path, text| {
        seen += 1;
        let inside = path.strip_prefix(&root).expect("below src").to_string_lossy().replace('\\', "/");
        findings.extend(violations(&inside, text));
    });
    assert!(seen > 50, "only {seen} files found: the checker looks in the wrong place");
    assert!(findings.is_empty(), "\n{}\n", findings.join("\n"));
}

/// Where the words of narratives are read above the facts. What is made of them elsewhere would go stale in a build that
/// makes again only what shows words: whoever adds a place here says so in `Bundle::shows`.
const TELLERS: [&str; 2] = ["plan/outputs/search/document.rs", "plan/parts/narrative.rs"];

#[test]
fn words_of_narratives_are_read_only_where_files_say_that_they_show_them() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut found = Vec::new();
    each_file(&root, &mut |path, text| {
        let inside = path.strip_prefix(&root).expect("below src").to_string_lossy().replace('\\', "/");
        let is_above = ["plan/", "render/", "publish/"].iter().any(|room| inside.starts_with(room));
        if is_above && text.contains(".telling.") && !inside.ends_with("sample.rs") {
            found.push(inside);
        }
    });
    assert_eq!(found, TELLERS, "who reads words");
    let callers = |word: &str| {
        let mut found = Vec::new();
        each_file(&root.join("plan"), &mut |path, text| {
            if text.contains(word) {
                found.push(path.file_name().expect("a name").to_string_lossy().into_owned());
            }
        });
        found
    };
    assert_eq!(callers("parts::narrative::"), ["story.rs"]);
    assert_eq!(callers(" body(scope"), ["standing.rs", "story.rs"]);
}

fn each_file(folder: &Path, visit: &mut dyn FnMut(&Path, &str)) {
    let mut entries: Vec<_> =
        fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").path()).collect();
    entries.sort();
    for path in entries {
        if path.is_dir() {
            each_file(&path, visit);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            visit(&path, &fs::read_to_string(&path).expect("readable"));
        }
    }
}

/// Everything that is wrong with the file at `path` (below `src/`).
fn violations(path: &str, text: &str) -> Vec<String> {
    let mut found = Vec::new();
    let stem = path.rsplit('/').next().unwrap_or_default().trim_end_matches(".rs");
    if ["util", "utils", "helper", "helpers", "common", "misc"].contains(&stem) && path != "check/catalog/common.rs" {
        found.push(format!("{path}: a file named after nothing; name it after what it holds"));
    }
    if !text.starts_with("//!") {
        found.push(format!("{path}: opens without its story (`//!`)"));
    }
    let module = module_of(path);
    let Some(room) = module.first().cloned() else { return found };
    for import in imports(text, &module) {
        if import.first().is_some_and(|part| part == "super::*") {
            found.push(format!("{path}: `use super::*`"));
            continue;
        }
        let Some(target) = import.first() else { continue };
        if let Some(reason) = forbidden(&room, target) {
            found.push(format!("{path}: {reason} (`crate::{}`)", import.join("::")));
        }
    }
    found
}

fn forbidden(room: &str, target: &str) -> Option<String> {
    if room == target || target == "*" || !target.starts_with(|first: char| first.is_ascii_lowercase()) {
        return None;
    }
    let floor = |name: &str| FLOORS.iter().position(|rooms| rooms.contains(&name));
    let Some(own) = floor(room) else { return Some(format!("`{room}` stands on no floor")) };
    let Some(other) = floor(target) else { return Some(format!("`{target}` stands on no floor")) };
    if other >= own {
        return Some(format!("`{room}` imports `{target}`, which is not below it"));
    }
    let walled = WALLS.iter().any(|(name, walls)| *name == room && walls.contains(&target));
    walled.then(|| format!("`{room}` imports `{target}` through a wall"))
}

/// `derive/facts/mod.rs` is the module `derive::facts`; `lib.rs` and `main.rs` are the root.
fn module_of(path: &str) -> Vec<String> {
    let parts = path.trim_end_matches(".rs").split('/').map(str::to_owned);
    parts.filter(|part| !["mod", "lib", "main"].contains(&part.as_str())).collect()
}

/// The paths that a file names below the crate's root, without `crate`.
fn imports(text: &str, module: &[String]) -> Vec<Vec<String>> {
    let mut paths = Vec::new();
    let mut in_tests = false;
    let mut pending = String::new();
    for line in text.lines() {
        let code = line.split("//").next().unwrap_or_default().trim();
        in_tests |= code.starts_with("mod tests");
        let here = || module.iter().cloned().chain(in_tests.then(|| "tests".to_owned())).collect::<Vec<_>>();
        let opens = ["use ", "pub use ", "pub(crate) use "].iter().find_map(|word| code.strip_prefix(word));
        if !pending.is_empty() || opens.is_some() || code.starts_with("pub(in ") && code.contains(" use ") {
            let part = opens.or_else(|| code.split_once(" use ").map(|(_, rest)| rest)).unwrap_or(code);
            pending.push_str(if pending.is_empty() { part } else { code });
            if code.ends_with(';') {
                let mut expanded = Vec::new();
                expand("", pending.trim_end_matches(';'), &mut expanded);
                paths.extend(expanded.iter().filter_map(|path| resolve(path, &here())));
                pending.clear();
            }
            continue;
        }
        for (at, _) in code.match_indices("crate::") {
            let end = |c: char| !c.is_alphanumeric() && c != '_' && c != ':';
            let path = code[at..].split(end).next().unwrap_or_default();
            paths.extend(resolve(path, &here()));
        }
    }
    paths
}

/// Writes `a::{b, c::{d}}` out as `a::b` and `a::c::d`.
fn expand(prefix: &str, tree: &str, out: &mut Vec<String>) {
    let Some((head, group)) = tree.split_once('{') else {
        let name = tree.split(" as ").next().unwrap_or_default();
        out.push(format!("{prefix}{name}").replace(' ', ""));
        return;
    };
    let group = group.trim().strip_suffix('}').unwrap_or(group);
    let prefix = format!("{prefix}{head}").replace(' ', "");
    let (mut depth, mut start) = (0, 0);
    for (at, character) in group.char_indices().chain([(group.len(), ',')]) {
        match character {
            '{' => depth += 1,
            '}' => depth -= 1,
            ',' if depth == 0 => {
                let item = group[start..at].trim();
                if !item.is_empty() {
                    expand(&prefix, item, out);
                }
                start = at + 1;
            }
            _ => {}
        }
    }
}

/// `crate::a::b`, or `super::b` seen from `module`, as `[a, b]`; nothing for paths of other crates.
fn resolve(path: &str, module: &[String]) -> Option<Vec<String>> {
    let parts: Vec<&str> = path.split("::").filter(|part| !part.is_empty()).collect();
    let supers = parts.iter().take_while(|part| **part == "super").count();
    if supers > 0 && parts.last() == Some(&"*") {
        return Some(vec!["super::*".to_owned()]);
    }
    let base = match *parts.first()? {
        "crate" => Vec::new(),
        "super" => module[..module.len().saturating_sub(supers)].to_vec(),
        _ => return None,
    };
    Some(base.into_iter().chain(parts.iter().skip(supers.max(1)).map(|part| (*part).to_owned())).collect())
}

#[test]
fn the_checker_sees_what_is_wrong() {
    let bad = [
        ("plan/page.rs", "use crate::check::Catalog;", "through a wall"),
        ("plan/page.rs", "use crate::read::Sources;", "through a wall"),
        ("render/html.rs", "use crate::derive::Facts;", "through a wall"),
        ("render/html.rs", "fn a() { crate::check::check(); }", "through a wall"),
        ("publish/mod.rs", "use crate::{render::Bundle, derive::Facts};", "through a wall"),
        ("publish/mod.rs", "pub use crate::check::{\n    Catalog,\n};", "through a wall"),
        ("read/mod.rs", "use crate::check::Catalog;", "not below"),
        ("diag/code.rs", "use crate::value::Kind;", "not below"),
        ("options.rs", "use crate::diag::Report;", "not below"),
        ("check/rules/cycle.rs", "use super::super::super::derive::Facts;", "not below"),
        ("check/rules/cycle.rs", "use super::*;", "super::*"),
        ("text/mod.rs", "use super::{*};", "super::*"),
        ("text/mod.rs", "#[cfg(test)]\nmod tests {\n    use super::*;\n}", "super::*"),
        ("newroom/mod.rs", "use crate::value::Kind;", "on no floor"),
        ("derive/mod.rs", "pub(in crate::derive) use crate::plan::Page;", "not below"),
        ("text/helpers.rs", "fn a() {}", "named after nothing"),
    ];
    for (path, code, expected) in bad {
        let found = violations(path, &format!("//! A story.\n{code}\n")).join("\n");
        assert!(found.contains(expected), "{path}: {code}\nfound: {found}");
    }
    assert!(violations("text/mod.rs", "use std::fmt;").join("").contains("story"));
}

#[test]
fn the_checker_lets_the_rest_pass() {
    let good = [
        ("plan/page.rs", "use crate::derive::{Facts, facts::{self, Stage}};"),
        ("derive/facts/mod.rs", "use super::{RegionHistory, Subject};\nuse super::super::Measure;"),
        ("value/count.rs", "mod tests {\n    use super::{Count, State};\n    use super::super::Kind;\n}"),
        ("cli/build.rs", "use crate::pipeline;\nuse std::io::{self, Write};"),
        ("render/html.rs", "// crate::check is behind the wall\nuse crate::plan::{Page as Planned};"),
        ("check/catalog/common.rs", "use crate::value::Kind;"),
        ("lib.rs", "pub mod check;"),
    ];
    for (path, code) in good {
        assert_eq!(violations(path, &format!("//! A story.\n{code}\n")), Vec::<String>::new(), "{path}: {code}");
    }
}
