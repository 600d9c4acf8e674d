//! What files that are published as they are tell beside what they show: the place where a picture was taken,
//! the words that a document carries about itself.

use exif::{In, Tag};
use std::io::Cursor;

/// What was found in a file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Metadata {
    /// It says where it was made (GPS).
    pub has_place: bool,
    /// What a PDF says of itself: author, title, keywords.
    pub words: String,
}

/// Endings of files that can carry a place, pictures inside documents included.
const LOOKED_INTO: [&str; 12] =
    ["jpg", "jpeg", "jfif", "png", "webp", "tif", "tiff", "heic", "heif", "avif", "pdf", "svg"];

/// The largest block of EXIF data: JPEG has room for no more.
const EXIF: usize = 1 << 16;

/// Whether files of this name are looked into.
pub(in crate::read) fn is_looked_into(path: &str) -> bool {
    path.rsplit_once('.').is_some_and(|(_, ending)| LOOKED_INTO.contains(&ending.to_ascii_lowercase().as_str()))
}

/// Looks into a file.
pub(in crate::read) fn look(path: &str, bytes: &[u8]) -> Metadata {
    let is_pdf = bytes.starts_with(b"%PDF") || path.to_ascii_lowercase().ends_with(".pdf");
    Metadata { has_place: has_place(bytes), words: if is_pdf { words_of_pdf(bytes) } else { String::new() } }
}

fn has_place(bytes: &[u8]) -> bool {
    let tells = |exif: exif::Exif| exif.get_field(Tag::GPSLatitude, In::PRIMARY).is_some();
    // XMP writes names in plain text. Inside a PDF, a picture keeps its own data as it was.
    exif::Reader::new().read_from_container(&mut Cursor::new(bytes)).is_ok_and(tells)
        || find(bytes, b"GPSLatitude").next().is_some()
        || find(bytes, b"Exif\0\0").any(|at| {
            let block = &bytes[at + 6..bytes.len().min(at + 6 + EXIF)];
            exif::Reader::new().read_raw(block.to_vec()).is_ok_and(tells)
        })
}

/// Where `needle` stands.
fn find<'b>(bytes: &'b [u8], needle: &'b [u8]) -> impl Iterator<Item = usize> + 'b {
    let starts = bytes.iter().enumerate().filter(|(_, byte)| **byte == needle[0]);
    starts.map(|(at, _)| at).filter(|at| bytes[*at..].starts_with(needle))
}

/// Author, title, subject and keywords, and the XMP packet, as far as they are not compressed.
fn words_of_pdf(bytes: &[u8]) -> String {
    let mut words = String::new();
    for key in [&b"/Author"[..], b"/Title", b"/Subject", b"/Keywords"] {
        for at in find(bytes, key) {
            words.push_str(&literal(&bytes[at + key.len()..]));
            words.push('\n');
        }
    }
    for at in find(bytes, b"<x:xmpmeta") {
        let packet = String::from_utf8_lossy(&bytes[at..bytes.len().min(at + EXIF)]).into_owned();
        let packet = packet.split("</x:xmpmeta>").next().unwrap_or_default();
        // Only what is not a tag: addresses of vocabularies are no words.
        for text in packet.split('<').filter_map(|part| part.split_once('>')).map(|(_, text)| text.trim()) {
            if !text.is_empty() {
                words.push_str(text);
                words.push('\n');
            }
        }
    }
    words
}

/// A text in round brackets, as PDF writes it, in Latin letters or UTF-16.
fn literal(bytes: &[u8]) -> String {
    let bytes = bytes.trim_ascii_start();
    let Some(inside) = bytes.strip_prefix(b"(") else { return String::new() };
    let mut raw = Vec::new();
    let mut escaped = false;
    for byte in inside.iter().take(1000) {
        match byte {
            _ if escaped => {
                raw.push(*byte);
                escaped = false;
            }
            b'\\' => escaped = true,
            b')' => break,
            byte => raw.push(*byte),
        }
    }
    match raw.strip_prefix(b"\xfe\xff") {
        Some(wide) => {
            let units: Vec<u16> = wide.chunks_exact(2).map(|pair| u16::from_be_bytes([pair[0], pair[1]])).collect();
            String::from_utf16_lossy(&units)
        }
        None => raw.iter().map(|byte| char::from(*byte)).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::{is_looked_into, look};

    /// A TIFF block that names a latitude: what cameras write into pictures.
    pub(super) fn gps() -> Vec<u8> {
        let mut tiff = b"MM\0\x2a\0\0\0\x08".to_vec();
        // One entry that leads to the GPS block at 26, then the end.
        tiff.extend([0, 1, 0x88, 0x25, 0, 4, 0, 0, 0, 1, 0, 0, 0, 26, 0, 0, 0, 0]);
        // One entry: latitude, three fractions at 44.
        tiff.extend([0, 1, 0, 2, 0, 5, 0, 0, 0, 3, 0, 0, 0, 44, 0, 0, 0, 0]);
        for part in [7_u32, 58, 11] {
            tiff.extend(part.to_be_bytes());
            tiff.extend(1_u32.to_be_bytes());
        }
        tiff
    }

    #[test]
    fn a_place_is_found_wherever_it_hides() {
        let with = |before: &[u8]| [before, b"Exif\0\0", &gps()].concat();
        assert!(look("a.pdf", &with(b"%PDF-1.7 stream \xff\xd8\xff\xe1")).has_place);
        assert!(look("a.tif", &gps()).has_place);
        assert!(look("a.png", b"\x89PNG <exif:GPSLatitude>7,58S</exif:GPSLatitude>").has_place);
        let mut without = gps();
        without[9] = 0;
        for bytes in [&b""[..], b"Exif\0\0", b"%PDF-1.7", &without, b"Exif\0\0MM\0\x2a\xff\xff\xff\xff"] {
            assert!(!look("a.jpg", bytes).has_place, "{bytes:?}");
        }
    }

    #[test]
    fn a_document_tells_who_wrote_it() {
        let pdf = b"%PDF-1.4 << /Author (Budi \\(staf\\)) /Title (\xfe\xff\0L\0a\0p) >> <x:xmpmeta><dc:creator>Ani</dc:creator></x:xmpmeta>";
        assert_eq!(look("a.pdf", pdf).words, "Budi (staf)\nLap\nAni\n");
        assert!(is_looked_into("a/B.JPG") && !is_looked_into("a.mp4") && !is_looked_into("jpg"));
    }
}
