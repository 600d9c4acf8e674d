//! What was found, as the overlay shows it: the words of `check`, with links that open the file.

use super::edit_link::edit_link;
use crate::diag::emit::{Style, print_report, sorted};
use crate::diag::{Places, Report, Severity};
use serde_json::{Value, json};
use std::path::Path;

/// As many findings as an overlay can hold.
const SHOWN: usize = 30;

/// Columns of a finding: as many as fit beside each other in a window.
const WIDTH: usize = 110;

/// How the findings are shown.
pub(in crate::preview) struct Showing<'s> {
    /// The language of messages.
    pub(in crate::preview) lang: &'s str,
    /// The whole path of the site's folder.
    pub(in crate::preview) root: &'s Path,
    /// How the settings word the link to edit a file.
    pub(in crate::preview) edit_link: Option<&'s str>,
}

/// The worst findings first, at most [`SHOWN`]: severity, place, words, link.
pub(in crate::preview) fn findings(report: &Report, places: &dyn Places, showing: &Showing<'_>) -> Vec<Value> {
    let mut all = sorted(report, places);
    all.sort_by_key(|(_, finding)| finding.severity);
    let shown = all.into_iter().take(SHOWN).map(|(spot, finding)| {
        let mut one = Report::new();
        one.push(finding.clone());
        let place =
            if spot.line > 0 { format!("{}:{}:{}", spot.path, spot.line, spot.column) } else { spot.path.clone() };
        let path = finding.span.map_or_else(|| finding.path.clone(), |span| Some(places.path(span.file).to_owned()));
        // A path that holds what must not be shown is not shown in a link either.
        let path = path.filter(|path| spot.path.as_str() == path && path.contains('.'));
        json!({
            "severity": match finding.severity {
                Severity::Error => "error",
                Severity::Warning => "warning",
                Severity::Hint => "hint",
            },
            "place": place,
            "text": text(&one, places, showing.lang),
            "edit": path.map(|path| edit_link(showing.edit_link, showing.root, &path, spot.line, spot.column)),
        })
    });
    shown.collect()
}

/// The words of the findings, as a terminal without colours shows them.
pub(in crate::preview) fn text(report: &Report, places: &dyn Places, lang: &str) -> String {
    let style = Style { lang: lang.to_owned(), color: false, width: WIDTH, limit: SHOWN };
    let mut out = Vec::new();
    // A list in memory takes everything.
    let _ = print_report(report, places, &style, &mut out);
    String::from_utf8_lossy(&out).trim_end().to_owned()
}
