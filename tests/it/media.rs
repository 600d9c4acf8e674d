//! Pictures and documents of `media/`: made smaller, stripped of all they tell beside what they show, and published
//! only where something public shows them.

use super::project::{COHORT, Project, Run};
use image::{DynamicImage, ImageFormat, Rgb, RgbImage};
use std::collections::BTreeMap;
use std::io::Cursor;
use std::path::Path;

/// What a camera writes beside a picture: how it lies (6: turned to the right), its maker, and where it was.
const MAKER: &[u8] = b"KAMERA-RAHASIA\0";

/// A TIFF block with orientation, maker and a latitude.
fn exif(orientation: u8) -> Vec<u8> {
    let mut tiff = b"MM\0\x2a\0\0\0\x08".to_vec();
    // Three entries at 8: maker at 50, orientation, GPS block at 65; then the end.
    tiff.extend([0, 3]);
    tiff.extend([0x01, 0x0f, 0, 2, 0, 0, 0, 15, 0, 0, 0, 50]);
    tiff.extend([0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0]);
    tiff.extend([0x88, 0x25, 0, 4, 0, 0, 0, 1, 0, 0, 0, 65]);
    tiff.extend([0; 4]);
    tiff.extend(MAKER);
    // One entry: latitude, three fractions at 83.
    tiff.extend([0, 1, 0, 2, 0, 5, 0, 0, 0, 3, 0, 0, 0, 83, 0, 0, 0, 0]);
    for part in [7_u32, 58, 11] {
        tiff.extend(part.to_be_bytes());
        tiff.extend(1_u32.to_be_bytes());
    }
    tiff
}

fn photo(width: u32, height: u32) -> DynamicImage {
    // Blue above, red below: so that one sees how it lies. A test picture, no photograph.
    RgbImage::from_fn(width, height, |_, y| Rgb(if y < height / 2 { [0, 0, 200] } else { [200, 0, 0] })).into()
}

/// A JPEG as a camera writes it.
fn from_camera(width: u32, height: u32, orientation: u8) -> Vec<u8> {
    let mut plain = Vec::new();
    photo(width, height).write_to(&mut Cursor::new(&mut plain), ImageFormat::Jpeg).expect("written");
    let block = [b"Exif\0\0".as_slice(), &exif(orientation)].concat();
    let length = u16::try_from(block.len() + 2).expect("short").to_be_bytes();
    [&plain[..2], b"\xff\xe1", &length, &block, &plain[2..]].concat()
}

fn png(width: u32, height: u32) -> Vec<u8> {
    let mut bytes = Vec::new();
    photo(width, height).write_to(&mut Cursor::new(&mut bytes), ImageFormat::Png).expect("written");
    bytes
}

fn story(more: &str, body: &str) -> String {
    format!("---\ntitle: Lima orang\ndate: 2023-02-03\nabout: [papua-2022]\n{more}---\n\n{body}\n")
}

const COVER: &str = "cover: {src: media/2022/balai kota.jpg, alt: {id: Balai kota, en: City hall}, credit: Humas}\n";

fn project() -> Project {
    Project::new().file("content/cohorts/2022.yaml", COHORT)
}

/// The media of a site, by path.
fn media(run: &Run) -> BTreeMap<String, Vec<u8>> {
    run.tree().into_iter().filter(|(path, _)| path.starts_with("media/")).collect()
}

/// The attributes of the first `<img` whose address holds `word`.
fn img(html: &str, word: &str) -> BTreeMap<String, String> {
    let tags = html.split("<img ").skip(1).map(|part| part.split_once('>').map_or(part, |(tag, _)| tag));
    let tag = tags.clone().find(|tag| tag.contains(word)).unwrap_or_else(|| panic!("no picture {word} in {html}"));
    let parts = tag.split("\" ").filter_map(|part| part.trim_end_matches('"').split_once("=\""));
    parts.map(|(name, value)| (name.trim().to_owned(), value.to_owned())).collect()
}

fn has(bytes: &[u8], needle: &[u8]) -> bool {
    bytes.windows(needle.len()).any(|window| window == needle)
}

