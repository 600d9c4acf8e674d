//! What an address that is not there was probably meant to be.

use crate::diag::suggest;
use crate::render::Bundle;

/// At most three pages with a last part, else a whole address, like that of `path`.
pub(in crate::preview) fn nearest(bundle: &Bundle<'_>, path: &str) -> Vec<String> {
    let wanted = path.trim_end_matches('/');
    let (folder, last) = wanted.rsplit_once('/').unwrap_or(("", wanted));
    let pages = || (0..bundle.len()).filter(|at| bundle.page(*at).is_some()).map(|at| address(bundle.path(at)));
    let beside: Vec<&str> = pages()
        .filter_map(|page| page.trim_end_matches('/').rsplit_once('/').filter(|(up, _)| *up == folder))
        .map(|(_, last)| last)
        .collect();
    let close = suggest(last, beside.iter().copied());
    if !close.is_empty() {
        return close.into_iter().map(|last| format!("{folder}/{last}/")).collect();
    }
    // The same record in another segment: `region/papua/` for `wilayah/papua/`.
    let elsewhere: Vec<&str> = pages().filter(|page| last_part(page) == last && !last.is_empty()).take(3).collect();
    if !elsewhere.is_empty() {
        return elsewhere.into_iter().map(str::to_owned).collect();
    }
    suggest(wanted, pages().map(|page| page.trim_end_matches('/'))).into_iter().map(|page| format!("{page}/")).collect()
}

fn address(file: &str) -> &str {
    file.strip_suffix("index.html").unwrap_or(file)
}

fn last_part(page: &str) -> &str {
    let page = page.trim_end_matches('/');
    page.rsplit('/').next().unwrap_or(page)
}
