//! Bytes as a server with gzip sends them.

use super::links::value;
use flate2::Compression;
use flate2::write::GzEncoder;
use std::io::Write;

/// The bytes that a server sends of `bytes`.
pub(super) fn gzip(bytes: &[u8]) -> u64 {
    compressed(bytes, Compression::default())
}

/// At least as many bytes as [`gzip`] tells, in a third of the time.
pub(super) fn gzip_at_most(bytes: &[u8]) -> u64 {
    compressed(bytes, Compression::fast())
}

fn compressed(bytes: &[u8], effort: Compression) -> u64 {
    let mut counter = GzEncoder::new(Counter(0), effort);
    let written = counter.write_all(bytes).and_then(|()| counter.finish());
    written.map_or(bytes.len() as u64, |counter| counter.0)
}

/// Counts what is written and keeps nothing.
struct Counter(u64);

impl Write for Counter {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0 += bytes.len() as u64;
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

/// The parts of a page by their anchors, each compressed alone.
pub(super) fn sections(page: &[u8]) -> Vec<(String, u64)> {
    let text = String::from_utf8_lossy(page);
    let starts: Vec<usize> = text.match_indices("<section").map(|(at, _)| at).collect();
    let ends = starts.iter().skip(1).copied().chain([text.find("<footer").unwrap_or(text.len())]);
    let piece = |(start, end): (&usize, usize)| {
        let piece = text.get(*start..end.max(*start))?;
        let tag = piece.split('>').next()?;
        let name = value(tag, "id").or_else(|| value(tag, "class"))?;
        Some((format!("#{name}"), gzip(piece.as_bytes())))
    };
    starts.iter().zip(ends).filter_map(piece).collect()
}

#[cfg(test)]
mod tests {
    use super::{gzip, gzip_at_most, sections};

    #[test]
    fn sections_are_named_by_their_anchor() {
        let names: Vec<String> = sections(b"<section class=\"lead\">a</section><section id=\"b\">c</section><footer>")
            .into_iter()
            .map(|(name, _)| name)
            .collect();
        assert_eq!(names, ["#lead", "#b"]);
    }

    #[test]
    fn quick_compression_never_makes_a_page_look_light() {
        let words = ["Papua ", "Kota Malang ", "<li>", "</li>", "angkatan ", "2022 ", "<a href=\"../\">"];
        let page: String = (0..9_000_usize).map(|at| words[(at * at + at / 3) % 7]).collect();
        assert!(gzip(page.as_bytes()) <= gzip_at_most(page.as_bytes()));
    }
}
