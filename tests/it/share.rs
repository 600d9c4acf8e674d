//! What others show where a page is linked: Open Graph on every kind of page, share images, web manifest, icons.

use super::project::{COHORT, Project, Run, repository};
use std::collections::{BTreeMap, BTreeSet};

const STORY: &str = "---\ntitle: Lima orang <b>Papua</b>\ndate: 2023-02-03\nupdated: 2023-03-04\nauthor: Tim \"Redaksi\"\nabout: [papua-2022]\n---\n\nIsi.\n";

fn project() -> Project {
    Project::new()
        .file("content/cohorts/2022.yaml", COHORT)
        .file("content/stories/lima.md", STORY)
        .file("content/pages/metode.md", "---\ntitle: Metode\n---\n\nIsi.\n")
}

/// The contents of `<meta property=… content=…>` and `<meta name=… content=…>`, unescaped.
fn tags(html: &str) -> BTreeMap<String, Vec<String>> {
    let mut tags: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for part in html.split("<meta ").skip(1) {
        let tag = part.split_once('>').map_or(part, |(tag, _)| tag);
        let value = |name: &str| tag.split_once(&format!("{name}=\"")).and_then(|(_, rest)| rest.split_once('"'));
        let (Some((key, _)), Some((content, _))) = (value("property").or_else(|| value("name")), value("content"))
        else {
            continue;
        };
        let plain = content.replace("&quot;", "\"").replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
        tags.entry(key.to_owned()).or_default().push(plain);
    }
    tags
}

fn one<'t>(tags: &'t BTreeMap<String, Vec<String>>, key: &str) -> &'t str {
    match tags.get(key).map(Vec::as_slice) {
        Some([one]) => one,
        other => panic!("{key}: {other:?}"),
    }
}

fn image(run: &Run, path: &str) -> image::RgbImage {
    let bytes = std::fs::read(run.output.join(path)).unwrap_or_else(|error| panic!("{path}: {error}"));
    image::load_from_memory(&bytes).expect("a picture").to_rgb8()
}

#[test]
fn every_page_tells_what_it_is_to_those_who_link_to_it() {
    let run = project().build(&[]).exits(0);
    let base = "https://example.org/";
    let mut kinds = BTreeSet::new();
    for (path, bytes) in run.tree() {
        let html = String::from_utf8_lossy(&bytes);
        let Some((_, body)) = html.split_once("<body class=\"").filter(|_| path.ends_with(".html")) else { continue };
        kinds.insert(body.split_once('"').expect("a class").0.to_owned());
        let tags = tags(&html);
        for key in ["og:title", "og:description", "og:site_name", "og:image:alt"] {
            assert!(!one(&tags, key).is_empty(), "{path}: {key}");
        }
        assert!(matches!(one(&tags, "og:type"), "website" | "article"), "{path}");
        assert_eq!(one(&tags, "twitter:card"), "summary_large_image", "{path}");
        assert_eq!((one(&tags, "og:image:width"), one(&tags, "og:image:height")), ("1200", "630"), "{path}");
        let (locale, other) = if path.starts_with("en/") { ("en_GB", "id_ID") } else { ("id_ID", "en_GB") };
        assert_eq!((one(&tags, "og:locale"), one(&tags, "og:locale:alternate")), (locale, other), "{path}");
        assert!(one(&tags, "og:url").starts_with(base), "{path}");
        let file = one(&tags, "og:image").strip_prefix(base).unwrap_or_else(|| panic!("{path}: an absolute address"));
        assert!(run.has(file), "{path}: {file} is not there");
        assert_eq!(image(&run, file).dimensions(), (1200, 630), "{file}");
    }
    for kind in ["home", "region", "institution", "cohort", "story", "page", "index", "year", "data", "topic"] {
        assert!(kinds.contains(kind), "no page of kind {kind} among {kinds:?}");
    }
}

