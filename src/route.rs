//! Addresses: the path of every page, and how one page names another.
//!
//! A path is relative to the site's root and has no leading slash: `wilayah/kota-malang/`, the
//! front page is empty. Pages link to each other relatively (`../../` + path), so that one build
//! works under any base path and from a plain file server.

/// The prefix that leads from the page at `path` back to the root: `./`, `../`, `../../`.
pub fn root_from(path: &str) -> String {
    let depth = path.matches('/').count();
    if depth == 0 { "./".to_owned() } else { "../".repeat(depth) }
}

/// The file that holds the page at `path`: `wilayah/` is `wilayah/index.html`.
pub fn file_of(path: &str) -> String {
    if path.is_empty() || path.ends_with('/') { format!("{path}index.html") } else { path.to_owned() }
}

/// Writes the bytes that an address may not carry as they are in percent form (RFC 3986).
pub fn encode(path: &str) -> String {
    let mut out = String::with_capacity(path.len());
    encode_into(path, &mut out);
    out
}

/// The same, behind what `out` holds.
pub fn encode_into(path: &str, out: &mut String) {
    if path.bytes().all(may_stand) {
        out.push_str(path);
        return;
    }
    for byte in path.bytes() {
        if may_stand(byte) {
            out.push(char::from(byte));
        } else {
            out.push_str(&format!("%{byte:02X}"));
        }
    }
}

fn may_stand(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || b"-._~/!$&'()*+,;=:@".contains(&byte)
}

/// The path of an address: `https://example.go.id/magang/` is `/magang/`.
pub fn base_path(base_url: &str) -> String {
    let rest = base_url.split_once("://").map_or(base_url, |(_, rest)| rest);
    let path = rest.find('/').map_or("/", |at| &rest[at..]);
    if path.ends_with('/') { path.to_owned() } else { format!("{path}/") }
}

#[cfg(test)]
mod tests {
    use super::{base_path, encode, file_of, root_from};

    #[test]
    fn pages_find_the_root() {
        assert_eq!(root_from(""), "./");
        assert_eq!(root_from("wilayah/kota-malang/"), "../../");
        assert_eq!(root_from("404.html"), "./");
        assert_eq!(file_of("wilayah/"), "wilayah/index.html");
        assert_eq!(encode("media/foto satu.jpg"), "media/foto%20satu.jpg");
        assert_eq!(base_path("https://example.go.id/magang/"), "/magang/");
        assert_eq!(base_path("https://example.go.id"), "/");
    }
}