#[test]
fn a_photograph_is_published_upright_in_three_widths_and_tells_nothing() {
    let camera = from_camera(1800, 1200, 6);
    assert!(has(&camera, MAKER), "the camera did tell");
    let run = project()
        .bytes("content/media/2022/balai kota.jpg", &camera)
        .file("content/stories/lima.md", &story(COVER, "Isi."))
        .build(&[])
        .exits(0);
    let files = media(&run);
    let mut widths = Vec::new();
    for (path, bytes) in &files {
        assert!(path.starts_with("media/2022/balai kota-") && path.ends_with(".jpg"), "{path}");
        for told in [MAKER, b"Exif", b"GPS", b"MM\0\x2a"] {
            assert!(!has(bytes, told), "{path} tells {:?}", String::from_utf8_lossy(told));
        }
        let image = image::load_from_memory(bytes).expect("a picture").to_rgb8();
        let (width, height) = image.dimensions();
        // Turned to the right, what was above is at the right.
        let (left, right) = (image.get_pixel(3, height / 2).0, image.get_pixel(width - 4, height / 2).0);
        assert!(left[0] > 150 && left[2] < 60 && right[2] > 150 && right[0] < 60, "{path}: {left:?} {right:?}");
        assert_eq!(height, width * 3 / 2, "{path}: it stands upright");
        widths.push(width);
    }
    widths.sort_unstable();
    assert_eq!(widths, [480, 960, 1200]);
    assert!(files.values().all(|bytes| *bytes != camera), "the original stays at home");

    let html = run.file("cerita/lima/index.html");
    let cover = img(&html, "balai%20kota");
    assert_eq!(
        (cover["width"].as_str(), cover["height"].as_str(), cover["alt"].as_str()),
        ("1200", "1800", "Balai kota")
    );
    assert!(!cover.contains_key("loading"), "what is in sight first does not wait: {cover:?}");
    assert!(html.contains("Foto: Humas"), "{html}");
    for (at, width) in [(0, 480), (1, 960), (2, 1200)] {
        let entry = cover["srcset"].split(", ").nth(at).expect("an entry");
        let (address, said) = entry.split_once(' ').expect("a width");
        assert_eq!(said, format!("{width}w"));
        let path = address.trim_start_matches("../").replace("%20", " ");
        assert!(files.contains_key(&path), "{address} is not there: {:?}", files.keys());
    }
    assert!(cover.contains_key("sizes") && cover["src"].contains("-960.jpg"), "{cover:?}");
    assert!(run.file("en/stories/lima/index.html").contains("alt=\"City hall\""));
}

#[test]
fn pictures_in_the_text_have_a_size_a_caption_and_wait_below_the_fold() {
    let body =
        "![Balai kota](../media/a.png)\n\n![Denah](../media/b.png \"Denah oleh Bappeda\")\n\n[besar](../media/b.png)";
    let run = project()
        .bytes("content/media/a.png", &png(700, 350))
        .bytes("content/media/b.png", &png(200, 100))
        .file("content/stories/lima.md", &story("", body))
        .build(&[])
        .exits(0);
    let html = run.file("cerita/lima/index.html");
    let (first, second) = (img(&html, "media/a-"), img(&html, "media/b-"));
    assert_eq!((first["width"].as_str(), first["height"].as_str()), ("700", "350"));
    assert!(!first.contains_key("loading") && first["srcset"].contains("480w"), "{first:?}");
    assert_eq!((second["width"].as_str(), second["loading"].as_str()), ("200", "lazy"));
    assert!(!second.contains_key("srcset") && !second.contains_key("title"), "{second:?}");
    assert!(html.contains("<figcaption>Denah oleh Bappeda</figcaption></figure>"), "{html}");
    assert!(html.contains(&format!("<a href=\"{}\">besar</a>", second["src"])), "a link leads to the widest file");
    assert_eq!(media(&run).len(), 3, "{:?}", media(&run).keys());
    // A cover is seen first: then every picture of the text waits.
    let covered = story("cover: {src: media/b.png, alt: Denah}\n", body);
    let run = Project::new()
        .file("content/cohorts/2022.yaml", COHORT)
        .bytes("content/media/a.png", &png(700, 350))
        .bytes("content/media/b.png", &png(200, 100))
        .file("content/stories/lima.md", &covered)
        .build(&[])
        .exits(0);
    assert_eq!(img(&run.file("cerita/lima/index.html"), "media/a-")["loading"], "lazy");
}

