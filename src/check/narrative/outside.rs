//! Links that leave the site: which addresses are allowed, and which lead nowhere because something is missing.

use crate::check::catalog::Link;
use crate::check::record::Scope;
use crate::check::record::scope::shown;
use crate::diag::{Bilingual, Code, Diagnostic, Span};
use crate::text::markdown::Reference;

/// The scheme of an address, in lower case.
pub fn scheme(address: &str) -> Option<String> {
    let (scheme, _) = address.split_once(':')?;
    let mut letters = scheme.chars();
    let good = letters.next().is_some_and(|c| c.is_ascii_alphabetic())
        && letters.all(|c| c.is_ascii_alphanumeric() || "+.-".contains(c));
    good.then(|| scheme.to_ascii_lowercase())
}

/// What an address with a scheme leads to.
pub fn external(one: &Reference, scheme: &str, span: Span, scope: &mut Scope<'_>) -> Option<Link> {
    match scheme {
        "http" | "https" if one.image => {
            scope.bad(
                Code::N007,
                span,
                (
                    "Gambar dari situs lain tidak dimuat di halaman.".to_owned(),
                    "A picture from another site is not loaded into a page.".to_owned(),
                ),
                ("Simpan berkasnya di content/media/.", "Put the file into content/media/."),
            );
            None
        }
        "http" | "https" if !has_host(&one.address) => {
            let note = ("Tulis misalnya https://contoh.go.id/.", "Write for example https://example.go.id/.");
            unusable(&one.address, note, span, scope);
            None
        }
        "mailto" if !one.image && !has_mailbox(&one.address) => {
            let note = ("Tulis misalnya mailto:humas@contoh.go.id.", "Write for example mailto:press@example.go.id.");
            unusable(&one.address, note, span, scope);
            None
        }
        "http" | "https" | "mailto" if !one.image => Some(Link::External(one.address.clone())),
        _ => {
            bad_scheme(&one.address, span, scope);
            None
        }
    }
}

/// A link with a scheme that is not allowed.
pub fn bad_scheme(address: &str, span: Span, scope: &mut Scope<'_>) {
    let word = shown(address);
    scope.bad(
        Code::N006,
        span,
        (format!("Tautan `{word}` tidak diizinkan."), format!("The link `{word}` is not allowed.")),
        (
            "Yang boleh: https://, http://, mailto:, dan alamat di situs ini.",
            "Allowed are https://, http://, mailto:, and addresses of this site.",
        ),
    );
}

/// Whether a web address names a host, whatever it is.
fn has_host(address: &str) -> bool {
    let rest = address.trim().split_once(':').map_or("", |(_, rest)| rest);
    let Some(rest) = rest.strip_prefix("//") else { return false };
    let authority = rest.split(['/', '?', '#', '\\']).next().unwrap_or_default();
    let host = authority.rsplit('@').next().unwrap_or_default();
    !host.is_empty() && !host.starts_with(':')
}

/// Whether a `mailto:` says to whom; one that only brings a subject or text leaves that to the reader.
fn has_mailbox(address: &str) -> bool {
    let rest = address.trim().split_once(':').map_or("", |(_, rest)| rest);
    let (to, fields) = rest.split_once('?').unwrap_or((rest, ""));
    if to.is_empty() { fields.contains('=') } else { to.contains('@') || to.contains("%40") }
}

fn unusable(address: &str, (indonesian, english): (&str, &str), span: Span, scope: &mut Scope<'_>) {
    scope.push(leads_nowhere(address, span).note(Bilingual::new(indonesian, english)));
}

/// N001, before it says what to do.
pub(super) fn leads_nowhere(address: &str, span: Span) -> Diagnostic {
    let word = shown(address);
    Diagnostic::at(
        Code::N001,
        span,
        Bilingual::new(
            format!("Tautan `{word}` tidak menuju ke mana-mana."),
            format!("The link `{word}` leads nowhere."),
        ),
    )
}

#[cfg(test)]
mod tests {
    use super::{has_host, has_mailbox, scheme};

    #[test]
    fn schemes_are_seen_whatever_their_case() {
        assert_eq!(scheme("JavaScript:alert(1)").as_deref(), Some("javascript"));
        assert_eq!(scheme("data:text/html,x").as_deref(), Some("data"));
        assert_eq!(scheme("../a:b.md"), None);
        assert_eq!(scheme("a/b:c"), None);
    }

    #[test]
    fn only_what_cannot_be_reached_is_refused() {
        for good in
            ["http://a", "https://a:80/b", "https://u:p@a/", "HTTPS://[::1]/", "http://localhost", "https://é.id?x"]
        {
            assert!(has_host(good), "{good}");
        }
        for bad in
            ["http://", "https:///a", "http:", "https:a", "https://?x", "https://#x", "http://:80/", "https://u@/"]
        {
            assert!(!has_host(bad), "{bad}");
        }
        for good in ["mailto:a@b", "mailto:a%40b", "mailto:a@b,c@d?subject=x", "mailto:?to=a@b", "mailto:?subject=x"] {
            assert!(has_mailbox(good), "{good}");
        }
        for bad in ["mailto:", "mailto:x", "mailto:x?subject=a@b", "mailto:?"] {
            assert!(!has_mailbox(bad), "{bad}");
        }
    }
}
