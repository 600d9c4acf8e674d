//! Takes requests and sends answers; reads nothing of the site and writes nothing to disk itself.
//!
//! A thread a connection and a request a connection: a browser opens connections that it may never use, and one that
//! listens for events stays for hours; none of them must make another wait.

use super::answer::{Answer, answer};
use super::browser::{HOME, SCRIPT, STYLE};
use super::hosts;
use super::request::{Method, Request, Unread, read_request};
use super::stage::Stage;
use crossbeam_channel::RecvTimeoutError;
use std::io::{self, Read, Write};
use std::net::{Ipv4Addr, Shutdown, SocketAddr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::thread;
use std::time::Duration;

/// How many ports are tried after the one that is wanted.
const TRIED: u16 = 50;

/// A silent page is asked now and then whether it is still there.
const PULSE: Duration = Duration::from_secs(15);

/// So long a connection may be open without a request.
const PATIENCE: Duration = Duration::from_secs(60);

/// After a connection that could not be had: until others have ended.
const PAUSE: Duration = Duration::from_millis(50);

/// A listener with its port.
pub struct Bound {
    listener: TcpListener,
    /// Where it listens.
    pub address: SocketAddr,
}

/// Listens on `port` of this machine, or on the next that is free; 0 means any.
///
/// # Errors
/// What the system says where none is free.
pub fn bind(port: u16) -> io::Result<Bound> {
    let mut problem = io::Error::from(io::ErrorKind::AddrInUse);
    for port in (port..=port.saturating_add(TRIED)).take(if port == 0 { 1 } else { usize::from(TRIED) + 1 }) {
        match TcpListener::bind((Ipv4Addr::LOCALHOST, port)) {
            Ok(listener) => {
                let address = listener.local_addr()?;
                return Ok(Bound { listener, address });
            }
            Err(error) => problem = error,
        }
    }
    Err(problem)
}

/// Answers requests on threads of its own.
pub(in crate::preview) fn serve(bound: Bound, stage: Arc<Stage>, root: PathBuf) {
    let root = Arc::new(root);
    thread::spawn(move || {
        for stream in bound.listener.incoming() {
            let Ok(stream) = stream else {
                thread::sleep(PAUSE);
                continue;
            };
            let (stage, root) = (Arc::clone(&stage), Arc::clone(&root));
            // Where no thread can be had the connection is closed, and the browser asks again.
            let started = thread::Builder::new().spawn(move || {
                // A reader who went away misses nothing.
                let _ = take(stream, &stage, &root);
            });
            if started.is_err() {
                thread::sleep(PAUSE);
            }
        }
    });
}

fn take(mut stream: TcpStream, stage: &Stage, root: &Path) -> io::Result<()> {
    stream.set_read_timeout(Some(PATIENCE))?;
    stream.set_nodelay(true)?;
    let request = match read_request(&mut stream) {
        Ok(request) => request,
        Err(Unread::Nothing) => return Ok(()),
        Err(Unread::Broken) => return send(&mut stream, &Answer::plain(400), true),
    };
    if is_for_events(&request) {
        return tell(&mut stream, stage);
    }
    send(&mut stream, &response(&request, stage, root), request.method != Method::Head)
}

fn is_for_events(request: &Request) -> bool {
    request.method == Method::Get && request.path() == "/__terbit/events" && hosts::is_local(request.host.as_deref())
}

fn response(request: &Request, stage: &Stage, root: &Path) -> Answer {
    if !hosts::is_local(request.host.as_deref()) {
        return Answer::plain(421);
    }
    if request.method == Method::Other {
        return Answer::plain(405);
    }
    match request.path().strip_prefix(HOME) {
        Some("state") => Answer::new(200, "application/json", stage.state().to_string().into_bytes()),
        Some("preview.js") => Answer::new(200, "text/javascript; charset=utf-8", SCRIPT.as_bytes().to_vec()),
        Some("preview.css") => Answer::new(200, "text/css; charset=utf-8", STYLE.as_bytes().to_vec()),
        Some(_) => Answer::plain(404),
        None => answer(&request.target, stage.now(), root),
    }
}

/// Sends a response and closes (RFC 9112, 9.6): what the client still sends is read away, so that it sees the response.
fn send(stream: &mut TcpStream, answer: &Answer, with_body: bool) -> io::Result<()> {
    let mut head = format!(
        "HTTP/1.1 {} {}\r\nContent-Type: {}\r\nContent-Length: {}\r\nConnection: close\r\nX-Robots-Tag: noindex\r\nCache-Control: no-store\r\nX-Content-Type-Options: nosniff\r\nCross-Origin-Resource-Policy: same-origin\r\n",
        answer.status,
        reason(answer.status),
        answer.media,
        answer.body.len(),
    );
    for (name, value) in [
        ("Allow", (answer.status == 405).then_some("GET, HEAD")),
        ("Location", answer.location.as_deref()),
        ("X-Terbit-Page", answer.page.as_deref()),
    ] {
        if let Some(value) = value.filter(|value| !value.contains(['\r', '\n'])) {
            head.push_str(&format!("{name}: {value}\r\n"));
        }
    }
    head.push_str("\r\n");
    stream.write_all(head.as_bytes())?;
    if with_body {
        stream.write_all(&answer.body)?;
    }
    stream.shutdown(Shutdown::Write)?;
    stream.set_read_timeout(Some(Duration::from_secs(2)))?;
    io::copy(&mut stream.take(1 << 20), &mut io::sink()).map(drop)
}

fn reason(status: u16) -> &'static str {
    match status {
        200 => "OK",
        302 => "Found",
        400 => "Bad Request",
        404 => "Not Found",
        405 => "Method Not Allowed",
        421 => "Misdirected Request",
        503 => "Service Unavailable",
        _ => "Internal Server Error",
    }
}

/// Server-sent events (HTML Living Standard, 9.2): one message for every change, until the page is closed.
fn tell(stream: &mut TcpStream, stage: &Stage) -> io::Result<()> {
    let changes = stage.listen();
    stream.write_all(b"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nCache-Control: no-store\r\nConnection: close\r\nX-Content-Type-Options: nosniff\r\n\r\nretry: 500\n\n")?;
    loop {
        let message = match changes.recv_timeout(PULSE) {
            Ok(version) => format!("data: {{\"version\": \"{version}\"}}\n\n"),
            Err(RecvTimeoutError::Timeout) => ":\n\n".to_owned(),
            Err(RecvTimeoutError::Disconnected) => return Ok(()),
        };
        stream.write_all(message.as_bytes())?;
    }
}
