//! One content security policy on every page, and nothing on any page that it would have to forbid.

use super::project::Project;
use super::real_content::{pages, site};

const RUNS: [&str; 3] = ["", "module", "text/javascript"];

#[test]
fn every_page_carries_the_one_policy_of_the_headers_file() {
    let headers = site().file("_headers");
    let of_server = headers.lines().find_map(|line| line.trim().strip_prefix("Content-Security-Policy: "));
    let of_server = of_server.expect("the file names a policy");
    assert!(of_server.starts_with("default-src 'none'; "), "{of_server}");
    assert!(!of_server.contains("unsafe") && !of_server.contains("data:"), "{of_server}");
    for (path, page) in pages() {
        let mut policies = page
            .all("meta")
            .filter(|meta| meta.get("http-equiv") == Some("Content-Security-Policy"))
            .filter_map(|meta| meta.get("content"));
        assert_eq!(policies.next(), Some(of_server), "{path}");
        assert_eq!(policies.next(), None, "{path}: a second policy");
    }
}

#[test]
fn nothing_is_inline() {
    let mut wrong = Vec::new();
    for (path, page) in pages() {
        for tag in &page.tags {
            let inline = tag.attributes.iter().find(|(name, _)| name == "style" || name.starts_with("on"));
            if let Some((name, _)) = inline {
                wrong.push(format!("{path}: <{}> has `{name}`", tag.name));
            }
            if tag.name == "style" || tag.name == "base" {
                wrong.push(format!("{path}: <{}>", tag.name));
            }
            let runs = tag.name == "script" && RUNS.contains(&tag.get("type").unwrap_or_default());
            if runs && tag.get("src").is_none() {
                wrong.push(format!("{path}: a script inside the page"));
            }
            if tag
                .get("src")
                .or(tag.get("href"))
                .is_some_and(|to| to.starts_with("data:") || to.starts_with("javascript:"))
            {
                wrong.push(format!("{path}: <{}> with an address that is no address", tag.name));
            }
        }
    }
    assert!(wrong.is_empty(), "{} findings:\n{}", wrong.len(), wrong[..wrong.len().min(40)].join("\n"));
}

#[test]
fn the_headers_of_the_site_itself_win() {
    let own = "/*\n  X-Robots-Tag: noindex\n";
    let run = Project::new().file("content/static/_headers", own).build(&[]);
    assert_eq!((run.code, run.file("_headers").as_str()), (Some(0), own), "{}", run.stderr);
}
