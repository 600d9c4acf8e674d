//! A sorted list of numbers as a short text.
//!
//! Numbers that follow each other are a run. A run is its distance from the end of the one before, doubled, plus one if
//! it is longer than one number; then follows its length less two. Each of these is written in signs of six bits, the lower
//! five first, the sixth saying that more follow.

const SIGNS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/// The numbers as text of not much more than `room` signs, and how many at the end were left out.
pub(super) fn encode(numbers: &[u32], room: usize) -> (String, usize) {
    let mut text = String::new();
    let mut at = 0;
    let mut end = 0;
    while let Some(first) = numbers.get(at) {
        if text.len() >= room {
            return (text, numbers.len() - at);
        }
        let mut length = 1;
        while numbers.get(at + length as usize) == Some(&(first + length)) {
            length += 1;
        }
        write((first - end) * 2 + u32::from(length > 1), &mut text);
        if length > 1 {
            write(length - 2, &mut text);
        }
        at += length as usize;
        end = first + length;
    }
    (text, 0)
}

fn write(mut number: u32, text: &mut String) {
    loop {
        let low = (number & 31) as usize;
        number >>= 5;
        text.push(char::from(SIGNS[if number > 0 { low + 32 } else { low }]));
        if number == 0 {
            return;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{SIGNS, encode};
    use proptest::prelude::*;

    /// What the script of the page does.
    fn decode(text: &str) -> Vec<u32> {
        let mut values = Vec::new();
        let (mut value, mut shift) = (0u32, 0);
        for sign in text.bytes() {
            let bits = SIGNS.iter().position(|other| *other == sign).expect("a sign") as u32;
            value |= (bits & 31) << shift;
            shift += 5;
            if bits < 32 {
                values.push(value);
                (value, shift) = (0, 0);
            }
        }
        let mut numbers = Vec::new();
        let mut next = 0;
        let mut values = values.into_iter();
        while let Some(step) = values.next() {
            let length = if step % 2 == 1 { values.next().expect("a length") + 2 } else { 1 };
            next += step / 2;
            numbers.extend(next..next + length);
            next += length;
        }
        numbers
    }

    proptest! {
        #[test]
        fn lists_come_back(numbers in proptest::collection::btree_set(0u32..200_000, 0..300)) {
            let numbers: Vec<u32> = numbers.into_iter().collect();
            let (text, left_out) = encode(&numbers, usize::MAX);
            prop_assert_eq!(left_out, 0);
            prop_assert_eq!(decode(&text), numbers);
        }
    }

    #[test]
    fn runs_are_short_and_lists_bounded() {
        assert_eq!(encode(&(7..90_000).collect::<Vec<u32>>(), 100).0.len(), 5);
        let sparse: Vec<u32> = (0..60_000).map(|number| number * 3).collect();
        let (text, left_out) = encode(&sparse, 9_000);
        assert!(text.len() <= 9_004 && left_out > 0);
        assert_eq!(decode(&text).len() + left_out, sparse.len());
        assert_eq!(encode(&sparse, 0), (String::new(), sparse.len()));
    }
}
