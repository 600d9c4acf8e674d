//! Counts words, for the reading time.

/// Counts words over pieces of text that may end in the middle of a word (`pe*nem*patan` is one).
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct WordCount {
    /// Words so far.
    pub(super) words: usize,
    inside: bool,
}

impl WordCount {
    /// Reads on. Signs neither begin nor end a word: `ke-3` is one, `–` none.
    pub(super) fn read(&mut self, text: &str) {
        for c in text.chars() {
            if c.is_whitespace() {
                self.inside = false;
            } else if !self.inside && c.is_alphanumeric() {
                self.inside = true;
                self.words += 1;
            }
        }
    }

    /// A line or block ended, and the word with it.
    pub(super) fn pause(&mut self) {
        self.inside = false;
    }
}

#[cfg(test)]
mod tests {
    use super::WordCount;

    #[test]
    fn a_word_may_come_in_pieces() {
        let mut count = WordCount::default();
        for piece in ["pe", "nem", "patan ke-3 – ", "مدينة 🏙 (b)"] {
            count.read(piece);
        }
        count.pause();
        count.read("c");
        assert_eq!(count.words, 5);
    }
}
