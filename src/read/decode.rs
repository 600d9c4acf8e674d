//! Bytes to text: UTF-8 or a finding, never a guess.

use super::walk::unreadable;
use crate::diag::{Bilingual, Code, Diagnostic};
use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

/// The largest file with text: larger ones are data dumps, no records, and would not fit in memory.
const LARGEST: u64 = 256 * 1024 * 1024;

/// A file's text, as it was decoded.
#[derive(Debug)]
pub(in crate::read) struct Decoded {
    /// The text, without byte-order mark.
    pub(in crate::read) text: String,
    /// BLAKE3 of the bytes.
    pub(in crate::read) hash: [u8; 32],
    /// It began with a byte-order mark.
    pub(in crate::read) marked: bool,
}

/// The text of the file that people know as `name`.
///
/// # Errors
/// What to tell when it cannot be read (I003) or is not UTF-8 (I004).
pub(in crate::read) fn text_of(path: &Path, name: &str) -> Result<Decoded, Box<Diagnostic>> {
    let bytes = bytes_of(path).map_err(|error| Box::new(unreadable(name, &error)))?;
    let hash = *blake3::hash(&bytes).as_bytes();
    let marked = bytes.starts_with("\u{feff}".as_bytes());
    decode(bytes, name).map(|text| Decoded { text, hash, marked })
}

/// The bytes of a file of at most 256 MiB.
pub(in crate::read) fn bytes_of(path: &Path) -> io::Result<Vec<u8>> {
    let file = File::open(path)?;
    let mut bytes = Vec::with_capacity(usize::try_from(file.metadata()?.len().min(LARGEST)).unwrap_or(0));
    file.take(LARGEST + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > LARGEST {
        return Err(io::Error::new(io::ErrorKind::FileTooLarge, "larger than 256 MiB"));
    }
    Ok(bytes)
}

fn decode(bytes: Vec<u8>, name: &str) -> Result<String, Box<Diagnostic>> {
    let mut text = String::from_utf8(bytes).map_err(|error| Box::new(not_utf8(error.as_bytes(), name)))?;
    if text.starts_with('\u{feff}') {
        text.drain(..'\u{feff}'.len_utf8());
    }
    Ok(text)
}

fn not_utf8(bytes: &[u8], name: &str) -> Diagnostic {
    let valid = match std::str::from_utf8(bytes) {
        Ok(_) => bytes.len(),
        Err(error) => error.valid_up_to(),
    };
    let good = &bytes[..valid];
    let line = good.iter().filter(|byte| **byte == b'\n').count() + 1;
    let start = good.iter().rposition(|byte| *byte == b'\n').map_or(0, |at| at + 1);
    let column = String::from_utf8_lossy(&good[start..]).chars().count() + 1;
    let byte = bytes.get(valid).copied().unwrap_or_default();
    let wide = bytes.starts_with(&[0xFF, 0xFE]) || bytes.starts_with(&[0xFE, 0xFF]);
    Diagnostic::about(
        Code::I004,
        name,
        Bilingual::new(
            format!("Berkas ini bukan teks UTF-8: lihat baris {line}, kolom {column} (0x{byte:02X})."),
            format!("This file is no UTF-8 text: see line {line}, column {column} (0x{byte:02X})."),
        ),
    )
    .note(if wide {
        Bilingual::new("Tampaknya UTF-16; simpan ulang sebagai UTF-8.", "It looks like UTF-16; save it again as UTF-8.")
    } else {
        Bilingual::new("Simpan ulang berkas ini sebagai UTF-8.", "Save the file again as UTF-8.")
    })
}

#[cfg(test)]
mod tests {
    use super::decode;

    #[test]
    fn text_is_utf8_without_mark() {
        assert_eq!(decode(b"\xEF\xBB\xBFa: b\r\n".to_vec(), "x").ok().as_deref(), Some("a: b\r\n"));
        assert_eq!(decode(Vec::new(), "x").ok().as_deref(), Some(""));
    }

    #[test]
    fn other_bytes_are_named_by_place() {
        let finding = decode("satu\nkafé ".bytes().chain([0xE9]).collect(), "x").expect_err("not UTF-8");
        assert_eq!(finding.message.en, "This file is no UTF-8 text: see line 2, column 6 (0xE9).");
        let finding = decode(vec![0xFF, 0xFE, b'a', 0], "x").expect_err("not UTF-8");
        assert!(finding.notes[0].en.contains("UTF-16"));
    }
}
