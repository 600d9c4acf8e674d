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

#[cfg(test)]
impl ThemeFiles {
    /// A theme with one word a language.
    pub fn for_tests(languages: &[&str]) -> Self {
        let file = |lang: &&str| ((*lang).to_owned(), (format!("themes/t/messages/{lang}.yaml"), "a: b\n".to_owned()));
        Self { name: "t".to_owned(), messages: languages.iter().map(file).collect(), ..Self::default() }
    }
}