#[test]
fn a_story_is_an_article_with_its_days_and_author() {
    let run = project().build(&[]).exits(0);
    let html = run.file("cerita/lima/index.html");
    let tags = tags(&html);
    assert_eq!(one(&tags, "og:type"), "article");
    assert_eq!(one(&tags, "og:title"), "Lima orang <b>Papua</b>");
    assert_eq!(one(&tags, "article:published_time"), "2023-02-03");
    assert_eq!(one(&tags, "article:modified_time"), "2023-03-04");
    assert_eq!(one(&tags, "author"), "Tim \"Redaksi\"");
    assert!(one(&tags, "og:image:alt").contains("Cerita · 3 Februari 2023"), "{html}");
    let vague = STORY.replace("2023-02-03", "2023-02").replace("2023-03-04", "2023-03-04~");
    let run = project().file("content/stories/lima.md", &vague).build(&[]).exits(0);
    let html = run.file("cerita/lima/index.html");
    assert!(!html.contains("article:"), "less than a day is not made into a day");
}

#[test]
fn regions_with_activities_have_an_image_and_the_rest_share_one() {
    let run = project().build(&[]).exits(0);
    let pages: Vec<String> = run.tree().into_keys().filter(|path| path.ends_with("share.png")).collect();
    for own in
        ["share.png", "en/share.png", "wilayah/papua/share.png", "en/regions/papua/share.png", "cerita/lima/share.png"]
    {
        assert!(pages.iter().any(|page| page == own), "{own} is missing: {pages:?}");
    }
    let quiet = tags(&run.file("wilayah/kota-batu/index.html"));
    assert_eq!(one(&quiet, "og:image"), "https://example.org/share.png");
    assert!(!run.has("wilayah/kota-batu/share.png"));
    assert_ne!(
        image(&run, "wilayah/papua/share.png"),
        image(&run, "en/regions/papua/share.png"),
        "each in its language"
    );
    assert_ne!(image(&run, "wilayah/papua/share.png"), image(&run, "share.png"));
}

#[test]
fn without_the_output_there_are_no_images_and_no_mention_of_them() {
    let site = "title: T\nbase_url: https://example.org/\nlanguages: [id]\noutputs: [html]\n";
    let run = project().file("content/site.yaml", site).build(&[]).exits(0);
    assert!(run.tree().keys().all(|path| !path.ends_with("share.png")));
    let tags = tags(&run.file("wilayah/papua/index.html"));
    assert!(!tags.contains_key("og:image") && !tags.contains_key("og:image:alt"));
    assert_eq!(one(&tags, "twitter:card"), "summary");
}

#[test]
fn manifests_name_icons_that_are_there() {
    let run = project().build(&[]).exits(0);
    for (path, page, folder, lang) in
        [("site.webmanifest", "index.html", "", "id"), ("en/site.webmanifest", "en/regions/index.html", "en/", "en")]
    {
        let manifest = run.json(path);
        assert_eq!((manifest["lang"].as_str(), manifest["start_url"].as_str()), (Some(lang), Some("./")));
        assert!(manifest["name"].as_str().is_some_and(|name| !name.is_empty()));
        let mut purposes = BTreeSet::new();
        for icon in manifest["icons"].as_array().expect("icons") {
            let src = icon["src"].as_str().expect("an address");
            let file = src.strip_prefix("../").or_else(|| src.strip_prefix("./")).expect("a relative address");
            assert!(run.has(file), "{path}: {src}");
            if let Some(size) = icon["sizes"].as_str().and_then(|sizes| sizes.split_once('x')?.0.parse::<u32>().ok()) {
                assert_eq!(image(&run, file).dimensions(), (size, size), "{src}");
                purposes.insert((icon["purpose"].as_str().expect("a purpose").to_owned(), size));
            }
        }
        for needed in [("any", 192), ("any", 512), ("maskable", 512)] {
            assert!(purposes.contains(&(needed.0.to_owned(), needed.1)), "{needed:?} of {purposes:?}");
        }
        let html = run.file(page);
        let href = if folder.is_empty() { "./site.webmanifest" } else { "../../en/site.webmanifest" };
        assert!(html.contains(&format!("<link rel=\"manifest\" href=\"{href}\">")), "{page}");
        assert!(html.contains("assets/icon-180.png\""), "{page}");
    }
}

#[test]
fn the_fonts_of_share_images_are_not_published() {
    let run = project().build(&[]).exits(0);
    let fonts: Vec<String> = run.tree().into_keys().filter(|path| path.ends_with(".ttf")).collect();
    assert!(fonts.is_empty() && repository().join("themes/warta/share/bold.ttf").is_file(), "{fonts:?}");
}
