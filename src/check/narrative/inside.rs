//! Links to pages of the site by their address: `/wilayah/papua/`, or the same behind the address of the site itself.
//!
//! Anchors are checked where a page shows a narrative: those of its headings, and those that the theme writes. On pages
//! of other records they are made from figures and lists when the page is planned, which a check does not know; there
//! any anchor passes.

use super::media::percent_decoded;
use super::target::{Surroundings, no_heading, nowhere};
use crate::check::catalog::Link;
use crate::check::record::Scope;
use crate::diag::{Bilingual, Code, Diagnostic, Fix, Span, suggest};
use crate::text::markdown::Reference;

/// Anchors that are made with the lists, statements, evaluations, sources and footnotes of a page begin so.
const MADE: [&str; 6] = ["list-", "referring-", "statement-", "evaluation-", "source-", "fn"];

/// What `address`, which begins with a slash, leads to; a finding if nothing.
pub fn site_address(
    one: &Reference,
    address: &str,
    span: Span,
    around: &Surroundings<'_>,
    scope: &mut Scope<'_>,
) -> Option<Link> {
    let path = address.split(['?', '#']).next().unwrap_or_default();
    let wanted = percent_decoded(path.trim_start_matches('/'));
    let now = around.addresses.moved(&wanted);
    if let Some(now) = &now {
        let rest = address.get(path.len()..).unwrap_or_default();
        moved(one, rest, now, span, scope);
    }
    if around.addresses.has(&wanted) {
        let page = now.as_deref().map_or(wanted.as_str(), |now| now.trim_start_matches('/'));
        if let Some((_, id)) = address.split_once('#') {
            anchor(page, &percent_decoded(id), span, around, scope)?;
        }
        return Some(Link::Address(wanted));
    }
    if !around.addresses.complete {
        return None;
    }
    let close = around.addresses.close(&wanted);
    nowhere(&one.address, close, span, scope);
    None
}

/// Whether the page has the anchor, where that can be known.
fn anchor(page: &str, id: &str, span: Span, around: &Surroundings<'_>, scope: &mut Scope<'_>) -> Option<()> {
    let page = page.strip_suffix("index.html").unwrap_or(page);
    let Some((target, lang)) = around.addresses.narrative(page) else { return Some(()) };
    // As pages are made: in the page's language, else in the default one, which comes first, else in the first there is.
    let texts = around.texts.range((target, 0)..=(target, usize::MAX));
    let mut texts = texts.filter_map(|(_, path)| around.bodies.get(path));
    let Some(first) = texts.next() else { return Some(()) };
    let body = if first.lang == lang { first } else { texts.find(|body| body.lang == lang).unwrap_or(first) };
    let headings = &body.headings;
    let addresses = around.addresses;
    let made = id.is_empty() || MADE.iter().any(|begin| id.starts_with(begin)) || addresses.has_anchor(target.kind, id);
    if made || headings.iter().any(|known| known == id) {
        return Some(());
    }
    no_heading(id, suggest(id, headings.iter().map(String::as_str)), span, scope);
    None
}

fn moved(one: &Reference, rest: &str, now: &str, span: Span, scope: &mut Scope<'_>) {
    let right = format!("{now}{rest}");
    let finding = Diagnostic::at(
        Code::N016,
        span,
        Bilingual::new(format!("Halaman ini sudah pindah ke `{now}`."), format!("This page has moved to `{now}`.")),
    )
    .note(Bilingual::new(format!("Tulis `{right}`."), format!("Write `{right}`.")));
    let is_plain = (span.end - span.start) as usize == one.address.len();
    scope.push(if is_plain { finding.fixed_by(Fix::replace(span, right)) } else { finding });
}
