//! A page at an old address that leads to the new one.

use crate::plan::CONTENT_SECURITY_POLICY;
use crate::route;
use std::io::{self, Write};

/// Writes the page at `alias` that leads to `target`, both paths of the site. `canonical` is the absolute address.
///
/// The refresh is relative, so that it works under any base path.
///
/// # Errors
/// What the stream says.
pub fn write(alias: &str, target: &str, canonical: &str, lang: &str, mut out: impl Write) -> io::Result<()> {
    let (path, anchor) = target.split_once('#').map_or((target, None), |(path, anchor)| (path, Some(anchor)));
    let anchor = anchor.map(|anchor| format!("#{}", route::encode(anchor))).unwrap_or_default();
    let href = escape(&format!("{}{}{anchor}", route::root_from(alias), route::encode(path)));
    let (lang, canonical) = (escape(lang), escape(canonical));
    write!(
        out,
        "<!doctype html>\n<html lang=\"{lang}\">\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"{CONTENT_SECURITY_POLICY}\">\n<title>{canonical}</title>\n\
         <link rel=\"canonical\" href=\"{canonical}\">\n<meta http-equiv=\"refresh\" content=\"0; url={href}\">\n\
         <meta name=\"robots\" content=\"noindex\">\n<p><a href=\"{href}\">{canonical}</a></p>\n</html>\n"
    )
}

fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            letter => out.push(letter),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::write;

    #[test]
    fn an_old_address_leads_to_the_new_one() {
        let mut out = Vec::new();
        write("lama/a&b/", "wilayah/\"x\"/#a", "https://example.go.id/w/?a=1&b", "id", &mut out).expect("written");
        let html = String::from_utf8(out).expect("UTF-8");
        assert!(html.contains("content=\"0; url=../../wilayah/%22x%22/#a\""), "{html}");
        assert!(html.contains("href=\"https://example.go.id/w/?a=1&amp;b\""), "{html}");
    }
}
