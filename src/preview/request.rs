//! The head of a request; the preview reads no bodies.

use std::io::Read;

/// A head longer than this is none of a browser's.
const LONGEST: usize = 32 << 10;

/// More fields than a browser sends.
const FIELDS: usize = 100;

/// What is asked.
#[derive(Debug, PartialEq, Eq)]
pub(in crate::preview) struct Request {
    /// How.
    pub(in crate::preview) method: Method,
    /// The target as sent: `/magang/?q=1`.
    pub(in crate::preview) target: String,
    /// The field `Host`; none where there is none, or more than one.
    pub(in crate::preview) host: Option<String>,
}

/// How it is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::preview) enum Method {
    /// GET.
    Get,
    /// HEAD.
    Head,
    /// Anything that is not reading.
    Other,
}

/// Why there is no request.
#[derive(Debug, PartialEq, Eq)]
pub(in crate::preview) enum Unread {
    /// The connection was closed or stayed silent.
    Nothing,
    /// It is no request.
    Broken,
}

impl Request {
    /// The target without its query.
    pub(in crate::preview) fn path(&self) -> &str {
        self.target.split(['?', '#']).next().unwrap_or_default()
    }
}

/// Reads a request up to the blank line.
///
/// # Errors
/// [`Unread`].
pub(in crate::preview) fn read_request(stream: &mut impl Read) -> Result<Request, Unread> {
    let mut head = Vec::new();
    let mut piece = [0; 4096];
    loop {
        match stream.read(&mut piece) {
            Ok(0) | Err(_) => return Err(if head.is_empty() { Unread::Nothing } else { Unread::Broken }),
            Ok(read) => head.extend_from_slice(&piece[..read]),
        }
        let mut fields = [httparse::EMPTY_HEADER; FIELDS];
        let mut request = httparse::Request::new(&mut fields);
        match request.parse(&head) {
            Ok(httparse::Status::Complete(_)) => return understood(&request).ok_or(Unread::Broken),
            Ok(httparse::Status::Partial) if head.len() < LONGEST => {}
            _ => return Err(Unread::Broken),
        }
    }
}

fn understood(request: &httparse::Request<'_, '_>) -> Option<Request> {
    let method = match request.method? {
        "GET" => Method::Get,
        "HEAD" => Method::Head,
        _ => Method::Other,
    };
    let mut hosts = request.headers.iter().filter(|field| field.name.eq_ignore_ascii_case("host"));
    let host = hosts.next().and_then(|field| std::str::from_utf8(field.value).ok()).map(str::to_owned);
    let host = host.filter(|_| hosts.next().is_none());
    Some(Request { method, target: request.path?.to_owned(), host })
}

#[cfg(test)]
mod tests {
    use super::{Method, Unread, read_request};

    #[test]
    fn a_request_is_its_first_line_and_its_host() {
        let request = read_request(&mut &b"GET /a/?q=1 HTTP/1.1\r\nhOST: localhost:1\r\nX: y\r\n\r\nbody"[..]).unwrap();
        assert_eq!(
            (request.method, request.path(), request.host.as_deref()),
            (Method::Get, "/a/", Some("localhost:1"))
        );
        let twice =
            read_request(&mut &b"GET / HTTP/1.1\r\nHost: localhost\r\nHost: jahat.example\r\n\r\n"[..]).unwrap();
        assert_eq!(twice.host, None);
    }

    #[test]
    fn what_is_no_request_is_told_apart() {
        assert_eq!(read_request(&mut &b""[..]), Err(Unread::Nothing));
        for broken in
            [&b"GET"[..], b"\0\0\r\n\r\n", b"GET / HTTP/9.9\r\n\r\n", b"GET / HTTP/1.1\r\nHost localhost\r\n\r\n"]
        {
            assert_eq!(read_request(&mut &broken[..]), Err(Unread::Broken));
        }
        let long = format!("GET /{} HTTP/1.1\r\n", "a".repeat(100_000));
        assert_eq!(read_request(&mut long.as_bytes()), Err(Unread::Broken));
    }
}
