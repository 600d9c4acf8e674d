//! The files of a theme: the site's `themes/<name>/` over the one that the binary carries.

use std::collections::BTreeMap;

/// A theme as files, by path below its folder, in path order.
#[derive(Clone, Debug, Default)]
pub struct ThemeFiles {
    /// Its name.
    pub name: String,
    /// `templates/**`: name below `templates/` (`region.html`) to text.
    pub templates: BTreeMap<String, String>,
    /// `messages/<lang>.yaml`: language to (path as people know it, text).
    pub messages: BTreeMap<String, (String, String)>,
    /// `assets/**`: path below `assets/` to bytes.
    pub assets: BTreeMap<String, Vec<u8>>,
}
