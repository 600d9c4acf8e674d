//! Text to words: lower case, without marks, hyphens and the signs inside numbers and names.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Letters that stay whole when marks are taken off, and what people type for them.
const WHOLE: [(char, &str); 9] =
    [('ł', "l"), ('ø', "o"), ('đ', "d"), ('ð', "d"), ('ı', "i"), ('ß', "ss"), ('æ', "ae"), ('œ', "oe"), ('þ', "th")];

/// The words of a text. `Studi-Tiru ke Góra` is `studi tiru ke gora`, `35.73` is `3573`, `Ma'ruf` is `maruf`.
pub fn fold(text: &str) -> Vec<String> {
    let mut words = Vec::new();
    let mut word = String::new();
    // Decomposed first: a letter in upper case with a mark is then a letter and a mark.
    let mut letters = text.nfkd().filter(|letter| !is_combining_mark(*letter)).peekable();
    while let Some(letter) = letters.next() {
        match letter {
            '\'' | '’' | 'ʼ' | '‘' => {}
            '.' | ',' => {
                let within = word.ends_with(|last: char| last.is_ascii_digit())
                    && letters.peek().is_some_and(char::is_ascii_digit);
                if !within {
                    end(&mut word, &mut words);
                }
            }
            letter if letter.is_alphanumeric() => {
                for lower in letter.to_lowercase().filter(|lower| !is_combining_mark(*lower)) {
                    match WHOLE.iter().find(|(whole, _)| *whole == lower) {
                        Some((_, plain)) => word.push_str(plain),
                        None => word.push(lower),
                    }
                }
            }
            _ => end(&mut word, &mut words),
        }
    }
    end(&mut word, &mut words);
    words
}

fn end(word: &mut String, words: &mut Vec<String>) {
    if !word.is_empty() {
        words.push(std::mem::take(word));
    }
}
