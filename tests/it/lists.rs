//! Lists of any length: indexes are cut into pages, lists on pages are bounded, and every record stays within reach.

use super::project::{Project, Run};
use std::io::Write;

/// More of each than fit on one page of an index, and more visits than a page of a subject lists.
fn large() -> Project {
    let mut visits = String::new();
    let mut sources = String::new();
    for number in 0..460 {
        // Half of them undated: they have no year to be sorted away into.
        let start = if number % 2 == 0 { format!(", start: {}-05-01", 2016 + number % 8) } else { String::new() };
        visits.push_str(&format!(
            "- {{id: v-{number}, kind: studi-tiru, origin: [papua], host: [bappeda-kota-malang], topics: [perencanaan], \
             summary: Kunjungan ke-{number} tentang perencanaan, sources: [w-{number}]{start}}}\n"
        ));
        sources.push_str(&format!(
            "- {{id: w-{number}, type: press, publisher: Koran {}, title: Berita ke-{number}}}\n",
            number % 7
        ));
    }
    Project::new().file("content/visits/many.yaml", &visits).file("content/sources/many.yaml", &sources)
}

/// How often each record of a kind is linked from the pages of its index.
fn linked(run: &Run, index: &str, prefix: &str) -> Vec<usize> {
    let pages = run
        .tree()
        .into_iter()
        .filter(|(path, _)| *path == format!("{index}/index.html") || path.starts_with(&format!("{index}/halaman/")));
    let text: String = pages.map(|(_, bytes)| String::from_utf8_lossy(&bytes).into_owned()).collect();
    (0..460).map(|number| text.matches(&format!("/{index}/{prefix}-{number}/\"")).count()).collect()
}

#[test]
fn an_index_of_any_length_is_cut_into_pages_that_hold_each_record_once() {
    let run = large().build(&[]).exits(0);
    for (index, prefix, pages) in [("kunjungan", "v", 5), ("sumber", "w", 2)] {
        for page in 2..=pages {
            assert!(run.has(&format!("{index}/halaman/{page}/index.html")), "page {page} of {index}");
        }
        assert!(!run.has(&format!("{index}/halaman/{}/index.html", pages + 1)));
        assert_eq!(linked(&run, index, prefix), vec![1; 460], "{index}");
    }
    let second = run.file("kunjungan/halaman/2/index.html");
    for link in [
        r#"<link rel="prev" href="../../../kunjungan/">"#,
        r#"<link rel="next" href="../../../kunjungan/halaman/3/">"#,
        r#"hreflang="en" href="https://example.org/en/visits/page/2/""#,
        "Kunjungan, halaman 2",
    ] {
        assert!(second.contains(link), "{link} is not in\n{second}");
    }
    assert!(run.file("sitemap.xml").contains("kunjungan/halaman/5/"));
    assert!(!run.has("kunjungan/halaman/2/data.csv"), "the table stands beside the first page, whole");
}

#[test]
fn no_page_grows_with_the_number_of_its_records() {
    let run = large().build(&[]).exits(0);
    let style: usize =
        ["style.css", "chart.css", "print.css"].map(|name| packed(&run.tree()[&format!("assets/{name}")])).iter().sum();
    for (path, bytes) in run.tree().iter().filter(|(path, _)| path.ends_with(".html")) {
        let size = packed(bytes) + style;
        assert!(size < 60 * 1024, "{path} weighs {size} bytes with its style");
    }
    for page in ["topik/perencanaan", "instansi/bappeda-kota-malang"] {
        let html = run.file(&format!("{page}/index.html"));
        assert!(html.contains("460 kunjungan"), "{page} says how many there are");
        assert!(html.contains(&format!("{page}/data.csv\">410 lagi")), "{page} says where the others stand");
        let table = run.file(&format!("{page}/data.csv"));
        assert_eq!(table.lines().filter(|line| line.contains("Kunjungan ke-")).count(), 460, "{page}");
    }
}

fn packed(bytes: &[u8]) -> usize {
    let mut packer = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::default());
    packer.write_all(bytes).expect("memory");
    packer.finish().expect("memory").len()
}
