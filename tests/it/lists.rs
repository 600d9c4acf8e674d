//! Lists of any length: indexes are cut into pages, so are the lists of a page that are too long for it, and every
//! record stays within reach.

use super::project::{COHORT, Project, Run, SITE};
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
        let whole = format!("{page}/kunjungan/\">Semua 460 kunjungan, menurut tahun</a>");
        assert!(html.contains(&whole), "{page} says where all stand");
        let table = run.file(&format!("{page}/data.csv"));
        assert_eq!(table.lines().filter(|line| line.contains("Kunjungan ke-")).count(), 460, "{page}");
    }
}

/// How often each address `<before><number><after>` for numbers below `many` stands on the pages of a list.
fn listed(run: &Run, list: &str, before: &str, after: &str, many: usize) -> Vec<usize> {
    let tree = run.tree();
    let pages = tree
        .iter()
        .filter(|(path, _)| **path == format!("{list}/index.html") || path.starts_with(&format!("{list}/halaman/")));
    let text: String = pages.map(|(_, bytes)| String::from_utf8_lossy(bytes)).collect();
    (0..many).map(|number| text.matches(&format!("{before}{number}{after}")).count()).collect()
}

#[test]
fn a_long_list_of_a_page_has_pages_of_its_own_that_hold_each_record_once() {
    let run = large().build(&[]).exits(0);
    for page in ["topik/perencanaan", "instansi/bappeda-kota-malang", "wilayah/papua", "wilayah/kota-malang"] {
        let list = format!("{page}/kunjungan");
        assert_eq!(listed(&run, &list, "/kunjungan/v-", "/\"", 460), vec![1; 460], "{list}");
        assert!(run.has(&format!("{list}/halaman/5/index.html")) && !run.has(&format!("{list}/halaman/6/index.html")));
        assert!(!run.has(&format!("{list}/data.csv")), "the table stands beside the page of the owner, whole");
    }
    let second = run.file("topik/perencanaan/kunjungan/halaman/2/index.html");
    for text in [
        r#"<link rel="prev" href="../../../../../topik/perencanaan/kunjungan/">"#,
        r#"<link rel="next" href="../../../../../topik/perencanaan/kunjungan/halaman/3/">"#,
        r#"hreflang="en" href="https://example.org/en/topics/perencanaan/visits/page/2/""#,
        "Kunjungan belajar: Perencanaan, halaman 2",
        r##"href="../../../../../topik/perencanaan/kunjungan/#year-2022""##,
        r#"<a href="../../../../../topik/perencanaan/">Perencanaan</a>"#,
    ] {
        assert!(second.contains(text), "{text} is not in\n{second}");
    }
    assert!(run.file("sitemap.xml").contains("topik/perencanaan/kunjungan/halaman/5/"));
    // 58 visits of one year are more than the page of the year shows.
    assert_eq!(listed(&run, "tahun/2016/kunjungan", "/kunjungan/v-", "/\"", 460).iter().sum::<usize>(), 58);
    let year = run.file("wilayah/papua/2016/index.html");
    assert!(year.contains("Tercatat 58 kegiatan untuk Papua pada 2016."), "{year}");
    assert!(year.contains("wilayah/papua/kunjungan/halaman/2/#year-2016\">Semua 460 kunjungan"), "{year}");
}

#[test]
fn what_is_said_and_what_changed_is_paged_as_records_are() {
    let mut statements = String::new();
    let mut evaluations = String::new();
    let mut regions = String::new();
    for number in 0..130 {
        let year = 2019 + number % 3;
        statements.push_str(&format!(
            "- {{id: p-{number}, speaker: Kepala, office: Kepala Bappeda, institution: bappeda-kota-malang, \
             text: Kalimat ke-{number}., date: {year}-03-01, sources: [s1]}}\n"
        ));
        evaluations.push_str(&format!(
            "- {{id: e-{number}, of: papua-2022, indicator: Kepuasan ke-{number}, n: 40, value: 4, date: {year}}}\n"
        ));
        regions.push_str(&format!(
            "- {{id: kabupaten-{number}, name: Kabupaten {number}, kind: regency, parents: [\
             {{id: papua, to: {year}-07-25}}, {{id: jawa-timur, from: {year}-07-25, basis: Undang-Undang {number}}}]}}\n"
        ));
    }
    let run = Project::new()
        .file("content/cohorts/2022.yaml", COHORT)
        .file("content/statements.yaml", &statements)
        .file("content/evaluations.yaml", &evaluations)
        .file("content/regions/many.yaml", &regions)
        .build(&["--base-url", super::real_content::BASE])
        .exits(0);
    for (list, before, after, pages, words) in [
        ("instansi/bappeda-kota-malang/pernyataan", "id=\"statement-p-", "\"", 4, "Kalimat ke-{}."),
        ("angkatan/papua-2022/penilaian", "id=\"evaluation-e-", "\"", 4, "Kepuasan ke-{}<"),
        ("wilayah/papua/perubahan", "Undang-Undang ", ")", 2, "Undang-Undang {})"),
    ] {
        assert_eq!(listed(&run, list, before, after, 130), vec![1; 130], "{list}");
        assert!(run.has(&format!("{list}/halaman/{pages}/index.html")), "{list}");
        let owner = list.rsplit_once('/').expect("a list").0;
        let html = run.file(&format!("{owner}/index.html"));
        assert!(html.contains(&format!("{list}/\">Semua 130 ")), "{owner} leads to {list}");
        let shown: Vec<usize> =
            (0..130).filter(|number| html.contains(&words.replace("{}", &number.to_string()))).collect();
        assert_eq!(shown.len(), 40, "{owner} shows {shown:?}");
        assert!(shown.iter().all(|number| number % 3 == 2), "{owner} shows what is newest, that of 2021: {shown:?}");
    }
    // Whatever leads to a statement leads to where it stands.
    assert_eq!(super::links::broken(&run), Vec::<String>::new());
}

#[test]
fn without_pages_for_lists_a_theme_leads_to_the_table() {
    let run = large()
        .file("content/site.yaml", &SITE.replace("languages", "theme: polos\nlanguages"))
        .file(
            "themes/polos/templates/topic.html",
            "{% for g in groups %}{% if g.more %}<a href=\"{{ g.more.href }}\">{{ g.more.text }}</a>{% endif %}{% endfor %}",
        )
        .file("themes/polos/messages/id.yaml", "group_more: \"{n} lagi\"\n")
        .file("themes/polos/messages/en.yaml", "group_more: \"{n} more\"\n")
        .build(&[])
        .exits(0);
    let html = run.file("topik/perencanaan/index.html");
    assert!(html.contains("data.csv\">410 lagi"), "{html}");
    assert!(!run.has("topik/perencanaan/kunjungan/index.html"));
}

fn packed(bytes: &[u8]) -> usize {
    let mut packer = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::default());
    packer.write_all(bytes).expect("memory");
    packer.finish().expect("memory").len()
}
