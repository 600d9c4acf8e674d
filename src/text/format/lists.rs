//! Lists in a sentence.

use super::Formatter;

impl Formatter<'_> {
    /// `a`, `a dan b`, `a, b, dan c`.
    pub fn list(&self, items: &[String]) -> String {
        match items {
            [] => String::new(),
            [one] => one.clone(),
            [first, second] => self.messages.fill("format_list_two", &[("first", first), ("second", second)]),
            [first, middle @ .., last] => {
                let list = middle.iter().fold(first.clone(), |list, item| {
                    self.messages.fill("format_list_next", &[("list", &list), ("item", item)])
                });
                self.messages.fill("format_list_last", &[("list", &list), ("item", last)])
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Formatter;
    use crate::text::format::fixture::{english, indonesian};

    #[test]
    fn lists_end_with_and() {
        let (id, en) = (indonesian(), english());
        let (id, en) = (Formatter::new(&id), Formatter::new(&en));
        let items = |text: &str| text.chars().map(String::from).collect::<Vec<_>>();
        for (given, in_id, in_en) in [
            ("", "", ""),
            ("a", "a", "a"),
            ("ab", "a dan b", "a and b"),
            ("abc", "a, b, dan c", "a, b, and c"),
            ("abcd", "a, b, c, dan d", "a, b, c, and d"),
        ] {
            assert_eq!((id.list(&items(given)).as_str(), en.list(&items(given)).as_str()), (in_id, in_en));
        }
    }

    #[test]
    fn names_are_never_patterns() {
        let words = indonesian();
        let items = ["{second}", "{list}"].map(String::from);
        assert_eq!(Formatter::new(&words).list(&items), "{second} dan {list}");
    }
}
