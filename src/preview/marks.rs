//! The bar that tells a page of the preview from a published one, and leads to the file it is made of.

use super::browser::HOME;
use super::words;

/// What the bar of a page says.
#[derive(Clone, Debug, Default)]
pub(in crate::preview) struct Marks {
    /// The language of the bar.
    pub(in crate::preview) lang: String,
    /// The state of all pages, so that a newer one is noticed.
    pub(in crate::preview) pages: String,
    /// The state of the style sheets.
    pub(in crate::preview) styles: String,
    /// The file and line the page is made of, and the link that opens it.
    pub(in crate::preview) source: Option<(String, String)>,
    /// The page is not published.
    pub(in crate::preview) draft: bool,
    /// For an address that is not there: addresses that are like it.
    pub(in crate::preview) nearest: Option<Vec<String>>,
}

/// What stands for the page itself: an empty answer to "is it still the same?".
pub(in crate::preview) fn fingerprint(page: &[u8]) -> String {
    blake3::hash(page).to_hex()[..16].to_owned()
}

/// Puts the bar, the script and `noindex` into a page.
pub(in crate::preview) fn mark(page: &[u8], marks: &Marks) -> Vec<u8> {
    let head = format!(
        "<meta name=\"robots\" content=\"noindex\"><link rel=\"stylesheet\" href=\"{HOME}preview.css\"><script src=\"{HOME}preview.js\" defer></script>"
    );
    let bar = bar(marks, &fingerprint(page));
    let head_end = find(page, b"</head>").unwrap_or(0);
    let body_end = rfind(page, b"</body>").unwrap_or(page.len()).max(head_end);
    let mut out = Vec::with_capacity(page.len() + head.len() + bar.len());
    out.extend_from_slice(&page[..head_end]);
    out.extend_from_slice(head.as_bytes());
    out.extend_from_slice(&page[head_end..body_end]);
    out.extend_from_slice(bar.as_bytes());
    out.extend_from_slice(&page[body_end..]);
    out
}

fn bar(marks: &Marks, page: &str) -> String {
    let lang = marks.lang.as_str();
    let name = words::preview();
    let mut out = format!(
        "<aside id=\"terbit-preview\" lang=\"{lang}\" aria-label=\"{name}\" data-page=\"{page}\" data-pages=\"{}\" data-styles=\"{}\"><strong>{name}</strong>",
        marks.pages,
        marks.styles,
        name = name.get(lang),
    );
    if marks.draft {
        out.push_str(&format!("<p class=\"terbit-draft\">{}</p>", words::draft().get(lang)));
    }
    if let Some((file, link)) = &marks.source {
        let edit = words::made_of();
        out.push_str(&format!("<p>{}: <a href=\"{}\">{}</a></p>", edit.get(lang), escape(link), escape(file)));
    }
    if let Some(nearest) = &marks.nearest {
        let lead = if nearest.is_empty() { words::nothing_near() } else { words::nearest() };
        let links: Vec<String> = nearest
            .iter()
            .map(|address| format!("<a href=\"{}\">{}</a>", escape(&crate::route::encode(address)), escape(address)))
            .collect();
        out.push_str(&format!("<p class=\"terbit-nearest\">{} {}</p>", lead.get(lang), links.join(" · ")));
    }
    out.push_str("<button type=\"button\" id=\"terbit-findings\" aria-expanded=\"false\" hidden></button></aside>");
    out
}

/// A page of the preview's own, where the site has none to show: a title and words as they are.
pub(in crate::preview) fn own_page(lang: &str, title: &str, text: &str, marks: &Marks) -> Vec<u8> {
    let page = format!(
        "<!doctype html><html lang=\"{lang}\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><title>{title}</title></head><body><main><h1>{title}</h1><pre tabindex=\"0\" style=\"overflow:auto\">{}</pre></main></body></html>",
        escape(text),
        title = escape(title),
    );
    mark(page.as_bytes(), marks)
}

fn escape(text: &str) -> String {
    quick_xml::escape::escape(text).into_owned()
}

fn find(page: &[u8], what: &[u8]) -> Option<usize> {
    page.windows(what.len()).position(|window| window.eq_ignore_ascii_case(what))
}

fn rfind(page: &[u8], what: &[u8]) -> Option<usize> {
    page.windows(what.len()).rposition(|window| window.eq_ignore_ascii_case(what))
}

#[cfg(test)]
mod tests {
    use super::{Marks, mark, own_page};

    #[test]
    fn a_page_gets_its_marks_and_nothing_else_changes() {
        let page = "<html><head><title>x</title></head><body>isi</body></html>";
        let source = Some(("content/a.yaml:3".to_owned(), "vscode://file/a\"b:3:1".to_owned()));
        let marks = Marks { lang: "id".to_owned(), source, draft: true, ..Marks::default() };
        let marked = String::from_utf8(mark(page.as_bytes(), &marks)).unwrap();
        assert!(
            marked.starts_with("<html><head><title>x</title><meta name=\"robots\" content=\"noindex\">"),
            "{marked}"
        );
        assert!(marked.contains("</head><body>isi<aside id=\"terbit-preview\" lang=\"id\""), "{marked}");
        assert!(marked.contains("<a href=\"vscode://file/a&quot;b:3:1\">content/a.yaml:3</a>"), "{marked}");
        assert!(marked.contains("tidak diterbitkan") && marked.ends_with("</aside></body></html>"), "{marked}");
    }

    #[test]
    fn a_page_without_head_and_body_is_marked_as_well() {
        let marked = String::from_utf8(mark(b"halo", &Marks::default())).unwrap();
        assert!(marked.contains("noindex") && marked.contains("halo<aside"), "{marked}");
    }

    #[test]
    fn own_pages_escape_their_words() {
        let page = String::from_utf8(own_page("en", "x", "<script>", &Marks::default())).unwrap();
        assert!(page.contains("&lt;script&gt;"));
    }
}
