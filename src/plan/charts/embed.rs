//! Charts inside narratives: `![[kota-malang#by_year]]`.
//!
//! A narrative is one string of HTML. Where a chart belongs, it holds the chart's table between two marks; a theme
//! that draws charts takes the text in parts, any other prints it as it is.

use super::by_year::{ByYearView, by_year};
use super::flows::{FlowsView, flows};
use super::foot::csv_beside;
use super::stages::{StagesView, stages};
use super::topics::{TopicsView, topics};
use crate::derive::Subject;
use crate::plan::parts::link::LinkView;
use crate::plan::scope::Scope;
use crate::plan::view::view;
use crate::value::{Kind, RecordRef};

view! {
    /// A piece of a narrative: HTML, or a chart.
    pub struct ProsePart {
        /// HTML; empty where it is a chart.
        pub html: String,
        /// A chart.
        pub chart: Option<EmbedView>,
    }
}

view! {
    /// A chart inside a narrative.
    pub struct EmbedView {
        /// Its id on the page, also the beginning of the ids within.
        pub id: String,
        /// What it shows, and of whom; leads to where it stands.
        pub title: LinkView,
        /// Activities by year.
        pub by_year: Option<ByYearView>,
        /// The other ends.
        pub flows: Option<FlowsView>,
        /// Topics.
        pub topics: Option<TopicsView>,
        /// Outcomes by stage.
        pub stages: Option<StagesView>,
    }
}

/// What stands before the table of a chart, and after it. The words of authors cannot make one: comments of theirs are text.
const BEFORE: &str = "<!--chart ";
const AFTER: &str = "<!--/chart-->";

/// Whose chart it is.
pub struct Charted<'c> {
    /// What is derived about it.
    pub subject: &'c Subject,
    /// What it is called.
    pub name: &'c str,
    /// The record; none for a year.
    pub own: Option<RecordRef>,
    /// The address of its page, where it has one.
    pub path: Option<String>,
}

/// The chart that stands for `figure` on the page of its subject, the how-manieth of this page; none where there is
/// nothing to draw. Where it stands there is for the caller to say.
pub fn embed(scope: &Scope<'_>, of: &Charted<'_>, figure: &str, number: usize) -> Option<EmbedView> {
    let mut view = EmbedView { id: format!("chart-{number}"), ..EmbedView::default() };
    let has_roles = of.own.is_some_and(|own| matches!(own.kind, Kind::Region | Kind::Institution));
    let csv = of.path.as_deref().and_then(|path| csv_beside(scope, path));
    let title = match figure {
        "by_year" => {
            let mut chart = by_year(scope, of.subject, has_roles, &|_| None)?;
            chart.foot.csv = csv;
            view.by_year = Some(chart);
            scope.words.fill("by_year_of", &[("name", of.name)])
        }
        "partners" => {
            let mut flows = flows(scope, of.subject, of.name)?;
            for (flow, end) in [(&mut flows.hosted, "hosted"), (&mut flows.sent, "sent")] {
                if let Some(flow) = flow {
                    flow.anchor = format!("{}-{end}", view.id);
                    flow.foot.csv.clone_from(&csv);
                }
            }
            view.flows = Some(flows);
            scope.words.fill("partners_of", &[("name", of.name)])
        }
        "topics" => {
            let mut chart = topics(scope, of.subject, of.own)?;
            chart.foot.csv = csv;
            view.topics = Some(chart);
            scope.words.fill("topics_of", &[("name", of.name)])
        }
        // How many have come to one stage says little without the others.
        _ if figure.starts_with("outcomes_") => {
            let mut chart = stages(scope, of.subject)?;
            chart.foot.csv = csv;
            view.stages = Some(chart);
            scope.words.fill("stages_of", &[("name", of.name)])
        }
        _ => return None,
    };
    view.title = LinkView::plain(title);
    Some(view)
}

/// The table of the chart at `at`, marked.
pub fn marked(at: usize, table: &str) -> String {
    format!("{BEFORE}{at}-->{table}{AFTER}\n")
}

/// A text without the marks, and the same in parts.
pub fn parted(html: &str, charts: Vec<EmbedView>) -> (String, Vec<ProsePart>) {
    let mut charts: Vec<Option<EmbedView>> = charts.into_iter().map(Some).collect();
    let mut plain = String::with_capacity(html.len());
    let mut parts = Vec::new();
    let mut rest = html;
    while let Some((before, table, after, at)) = next(rest) {
        plain.push_str(before);
        plain.push_str(table);
        parts.push(ProsePart { html: before.to_owned(), chart: None });
        match charts.get_mut(at).and_then(Option::take) {
            Some(chart) => parts.push(ProsePart { html: String::new(), chart: Some(chart) }),
            None => parts.push(ProsePart { html: table.to_owned(), chart: None }),
        }
        rest = after;
    }
    plain.push_str(rest);
    parts.push(ProsePart { html: rest.to_owned(), chart: None });
    (plain, parts)
}

/// What stands before the next mark, its table, what follows, and which chart it is.
fn next(html: &str) -> Option<(&str, &str, &str, usize)> {
    let (before, marked) = html.split_once(BEFORE)?;
    let (at, marked) = marked.split_once("-->")?;
    let (table, after) = marked.split_once(AFTER)?;
    Some((before, table, after, at.parse().ok()?))
}

#[cfg(test)]
mod tests {
    use super::{EmbedView, marked, parted};

    #[test]
    fn a_text_is_whole_with_and_without_charts() {
        let html = format!("<p>a</p>\n{}<p>b</p>\n{}", marked(0, "<table>1</table>"), marked(1, "<table>2</table>"));
        let (plain, parts) = parted(&html, vec![EmbedView::default()]);
        assert_eq!(plain, "<p>a</p>\n<table>1</table>\n<p>b</p>\n<table>2</table>\n");
        let texts: Vec<(&str, bool)> = parts.iter().map(|part| (part.html.as_str(), part.chart.is_some())).collect();
        assert_eq!(
            texts,
            [("<p>a</p>\n", false), ("", true), ("\n<p>b</p>\n", false), ("<table>2</table>", false), ("\n", false)]
        );
    }
}
