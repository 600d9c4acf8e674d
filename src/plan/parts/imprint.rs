//! Who publishes, how to cite a page, and where to tell of an error.

use super::link::LinkView;
use crate::plan::names;
use crate::plan::scope::Scope;
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

/// What needs a percent form inside the values of `mailto:` (RFC 6068): all but letters, digits and a few signs.
const SIGNS: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~').remove(b'@');

/// The publisher.
pub(in crate::plan::parts) fn publisher(scope: &Scope<'_>) -> Option<LinkView> {
    let publisher = scope.facts.site.publisher.as_ref()?;
    let name = names::localized(scope.facts, &publisher.name, scope.lang);
    Some(LinkView { lang: scope.lang_mark(&name.lang), text: name.text, href: publisher.url.clone(), iso: None })
}

/// "Report an error": a letter to the publisher that names the page.
pub(in crate::plan::parts) fn report(scope: &Scope<'_>, heading: &str, canonical: &str) -> Option<String> {
    let email = scope.facts.site.publisher.as_ref()?.email.as_ref()?;
    let subject = scope.words.fill("report_subject", &[("page", heading)]);
    Some(format!("mailto:{}?subject={}&body={}", value(email), value(&subject), value(canonical)))
}

/// How to cite the page.
pub(in crate::plan::parts) fn cite(scope: &Scope<'_>, heading: &str, site: &str, canonical: &str) -> String {
    let publisher = publisher(scope).map_or_else(String::new, |publisher| publisher.text);
    let date = scope.facts.as_of.map_or_else(String::new, |date| scope.format.date(date));
    let key = if publisher.is_empty() { "cite_text_bare" } else { "cite_text" };
    scope.words.fill(
        key,
        &[("page", heading), ("site", site), ("publisher", &publisher), ("date", &date), ("address", canonical)],
    )
}

fn value(text: &str) -> impl std::fmt::Display {
    utf8_percent_encode(text, SIGNS)
}
