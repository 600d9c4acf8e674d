//! The pictures of a site while it is made: each original is decoded once for all its widths.
//!
//! Decoding is what costs. Whoever asks for the first file of an original makes all of them; the others wait here, packed,
//! until they are asked for, and are then gone. A file that was fetched already is made alone: a preview may ask for it again.

#[cfg(feature = "pictures")]
use super::outputs::picture::made;
use crate::read::{RawFile, raw_bytes};
use crate::value::Picture;
use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::{Mutex, PoisonError};

/// The originals of a site, by their place.
#[derive(Debug, Default)]
pub(super) struct Pictures {
    originals: Vec<Original>,
}

#[derive(Debug)]
struct Original {
    from: PathBuf,
    /// Its address: `media/foto.jpg`.
    address: String,
    picture: Picture,
    /// None before anything was made of it.
    waiting: Mutex<Option<BTreeMap<u32, Vec<u8>>>>,
}

impl Pictures {
    /// Adds an original; gives its place.
    pub(super) fn add(&mut self, file: &RawFile, picture: &Picture) -> usize {
        let (from, address) = (file.from.clone(), file.address.clone());
        self.originals.push(Original { from, address, picture: *picture, waiting: Mutex::default() });
        self.originals.len() - 1
    }

    /// Where an original stands in the content: that is the file which people know.
    pub(super) fn place(&self, original: usize) -> String {
        self.originals.get(original).map_or_else(String::new, |original| format!("content/{}", original.address))
    }

    /// The file of an original in a width.
    ///
    /// # Errors
    /// What the system or the decoder says.
    pub(super) fn file(&self, original: usize, width: u32) -> Result<Vec<u8>, String> {
        let Some(original) = self.originals.get(original) else { return Ok(Vec::new()) };
        let mut waiting = original.waiting.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(file) = waiting.as_mut().and_then(|waiting| waiting.remove(&width)) {
            return Ok(file);
        }
        let widths = if waiting.is_none() { original.picture.widths() } else { vec![width] };
        let bytes = raw_bytes(&original.from).map_err(|error| error.to_string())?;
        let files = made(&bytes, &original.picture, &widths)?;
        let waiting = waiting.get_or_insert_default();
        waiting.extend(widths.into_iter().zip(files));
        Ok(waiting.remove(&width).unwrap_or_default())
    }
}

/// Without the feature no picture is known to be sound, and so none is ever asked for.
#[cfg(not(feature = "pictures"))]
fn made(_: &[u8], _: &Picture, _: &[u32]) -> Result<Vec<Vec<u8>>, String> {
    Err("this program was built without the feature `pictures`".to_owned())
}
