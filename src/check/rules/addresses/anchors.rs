//! Anchors that the theme writes on the pages of narratives, beside those of their headings.

use crate::read::ThemeFiles;
use crate::value::Kind;
use std::collections::{BTreeMap, BTreeSet};

/// The anchors that stand as they are in the template of a kind of narratives, and in what it may take parts from.
pub(super) fn written(theme: &ThemeFiles) -> BTreeMap<Kind, BTreeSet<String>> {
    let of = |kind: Kind| {
        let own = format!("{}.html", kind.singular());
        // A template that builds on another is a page of its own; of the others any page may show a part.
        let templates = theme.templates.iter().filter(|(name, text)| **name == own || !text.contains("{% extends"));
        (kind, templates.flat_map(|(_, text)| ids(text)).map(str::to_owned).collect())
    };
    [Kind::Story, Kind::Page].map(of).into()
}

/// The values of all `id="…"` that no expression makes.
fn ids(template: &str) -> impl Iterator<Item = &str> {
    template
        .split(" id=\"")
        .skip(1)
        .filter_map(|rest| rest.split_once('"'))
        .map(|(id, _)| id)
        .filter(|id| !id.is_empty() && !id.contains(['{', ' ']))
}

#[cfg(test)]
mod tests {
    use super::written;
    use crate::read::ThemeFiles;
    use crate::value::Kind;

    #[test]
    fn pages_of_narratives_have_the_anchors_of_their_template_and_of_parts() {
        let mut theme = ThemeFiles::default();
        for (name, text) in [
            ("base.html", "<main id=\"isi\"><p id=\"{{ x }}\"></p></main>"),
            ("story.html", "{% extends \"base.html\" %}{{ <List id=\"tentang\" /> }}"),
            ("region.html", "{% extends \"base.html\" %}<p id=\"peta\"></p>"),
        ] {
            theme.templates.insert(name.to_owned(), text.to_owned());
        }
        let anchors = written(&theme);
        assert_eq!(anchors[&Kind::Story].iter().collect::<Vec<_>>(), ["isi", "tentang"]);
        assert_eq!(anchors[&Kind::Page].iter().collect::<Vec<_>>(), ["isi"]);
    }
}
