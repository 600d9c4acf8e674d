//! `robots.txt` (RFC 9309): everything is public; where the sitemap is.

use std::io::{self, Write};

/// Writes the file; `sitemap` is the absolute address of the sitemap, if there is one.
///
/// # Errors
/// What the stream says.
pub fn write(sitemap: Option<&str>, mut out: impl Write) -> io::Result<()> {
    out.write_all(b"User-agent: *\nAllow: /\n")?;
    match sitemap {
        Some(url) => writeln!(out, "\nSitemap: {url}"),
        None => Ok(()),
    }
}
