//! The one content security policy of the site.
//!
//! It stands in every page as a `meta` element, so that it holds on any file server, and in `_headers` for servers that
//! read it. Scripts, styles, pictures and fonts come from the site itself; nothing is inline, nothing evaluated,
//! nothing sent elsewhere. JSON-LD stands inline as a data block, which is no script to this policy
//! (HTML, "prepare the script element": the type is looked at first).

/// The policy (W3C Content Security Policy Level 3). `frame-ancestors` is missing because it is ignored, with a
/// complaint in the console, where a policy stands in a page.
pub const CONTENT_SECURITY_POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; \
     font-src 'self'; connect-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'";
