//! `_headers`: the policy of the site for servers that read such a file (Cloudflare Pages, Netlify and others).

use crate::plan::CONTENT_SECURITY_POLICY;
use std::io::{self, Write};

/// Writes the file: one block for every path.
///
/// # Errors
/// What the stream says.
pub fn write(mut out: impl Write) -> io::Result<()> {
    write!(
        out,
        "/*\n  Content-Security-Policy: {CONTENT_SECURITY_POLICY}\n  X-Content-Type-Options: nosniff\n  \
         Referrer-Policy: strict-origin-when-cross-origin\n"
    )
}

#[cfg(test)]
mod tests {
    use super::write;

    #[test]
    fn every_header_is_one_indented_line() {
        let mut out = Vec::new();
        write(&mut out).expect("written");
        let text = String::from_utf8(out).expect("UTF-8");
        let mut lines = text.lines();
        assert_eq!(lines.next(), Some("/*"));
        assert!(lines.all(|line| line.starts_with("  ") && line.contains(": ") && !line.contains('\t')), "{text}");
        assert_eq!(text.lines().count(), 4);
    }
}
