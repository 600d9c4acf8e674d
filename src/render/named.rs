//! Which templates a kind of page is made with, and so which names it can use.

use crate::plan::{Named, PageKind, TemplateWords, words_of};
use std::collections::{BTreeMap, BTreeSet, HashSet};

/// The names that each kind of page can use: those of its template, of every template that it names (a base, an
/// include), and of every template that holds a component that it names; and so on from there.
pub(in crate::render) fn named(templates: &BTreeMap<String, String>, kinds: &BTreeSet<PageKind>) -> Named {
    let ways: BTreeMap<&str, Vec<&str>> =
        templates.iter().map(|(name, text)| (name.as_str(), ways_from(text, templates))).collect();
    let words: BTreeMap<&str, TemplateWords<'_>> =
        templates.iter().map(|(name, text)| (name.as_str(), TemplateWords::of(text))).collect();
    let mut named = Named::default();
    for kind in kinds {
        let first = format!("{}.html", kind.template());
        let mut reached = BTreeSet::new();
        let mut waiting: Vec<&str> = ways.get_key_value(first.as_str()).map(|(name, _)| *name).into_iter().collect();
        while let Some(name) = waiting.pop() {
            if reached.insert(name) {
                waiting.extend(ways.get(name).into_iter().flatten());
            }
        }
        named.add(*kind, reached.into_iter().filter_map(|name| words.get(name)));
    }
    named
}

/// The templates that `text` names, by their own names or by components that they hold.
fn ways_from<'t>(text: &str, templates: &'t BTreeMap<String, String>) -> Vec<&'t str> {
    let words: HashSet<&str> = words_of(text).collect();
    let leads = |(name, other): &(&'t String, &String)| {
        let mut components = other.split("component").skip(1).filter_map(|after| words_of(after).next());
        text.contains(name.as_str()) || components.any(|component| words.contains(component))
    };
    templates.iter().filter(leads).map(|(name, _)| name.as_str()).collect()
}

#[cfg(test)]
mod tests {
    use super::ways_from;

    #[test]
    fn a_template_leads_to_those_that_it_names() {
        let templates = [
            ("base.html", "{% block b %}{% endblock b %}"),
            ("links.html", "{% component Link(l: map) -%}{{ l.text }}{%- endcomponent Link %}"),
        ];
        let templates = templates.map(|(name, text)| (name.to_owned(), text.to_owned())).into();
        assert_eq!(ways_from("{% extends \"base.html\" %}", &templates), ["base.html"]);
        assert_eq!(ways_from("{{ <Link l={x} /> }}", &templates), ["links.html"]);
        assert!(ways_from("{{ <Links l={x} /> }}", &templates).is_empty());
    }
}
