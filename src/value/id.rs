//! Identifiers and slugs.

/// The most characters that an id has.
pub const ID_LENGTH: usize = 80;

/// Whether `text` is an id: `[a-z0-9]` with single `-` between, at most 80 characters.
pub fn is_id(text: &str) -> bool {
    !text.is_empty()
        && text.len() <= ID_LENGTH
        && text
            .split('-')
            .all(|part| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit()))
}

/// Makes an id out of any text: transliterated, lower case, `-` between words.
pub fn slugify(text: &str) -> String {
    let ascii = deunicode::deunicode(text).to_ascii_lowercase();
    let words: Vec<&str> = ascii.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let mut slug = words.join("-");
    if slug.len() > ID_LENGTH {
        slug.truncate(ID_LENGTH);
        let end = slug.trim_end_matches('-').len();
        slug.truncate(end);
    }
    slug
}

#[cfg(test)]
mod tests {
    use super::{is_id, slugify};

    #[test]
    fn ids_have_one_shape() {
        for good in ["papua-malang-2022", "s001", "a", "1"] {
            assert!(is_id(good), "{good}");
        }
        for bad in ["", "-a", "a-", "a--b", "A", "a b", "é", "a_b", &"a".repeat(81)] {
            assert!(!is_id(bad), "{bad}");
        }
    }

    #[test]
    fn slugs_are_ids() {
        assert_eq!(slugify("Pemerintah Góra Kalwaria"), "pemerintah-gora-kalwaria");
        assert_eq!(slugify("Kementerian PPN/Bappenas"), "kementerian-ppn-bappenas");
    }
}
