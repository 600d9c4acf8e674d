//! Whom the preview answers: only pages that were opened by a name of this machine.
//!
//! A page of another site could let its own name lead to 127.0.0.1 ("DNS rebinding") and read drafts; its requests carry
//! its name in `Host`.

/// Whether `host`, as a request names it, is this machine.
pub(in crate::preview) fn is_local(host: Option<&str>) -> bool {
    let Some(host) = host else { return false };
    let name = match host.strip_prefix('[') {
        Some(rest) => match rest.split_once(']') {
            Some((name, port)) if is_port(port) => return name == "::1",
            _ => return false,
        },
        None => match host.split_once(':') {
            Some((name, port)) if is_digits(port) => name,
            Some(_) => return false,
            None => host,
        },
    };
    name.eq_ignore_ascii_case("localhost") || name == "127.0.0.1"
}

fn is_port(text: &str) -> bool {
    text.is_empty() || text.strip_prefix(':').is_some_and(is_digits)
}

fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::is_local;

    #[test]
    fn only_names_of_this_machine_are_local() {
        for local in
            ["localhost", "localhost:8080", "LOCALHOST:1", "127.0.0.1", "127.0.0.1:8080", "[::1]", "[::1]:8080"]
        {
            assert!(is_local(Some(local)), "{local}");
        }
        for other in [
            "",
            "jahat.example",
            "localhost.jahat.example",
            "jahat.example:8080",
            "127.0.0.1.jahat.example",
            "[::2]:80",
            "[::1]x",
            "localhost:x",
            "localhost:",
            "127.0.0.2",
            "0.0.0.0:8080",
            "user@localhost",
        ] {
            assert!(!is_local(Some(other)), "{other}");
        }
        assert!(!is_local(None));
    }
}