#[test]
fn what_only_secret_texts_show_is_not_published() {
    let secret = |hidden: &str, file: &str| {
        let more = format!("{hidden}\ncover: {{src: media/{file}.jpg, alt: Foto}}\n");
        story(&more, &format!("![Denah](../media/{file}-denah.png)\n\n[Laporan](../media/{file}.pdf)"))
    };
    let mut project = project()
        .file("content/stories/draf.md", &secret("draft: true", "draf"))
        .file("content/stories/nanti.md", &secret("publish_at: '2027-05-06T00:00:00+07:00'", "nanti"))
        .file("content/stories/terbuka.md", &story("", "[Laporan](../media/terbuka.pdf)"))
        .file(
            "content/stories/terbuka.en.md",
            "---\ntitle: Open\ndraft: true\n---\n\n![Plan](../media/terjemahan.png)\n",
        )
        .bytes("content/media/terjemahan.png", &png(20, 20))
        .file("content/media/terbuka.pdf", "%PDF-1.4")
        .file("content/media/tak-dipakai.pdf", "%PDF-1.4");
    for name in ["draf", "nanti"] {
        project = project
            .bytes(&format!("content/media/{name}.jpg"), &from_camera(60, 40, 1))
            .bytes(&format!("content/media/{name}-denah.png"), &png(20, 20))
            .file(&format!("content/media/{name}.pdf"), "%PDF-1.4");
    }
    let run = project.build(&[]).exits(0);
    assert_eq!(media(&run).into_keys().collect::<Vec<_>>(), ["media/terbuka.pdf"]);
    let drafts = project.build(&["--drafts"]).exits(0);
    for name in ["media/draf.pdf", "media/nanti.pdf"] {
        assert!(drafts.has(name), "{:?}", media(&drafts).keys());
    }
    assert_eq!(media(&drafts).keys().filter(|path| path.contains("draf-")).count(), 2);
    // And they are gone again when drafts are no longer asked for.
    assert_eq!(media(&project.build(&[]).exits(0)).len(), 1);
}

#[test]
fn a_picture_that_did_not_change_is_not_made_again() {
    let project = project()
        .bytes("content/media/2022/balai kota.jpg", &from_camera(700, 400, 1))
        .file("content/stories/lima.md", &story(COVER, "Isi."));
    let first = media(&project.build(&[]).exits(0));
    // Bytes that the program would never make, known to the manifest as its own: they are kept, so nothing was made.
    let root = project.root().join("output");
    let path = first.keys().next().expect("a file").clone();
    let swapped = b"bukan gambar".to_vec();
    swap(&root, &path, &swapped);
    assert_eq!(media(&project.build(&[]).exits(0))[&path], swapped);
    // Damaged behind the program's back: the manifest tells, and it is made again.
    std::fs::remove_file(root.join(&path)).expect("removed");
    std::fs::write(root.join(&path), b"rusak").expect("written");
    assert_eq!(media(&project.build(&[]).exits(0)), first);
    // Another picture of the same name has another address.
    let project = project.bytes("content/media/2022/balai kota.jpg", &from_camera(700, 401, 1));
    let other = media(&project.build(&[]).exits(0));
    assert!(other.keys().all(|path| !first.contains_key(path)), "{:?}", other.keys());
}

/// Puts `bytes` at `path` of a site as if the program had written them there.
fn swap(root: &Path, path: &str, bytes: &[u8]) {
    let manifest = root.join(".terbit-manifest");
    let text = std::fs::read_to_string(&manifest).expect("a manifest");
    let line = format!("{} {} media {path}", blake3::hash(bytes).to_hex(), bytes.len());
    let is_it = |old: &&str| old.ends_with(&format!(" {path}"));
    let old = text.lines().find(is_it).expect("listed").to_owned();
    std::fs::write(&manifest, text.replace(&old, &line)).expect("written");
    std::fs::remove_file(root.join(path)).expect("removed");
    std::fs::write(root.join(path), bytes).expect("written");
}

#[test]
fn a_picture_damaged_inside_stops_the_build_and_is_named() {
    let mut broken = png(900, 600);
    broken.truncate(broken.len() / 2);
    let run = project()
        .bytes("content/media/2022/balai kota.jpg", &broken)
        .file("content/stories/lima.md", &story(COVER, "Isi."))
        .build(&["--lang", "en"])
        .exits(1);
    assert!(run.text().contains("N017") && run.text().contains("content/media/2022/balai kota."), "{}", run.text());
}

#[test]
fn files_that_are_copied_tell_no_place() {
    let camera = from_camera(60, 40, 1);
    let inside = [b"%PDF-1.4 ".as_slice(), &camera].concat();
    for path in ["content/static/foto.jpg", "content/media/laporan.pdf", "content/static/a/peta.tif"] {
        let bytes = match path.rsplit('.').next() {
            Some("pdf") => inside.clone(),
            Some("tif") => exif(1),
            _ => camera.clone(),
        };
        let run = project().bytes(path, &bytes).check(&[]).exits(1);
        assert!(run.text().contains("P008"), "{path}: {}", run.text());
    }
    project().bytes("content/static/foto.png", &png(3, 3)).check(&["--strict"]).exits(0);
    let author = b"%PDF-1.4 << /Author (Budi, NIP 198609262015051001) >>";
    let run = project().bytes("content/media/laporan.pdf", author).check(&[]).exits(1);
    assert!(run.text().contains("P003") && !run.text().contains("198609262015051001"), "{}", run.text());
}

