//! Compressed copies beside the files that are made: `index.html.gz`, `index.html.br`.
//!
//! Servers that know them (`gzip_static`, `precompressed`) send them as they are and spend no time on it. Equal input gives
//! equal bytes: no time and no name is written into them. Files that are copied as they are get no copies: most of them
//! are pictures.

use super::Outputs;
use crate::render::{RenderProblem, Shows};
use flate2::{Compression, GzBuilder};
use std::io::Write;
use std::path::Path;

/// A way to compress.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Encoding {
    /// RFC 1952, known to every browser.
    Gzip,
    /// RFC 7932, about a sixth smaller.
    Brotli,
}

impl Encoding {
    fn ending(self) -> &'static str {
        match self {
            Self::Gzip => ".gz",
            Self::Brotli => ".br",
        }
    }

    fn compress(self, bytes: &[u8], out: &mut Vec<u8>) -> std::io::Result<()> {
        match self {
            Self::Gzip => {
                let mut writer = GzBuilder::new().mtime(0).write(out, Compression::best());
                writer.write_all(bytes)?;
                writer.finish().map(drop)
            }
            Self::Brotli => {
                // The greatest effort takes ten times as long for a few bytes in a hundred.
                let settings = brotli::enc::BrotliEncoderParams { quality: 9, ..Default::default() };
                brotli::BrotliCompress(&mut &bytes[..], out, &settings).map(drop)
            }
        }
    }
}

/// Endings of files that become smaller.
const TEXT: [&str; 12] =
    ["html", "css", "js", "json", "jsonld", "geojson", "csv", "xml", "ics", "svg", "txt", "webmanifest"];

/// A bundle with compressed copies.
pub(in crate::publish) struct Precompressed<'o, O> {
    inner: &'o O,
    copies: Vec<(usize, Encoding, String)>,
}

impl<'o, O: Outputs> Precompressed<'o, O> {
    /// Adds a copy of every text of `inner` in each of the `encodings`.
    pub(in crate::publish) fn new(inner: &'o O, encodings: &[Encoding]) -> Self {
        let is_text = |at: &usize| {
            let ending = inner.path(*at).rsplit_once('.').map_or("", |(_, ending)| ending);
            inner.copied_from(*at).is_none() && TEXT.contains(&ending)
        };
        let texts: Vec<usize> = (0..inner.len()).filter(is_text).collect();
        let copies = encodings.iter().flat_map(|encoding| {
            texts.iter().map(move |at| (*at, *encoding, format!("{}{}", inner.path(*at), encoding.ending())))
        });
        Self { inner, copies: copies.collect() }
    }
}

impl<O: Outputs> Outputs for Precompressed<'_, O> {
    fn len(&self) -> usize {
        self.inner.len() + self.copies.len()
    }

    fn path(&self, at: usize) -> &str {
        match at.checked_sub(self.inner.len()) {
            Some(copy) => &self.copies[copy].2,
            None => self.inner.path(at),
        }
    }

    fn kind(&self, at: usize) -> &'static str {
        if at < self.inner.len() { self.inner.kind(at) } else { "compressed" }
    }

    fn copied_from(&self, at: usize) -> Option<&Path> {
        if at < self.inner.len() { self.inner.copied_from(at) } else { None }
    }

    fn is_named_by_content(&self, at: usize) -> bool {
        at < self.inner.len() && self.inner.is_named_by_content(at)
    }

    fn base_path(&self) -> String {
        self.inner.base_path()
    }

    fn shows(&self, at: usize) -> Shows {
        let copy = at.checked_sub(self.inner.len());
        self.inner.shows(copy.map_or(at, |copy| self.copies[copy].0))
    }

    fn make(&self, at: usize, out: &mut Vec<u8>) -> Result<(), RenderProblem> {
        let Some(copy) = at.checked_sub(self.inner.len()) else { return self.inner.make(at, out) };
        let (of, encoding, path) = &self.copies[copy];
        let mut bytes = Vec::new();
        self.inner.make(*of, &mut bytes)?;
        out.clear();
        let failed =
            |error: std::io::Error| RenderProblem { path: path.clone(), reason: error.to_string(), in_picture: false };
        encoding.compress(&bytes, out).map_err(failed)
    }
}
