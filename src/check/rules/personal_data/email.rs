//! Private e-mail: an address at a free-mail provider. Office addresses are public and pass.

use super::Hit;
use super::kind::Kind;

/// RFC 5321 allows 64 bytes before `@`; more is not read.
const MOST_LOCAL: usize = 64;
const MOST_DOMAIN: usize = 64;

/// Providers under any top-level domain: `yahoo.com`, `yahoo.co.id`.
const PROVIDERS: [&str; 19] = [
    "gmail",
    "googlemail",
    "yahoo",
    "ymail",
    "rocketmail",
    "hotmail",
    "outlook",
    "icloud",
    "live",
    "msn",
    "aol",
    "proton",
    "protonmail",
    "gmx",
    "yandex",
    "tutanota",
    "fastmail",
    "zohomail",
    "plasa",
];
/// Providers whose name means something else under another top-level domain.
const DOMAINS: [&str; 6] = ["me.com", "mac.com", "pm.me", "mail.com", "tuta.io", "telkom.net"];

/// The private address around the `@` at `at`.
pub(super) fn find(bytes: &[u8], at: usize) -> Option<Hit> {
    let local = bytes[..at].iter().rev().take(MOST_LOCAL).take_while(|byte| is_local(**byte)).count();
    let tail = &bytes[at + 1..];
    let domain = tail.iter().take(MOST_DOMAIN).take_while(|byte| is_domain(**byte)).count();
    let domain = tail[..domain].trim_ascii();
    let end = domain.iter().rposition(u8::is_ascii_alphanumeric)? + 1;
    let domain = &domain[..end];
    let named = bytes[at - local..at].iter().any(u8::is_ascii_alphanumeric);
    (named && is_private(domain)).then(|| Hit { kind: Kind::Email, range: at - local..at + 1 + end })
}

fn is_private(domain: &[u8]) -> bool {
    if DOMAINS.iter().any(|known| domain.eq_ignore_ascii_case(known.as_bytes())) {
        return true;
    }
    let Some(dot) = domain.iter().position(|byte| *byte == b'.') else { return false };
    let (name, top) = (&domain[..dot], &domain[dot + 1..]);
    // Providers have `com`, `me`, `co.id`, `com.au`; under `go.id` or `kompas.com` the name is an office's.
    let commercial = !top.contains(&b'.')
        || ["co.", "com."]
            .iter()
            .any(|level| top.len() > level.len() && top[..level.len()].eq_ignore_ascii_case(level.as_bytes()));
    commercial && PROVIDERS.iter().any(|known| name.eq_ignore_ascii_case(known.as_bytes()))
}

fn is_local(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'_' | b'%' | b'+' | b'-')
}

fn is_domain(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-')
}
