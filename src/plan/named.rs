//! What the templates of a kind of page name: only that is made.
//!
//! A template can see a field in no other way than by its name, so a field that nobody names is left empty and costs
//! nothing. A theme that walks through whole values (`{% for key, value in … %}`, `values`, `pairs`, `__tera_context`)
//! may see any field, and gets them all.

use super::PageKind;
use std::collections::{BTreeMap, HashSet};

/// The names that templates use, by kind of page.
#[derive(Clone, Debug, Default)]
pub struct Named {
    kinds: BTreeMap<PageKind, Names>,
}

/// The names that the templates of one kind of page use.
#[derive(Clone, Debug, Default)]
pub(in crate::plan) struct Names {
    /// None where any name may be used.
    words: Option<HashSet<String, ahash::RandomState>>,
}

/// The words of one template, looked for once and used by every kind of page that it is a part of.
#[derive(Debug)]
pub struct TemplateWords<'t> {
    /// None where it may see fields without naming them.
    words: Option<HashSet<&'t str, ahash::RandomState>>,
}

impl<'t> TemplateWords<'t> {
    /// Looks through the text of a template.
    pub fn of(text: &'t str) -> Self {
        Self { words: (!walks_through(text)).then(|| words_of(text).collect()) }
    }
}

/// Names that are none: of a kind of which no templates are known, everything is made.
pub(in crate::plan) static EVERYTHING: Names = Names { words: None };

impl Named {
    /// Adds the words of all templates that a page of `kind` is made with.
    pub fn add<'t>(&mut self, kind: PageKind, templates: impl Iterator<Item = &'t TemplateWords<'t>>) {
        let mut words = HashSet::default();
        for template in templates {
            let Some(own) = &template.words else {
                self.kinds.insert(kind, Names { words: None });
                return;
            };
            words.extend(own.iter().map(|word| (*word).to_owned()));
        }
        self.kinds.insert(kind, Names { words: Some(words) });
    }

    /// The names used on pages of `kind`.
    pub(in crate::plan) fn of(&self, kind: PageKind) -> &Names {
        self.kinds.get(&kind).unwrap_or(&EVERYTHING)
    }
}

impl Names {
    /// Whether a template may see a field called `name`.
    pub(in crate::plan) fn has(&self, name: &str) -> bool {
        self.words.as_ref().is_none_or(|words| words.contains(name))
    }
}

/// The words of a text that can be names. Words of its prose are among them: a name too many only costs time.
pub fn words_of(text: &str) -> impl Iterator<Item = &str> {
    text.split(|letter: char| !letter.is_ascii_alphanumeric() && letter != '_').filter(|word| !word.is_empty())
}

/// Whether a template may see fields without naming them.
fn walks_through(text: &str) -> bool {
    let mut rest = text;
    while let Some(at) = rest.find("for ") {
        rest = &rest[at + 4..];
        let variable =
            rest.trim_start().trim_start_matches(|letter: char| letter.is_ascii_alphanumeric() || letter == '_');
        if variable.trim_start().starts_with(',') && variable.len() < rest.trim_start().len() {
            return true;
        }
    }
    let mut filters = text.split('|').skip(1).filter_map(|after| words_of(after).next());
    text.contains("__tera_context") || filters.any(|filter| matches!(filter, "values" | "pairs"))
}

#[cfg(test)]
mod tests {
    use super::{Named, TemplateWords, walks_through};
    use crate::plan::PageKind;

    #[test]
    fn what_no_template_names_is_not_there() {
        let mut named = Named::default();
        let templates =
            ["{{ heading.text }}", "{% for f in lead %}{{ f.label|upper }}{% endfor %}"].map(TemplateWords::of);
        named.add(PageKind::Home, templates.iter());
        let home = named.of(PageKind::Home);
        assert!(["heading", "text", "lead", "label"].iter().all(|name| home.has(name)));
        assert!(!home.has("json_ld") && !home.has("hea"));
        assert!(named.of(PageKind::Data).has("json_ld"));
    }

    #[test]
    fn whoever_walks_through_values_sees_everything() {
        for text in [
            "{% for key , value in r %}",
            "{%- for k,v in r -%}",
            "{{ __tera_context }}",
            "{{ r | pairs }}",
            "{{ r|values }}",
        ] {
            assert!(walks_through(text), "{text}");
        }
        for text in ["{% for r in p.items %}{{ r.values }}", "for ever and ever", "{{ r | length }} values", "a | b"] {
            assert!(!walks_through(text), "{text}");
        }
    }
}
