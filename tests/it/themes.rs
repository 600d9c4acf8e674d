//! Themes that lack something: what a theme does not make, nothing leads to.

use super::links::broken;
use super::project::{COHORT, Project, SITE, repository, tree};
use super::real_content::BASE;

/// A site with the theme of the program as its own, ready to have files taken away.
fn project() -> Project {
    Project::new()
        .copy(&repository().join("themes/warta"), "themes/sendiri")
        .file("content/site.yaml", &SITE.replace("languages", "theme: sendiri\nlanguages"))
        .file("content/cohorts/2022.yaml", COHORT)
        .file(
            "content/visits/v.yaml",
            "- {id: v1, kind: studi-tiru, origin: [papua], host: [kota-malang], start: 2023-03-09, delegates: 8}\n",
        )
        .file(
            "content/stories/lima.md",
            "---\ntitle: Lima\ndate: 2023-01-02\nabout: [papua]\n---\n\n![[papua#by_year]]\n",
        )
}

#[test]
fn without_a_front_page_nothing_leads_there() {
    let run = project().without("themes/sendiri/templates/home.html").build(&["--base-url", BASE]).exits(0);
    assert!(!run.has("index.html") && !run.has("site.webmanifest"));
    assert_eq!(broken(&run), Vec::<String>::new());
    for page in ["wilayah/papua/index.html", "404.html", "en/data/index.html"] {
        let text = run.file(page);
        assert!(!text.contains("rel=\"manifest\"") && !text.contains("class=\"brand\"><a"), "{page}: {text}");
        assert!(!text.contains("href=\"\""), "{page} leads nowhere");
    }
}

#[test]
fn without_icons_there_is_no_manifest_and_nothing_leads_there() {
    let icons = tree(&repository().join("themes/warta/assets")).into_keys().filter(|path| path.contains("icon"));
    let project = icons.fold(project(), |project, path| project.without(&format!("themes/sendiri/assets/{path}")));
    let run = project.build(&["--base-url", BASE]).exits(0);
    assert!(run.has("index.html") && !run.has("site.webmanifest"));
    assert!(!run.file("index.html").contains("rel=\"manifest\""));
}

/// Kinds of pages that a theme leaves out are named as text.
#[test]
fn without_any_one_kind_of_page_every_link_holds() {
    for kind in ["404", "data", "flows", "index", "map", "region", "search", "year"] {
        let template = format!("themes/sendiri/templates/{kind}.html");
        let run = project().without(&template).build(&["--base-url", BASE]).exits(0);
        assert_eq!(broken(&run), Vec::<String>::new(), "without {kind}.html");
    }
}
