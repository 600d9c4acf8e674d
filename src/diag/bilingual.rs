//! A message in the two languages that Terbit speaks to its users.

/// One text in Indonesian and in English.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bilingual {
    /// Indonesian.
    pub id: String,
    /// English.
    pub en: String,
}

impl Bilingual {
    /// Pairs the Indonesian text with the English one.
    pub fn new(id: impl Into<String>, en: impl Into<String>) -> Self {
        Self { id: id.into(), en: en.into() }
    }

    /// The text in `lang`: Indonesian for `id`, English for everything else.
    pub fn get(&self, lang: &str) -> &str {
        if lang == "id" { &self.id } else { &self.en }
    }
}
