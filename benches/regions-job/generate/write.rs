//! Files in the making.

use std::collections::BTreeMap;
use std::fmt::{self, Write as _};
use std::path::PathBuf;
use std::{fs, io};

/// Files below a folder.
pub struct Files {
    pub root: PathBuf,
}

impl Files {
    /// Writes a file with the folders that it needs.
    pub fn write(&self, path: &str, text: &str) -> io::Result<()> {
        let path = self.root.join(path);
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder)?;
        }
        fs::write(path, text)
    }

    /// Writes a YAML file for each name.
    pub fn write_each(&self, folder: &str, files: &BTreeMap<String, String>) -> io::Result<()> {
        files.iter().try_for_each(|(name, text)| self.write(&format!("{folder}/{name}.yaml"), text))
    }
}

/// Adds to a text.
pub fn push(text: &mut String, line: fmt::Arguments<'_>) {
    // Writing into a `String` cannot fail.
    let _ = text.write_fmt(line);
}
