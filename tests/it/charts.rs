//! Charts: inside narratives they are those of the page of their subject; each has what a chart must have.

use super::html::Document;
use super::project::{COHORT, Project, Run};

/// Visits of two years, with two topics, to Kota Malang; a story that shows charts of it.
fn project(body: &str) -> Project {
    let visits: String = (0..9)
        .map(|number| {
            let (year, topic) = (2019 + number % 3, if number % 4 == 0 { "keuangan" } else { "perencanaan" });
            format!(
                "- {{id: v-{number}, kind: studi-tiru, origin: [papua], host: [kota-malang], topics: [{topic}], \
                 start: {year}-05-01, sources: [s1]}}\n"
            )
        })
        .collect();
    Project::new()
        .file("content/cohorts/2022.yaml", COHORT)
        .file("content/visits.yaml", &visits)
        .file(
            "content/topics.yaml",
            "- {id: perencanaan, name: {id: Perencanaan, en: Planning}}\n- {id: keuangan, name: {id: Keuangan, en: Finance}}\n",
        )
        .file(
            "content/outcomes.yaml",
            "- {id: o-1, of: [papua-2022], stage: reported, applied_at: [kota-malang], sources: [s1]}\n\
             - {id: o-2, of: [v-1], stage: expected, sources: [s1]}\n",
        )
        .file(
            "content/stories/cerita.md",
            &format!("---\ntitle: Cerita\ndate: 2023-02-03\nabout: [kota-malang]\n---\n\nAwal.\n\n{body}\n\nAkhir.\n"),
        )
}

/// What stands from `from` to the next `to`.
#[track_caller]
fn between<'h>(html: &'h str, from: &str, to: &str) -> &'h str {
    let (_, after) = html.split_once(from).unwrap_or_else(|| panic!("{from} is not in\n{html}"));
    after.split_once(to).unwrap_or_else(|| panic!("{to} does not follow {from}")).0
}

/// A drawing without the ids that must differ from page to page.
fn drawing(html: &str) -> String {
    let svg = between(html, "<svg class=\"chart", "</svg>");
    let (_, shapes) = svg.split_once("</desc>").expect("a description");
    format!("{}\n{shapes}", between(svg, "<desc ", "/desc>").split_once('>').expect("a description").1)
}

fn pages(run: &Run, story: &str, region: &str) -> (String, String) {
    (run.file(&format!("{story}/index.html")), run.file(&format!("{region}/index.html")))
}

#[test]
fn a_chart_in_a_story_is_that_of_the_region() {
    let run = project("![[kota-malang#by_year]]").build(&[]).exits(0);
    for (story, region, title) in [
        ("cerita/cerita", "wilayah/kota-malang", "Kota Malang dari tahun ke tahun"),
        ("en/stories/cerita", "en/regions/kota-malang", "Kota Malang year by year"),
    ] {
        let (story, region) = pages(&run, story, region);
        let embed = between(&story, "<figure class=\"embed\" id=\"chart-1\"", "</figure>");
        let part = between(&region, "id=\"by_year\"", "</section>");
        assert_eq!(drawing(embed), drawing(part));
        assert_eq!(between(embed, "<p class=\"says\">", "</p>"), between(part, "<p class=\"says\">", "</p>"));
        assert_eq!(between(embed, "<table>", "</table>"), between(part, "<table>", "</table>"));
        for text in [
            title,
            "role=\"img\" aria-labelledby=\"chart-1-title chart-1-says\"",
            "kota-malang/data.csv\"",
            "#source-s1",
            "<time",
        ] {
            assert!(embed.contains(text), "{text} is not in\n{embed}");
        }
        assert!(story.contains("id=\"source-s1\""), "the story lists the sources of its chart");
        Document::parse(&story).expect("a whole page").ids().expect("no id twice");
    }
}

#[test]
fn flows_topics_and_stages_are_drawn_in_stories_too() {
    let charts =
        ["partners", "topics", "outcomes_reported", "visits_received"].map(|name| format!("![[kota-malang#{name}]]"));
    let run = project(&charts.join("\n\n")).build(&[]).exits(0);
    let (story, region) = pages(&run, "cerita/cerita", "wilayah/kota-malang");
    let embed = between(&story, "id=\"chart-1\"", "</figure>");
    let part = between(&region, "id=\"flow-hosted\"", "</section>");
    assert_eq!(drawing(embed), drawing(part));
    assert_eq!(between(embed, "<table>", "</table>"), between(part, "<table>", "</table>"));
    for (chart, section) in [("chart-2", "list-topics"), ("chart-3", "stages")] {
        let embed = between(&story, &format!("id=\"{chart}\""), "</figure>");
        let part = between(&region, &format!("id=\"{section}\""), "</section>");
        for (from, to) in [("<p class=\"says\">", "</p>"), ("<ol", "</ol>"), ("<table>", "</table>")] {
            assert_eq!(between(embed, from, to), between(part, from, to));
        }
    }
    assert!(story.contains("class=\"card figure-card\""), "a single figure stays a card");
}

#[test]
fn a_theme_that_takes_stories_whole_sees_tables() {
    let run = project("![[kota-malang#by_year]]")
        .file(
            "themes/warta/templates/story.html",
            "<!doctype html><html lang=\"id\"><body>{{ html | safe }}</body></html>",
        )
        .build(&[])
        .exits(0);
    let story = run.file("cerita/cerita/index.html");
    assert!(story.contains("<table>") && !story.contains("<svg") && !story.contains("<!--"), "{story}");
}

#[test]
fn topics_and_stages_have_sentence_table_source_and_date() {
    let run = project("Teks.").build(&[]).exits(0);
    for page in ["wilayah/kota-malang", "en/regions/papua", "wilayah/jawa-timur", "tahun/2022"] {
        let html = run.file(&format!("{page}/index.html"));
        for (section, rows) in [("stages", 6), ("list-topics", 1)] {
            let part = between(&html, &format!("id=\"{section}\""), "</section>");
            for text in [
                "<h2>",
                "<p class=\"says\">",
                "<details class=\"said-twice\">",
                "<caption>",
                "data.csv\"",
                "#source-s1",
                "<time",
            ] {
                assert!(part.contains(text), "{page}, {section}: {text} is not in\n{part}");
            }
            // The table says what the bars say.
            let numbers = |text: &str, from: &str, to: &str| -> Vec<String> {
                text.split(from).skip(1).map(|rest| rest.split(to).next().unwrap_or_default().to_owned()).collect()
            };
            let (bars, cells) = (numbers(part, "<b>", "</b>"), numbers(part, "<td class=\"n\">", "</td>"));
            assert_eq!(bars, cells, "{page}, {section}");
            assert!(bars.len() >= rows, "{page}, {section}");
        }
    }
    let region = run.file("wilayah/kota-malang/index.html");
    let stages = between(&region, "id=\"stages\"", "</section>");
    assert!(stages.contains("<li class=\"reported\">") && stages.contains("fill=\"url(#p-outcome)\""), "{stages}");
    assert!(!run.file("wilayah/kota-batu/index.html").contains("id=\"stages\""), "nothing to draw");
}
