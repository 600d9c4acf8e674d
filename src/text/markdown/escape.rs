//! Text into HTML, and the addresses that may stand in a link.

/// Schemes that a narrative may link to; an address without scheme is of the site itself.
const SCHEMES: [&str; 4] = ["http", "https", "mailto", "tel"];

/// Appends text between tags.
pub(super) fn push_text(html: &mut String, text: &str) {
    push_with(html, text, |c| match c {
        '<' => Some("&lt;"),
        '>' => Some("&gt;"),
        '&' => Some("&amp;"),
        _ => unprintable(c),
    });
}

/// Appends text inside a quoted attribute.
pub(super) fn push_attribute(html: &mut String, text: &str) {
    push_with(html, text, |c| match c {
        '<' => Some("&lt;"),
        '>' => Some("&gt;"),
        '&' => Some("&amp;"),
        '"' => Some("&quot;"),
        '\'' => Some("&#39;"),
        _ => unprintable(c),
    });
}

/// Appends an address inside a quoted attribute. Whoever reads it as an address reads the same.
pub(super) fn push_address(html: &mut String, address: &str) {
    push_with(html, address.trim(), |c| match c {
        ' ' => Some("%20"),
        '<' => Some("%3C"),
        '>' => Some("%3E"),
        '"' => Some("%22"),
        '\\' => Some("%5C"),
        '\'' => Some("&#39;"),
        '&' => Some("&amp;"),
        '\n' | '\t' => Some(""),
        _ => unprintable(c).map(|_| ""),
    });
}

/// Appends the text of an HTML block: as text, but `&amp;` and `&#38;` keep their meaning.
pub(super) fn push_raw_text(html: &mut String, text: &str) {
    for (index, part) in text.split('&').enumerate() {
        if index > 0 {
            html.push_str(if begins_entity(part) { "&" } else { "&amp;" });
        }
        push_text(html, part);
    }
}

/// Whether an address leads to a page, a mail or a telephone, and runs nothing.
///
/// Browsers pass over control characters and leading blanks when they read a scheme, and so does this.
pub(super) fn is_safe(address: &str) -> bool {
    let mut scheme = String::new();
    for c in address.chars().filter(|c| !c.is_control() && !c.is_whitespace()) {
        match c {
            ':' => return SCHEMES.contains(&scheme.as_str()),
            '/' | '?' | '#' => return true,
            _ => scheme.push(c.to_ascii_lowercase()),
        }
    }
    true
}

fn push_with(html: &mut String, text: &str, replacement: impl Fn(char) -> Option<&'static str>) {
    let mut done = 0;
    for (at, c) in text.char_indices() {
        if let Some(instead) = replacement(c) {
            html.push_str(&text[done..at]);
            html.push_str(instead);
            done = at + c.len_utf8();
        }
    }
    html.push_str(&text[done..]);
}

/// Control characters may stand in no HTML and no feed.
fn unprintable(c: char) -> Option<&'static str> {
    let allowed = matches!(c, '\n' | '\t') || !c.is_control();
    let noncharacter = matches!(u32::from(c) & 0xFFFF, 0xFFFE | 0xFFFF);
    if c == '\r' {
        return Some("");
    }
    (!allowed || noncharacter).then_some("\u{FFFD}")
}

/// The longest name of a character in HTML has 31 letters.
fn begins_entity(text: &str) -> bool {
    let Some(end) = text.bytes().take(32).position(|byte| byte == b';') else { return false };
    let all = |text: &str, fits: fn(&u8) -> bool| !text.is_empty() && text.as_bytes().iter().all(fits);
    match text[..end].strip_prefix('#') {
        Some(number) => match number.strip_prefix(['x', 'X']) {
            Some(hex) => all(hex, u8::is_ascii_hexdigit),
            None => all(number, u8::is_ascii_digit),
        },
        None => all(&text[..end], u8::is_ascii_alphanumeric),
    }
}

#[cfg(test)]
mod tests {
    use super::{is_safe, push_address, push_attribute, push_raw_text, push_text};

    fn with(push: fn(&mut String, &str), text: &str) -> String {
        let mut html = String::new();
        push(&mut html, text);
        html
    }

    #[test]
    fn signs_of_html_are_escaped() {
        assert_eq!(with(push_text, "a < b & \"c\" > د\u{1}\r\n"), "a &lt; b &amp; \"c\" &gt; د\u{FFFD}\n");
        assert_eq!(with(push_attribute, "\"<'>&"), "&quot;&lt;&#39;&gt;&amp;");
        assert_eq!(with(push_address, " a b?c=\"d\"&e='\\\n"), "a%20b?c=%22d%22&amp;e=&#39;%5C");
        assert_eq!(
            with(push_raw_text, "A &amp; B & C &#38; &#x26; &x &é; <"),
            "A &amp; B &amp; C &#38; &#x26; &amp;x &amp;é; &lt;"
        );
    }

    #[test]
    fn only_harmless_schemes_are_linked() {
        for good in [
            "",
            "../metode/",
            "/a:b",
            "?a:b",
            "#a:b",
            "https://go.id",
            "HTTP://go.id",
            "mailto:a@b",
            "tel:+62",
            "//go.id",
        ] {
            assert!(is_safe(good), "{good}");
        }
        for bad in [
            "javascript:alert(1)",
            " JavaScript:x",
            "java\tscript:x",
            "\u{1}data:text/html,x",
            "vbscript:x",
            "file:/etc",
            ":",
            "x:y",
        ] {
            assert!(!is_safe(bad), "{bad}");
        }
    }
}