#[test]
fn stories_name_their_translations_relatives_and_contents() {
    let story = |title: &str, about: &str, body: &str| {
        format!("---\ntitle: {title}\ndate: 2023-02-03\nabout: [{about}]\n---\n\n{body}\n")
    };
    let long = (1..=4).map(|part| format!("## Bagian {part}\n\n{}\n\n", "kata ".repeat(200))).collect::<String>();
    let run = project()
        .file("content/stories/lima.md", &story("Lima orang", "papua-2022, kota-malang", &long))
        .file("content/stories/lima.en.md", "---\ntitle: Five people\n---\n\nText.\n")
        .file("content/stories/enam.md", &story("Enam orang", "papua-2022", "Isi."))
        .file("content/stories/tujuh.md", &story("Tujuh orang", "papua-2022, kota-malang", "Isi."))
        .file("content/stories/lain.md", &story("Lain sekali", "kementerian", "Isi."))
        .build(&[])
        .exits(0);
    let html = run.file("cerita/lima/index.html");
    let related = html.split_once("id=\"related\"").expect("relatives").1.split_once("</section>").expect("an end").0;
    let at = |word: &str| related.find(word).unwrap_or_else(|| panic!("{word} in {related}"));
    assert!(at("Tujuh orang") < at("Enam orang"), "more in common comes first: {related}");
    assert!(!related.contains("Lima orang") && !related.contains("Lain sekali"), "{related}");
    assert!(html.contains("href=\"../../en/stories/lima/\" lang=\"en\">Five people</a>"), "{html}");
    let contents = html.split_once("class=\"toc\"").expect("contents").1.split_once("</nav>").expect("an end").0;
    assert_eq!(contents.matches("<li>").count(), 4);
    let short = run.file("cerita/enam/index.html");
    assert!(!short.contains("class=\"toc\""), "a short story needs none");
    assert!(short.contains("(belum diterjemahkan)"), "{short}");
    let english = run.file("en/stories/enam/index.html");
    assert!(english.contains("lang=\"id\">Enam orang</h1>") && english.contains("shown in Indonesian"), "{english}");
}

#[test]
fn the_outlines_of_the_map_are_published_only_where_a_text_links_to_them() {
    let outlines = r#"{"type": "FeatureCollection", "features": [{"type": "Feature", "id": "papua", "properties": {},
        "geometry": {"type": "Polygon", "coordinates": [[[130, 0], [141, 0], [141, -9], [130, -9], [130, 0]]]}}]}"#;
    let site = |body: &str| {
        let project = project().file("content/media/outlines.geojson", outlines);
        project.file("content/stories/lima.md", &story("", body)).build(&[]).exits(0)
    };
    let bare = site("Isi.");
    assert!(media(&bare).is_empty());
    assert!(bare.tree().iter().any(|(path, bytes)| path.ends_with(".html") && has(bytes, b"class=\"outlines")));
    let linked = site("[Garis batas](../media/outlines.geojson).");
    assert_eq!(media(&linked).keys().collect::<Vec<_>>(), ["media/outlines.geojson"]);
}

/// Whatever the front matter of a standing page may hold is shown, as on a story.
#[test]
fn a_standing_page_shows_its_front_matter() {
    let page = "---\ntitle: Metode\ndate: 2022-11\nauthor: Redaksi\ntags: [cara kerja]\nabout: [kota-malang]\nupdated: 2023-02-01\n\
                cover: {src: media/2022/balai kota.jpg, alt: Balai Kota Malang, credit: Dinas Kominfo}\n---\n\nIsi.\n";
    let run = project()
        .bytes("content/media/2022/balai kota.jpg", &png(1600, 1000))
        .file("content/pages/metode.md", page)
        .build(&[])
        .exits(0);
    let html = run.file("metode/index.html");
    for shown in [
        "Redaksi",
        "cara kerja",
        "November 2022",
        "1 Februari 2023",
        "Balai Kota Malang",
        "Dinas Kominfo",
        "../wilayah/kota-malang/",
    ] {
        assert!(html.contains(shown), "{shown} in\n{html}");
    }
}
