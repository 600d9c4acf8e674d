//! Takes requests and sends answers; reads nothing and writes nothing itself.

use super::answer::{Answer, answer};
use super::browser::{HOME, SCRIPT, STYLE};
use super::hosts;
use super::stage::Stage;
use crossbeam_channel::RecvTimeoutError;
use std::io::{self, Write};
use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::thread;
use std::time::Duration;
use tiny_http::{Header, Method, Request, Response, Server};

/// Requests that are answered at the same time; more wait.
const THREADS: usize = 8;

/// How many ports are tried after the one that is wanted.
const TRIED: u16 = 50;

/// A silent page is asked now and then whether it is still there.
const PULSE: Duration = Duration::from_secs(15);

/// A server with its port.
pub struct Bound {
    server: Server,
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
                let server = Server::from_listener(listener, None).map_err(io::Error::other)?;
                return Ok(Bound { server, address });
            }
            Err(error) => problem = error,
        }
    }
    Err(problem)
}

/// Answers requests on threads of its own.
pub(in crate::preview) fn serve(bound: Bound, stage: Arc<Stage>, root: PathBuf) {
    let (server, root) = (Arc::new(bound.server), Arc::new(root));
    for _ in 0..THREADS {
        let (server, stage, root) = (Arc::clone(&server), Arc::clone(&stage), Arc::clone(&root));
        thread::spawn(move || {
            loop {
                // A connection that failed is over; the next one is another.
                if let Ok(request) = server.recv() {
                    take(request, &stage, &root);
                }
            }
        });
    }
}

fn take(request: Request, stage: &Arc<Stage>, root: &Path) {
    let host = request.headers().iter().find(|header| header.field.equiv("Host")).map(|header| header.value.as_str());
    let target = request.url().to_owned();
    let path = target.split(['?', '#']).next().unwrap_or_default();
    let answer = if !hosts::is_local(host) {
        Answer::plain(421)
    } else if !matches!(request.method(), Method::Get | Method::Head) {
        Answer::plain(405)
    } else {
        match path.strip_prefix(HOME) {
            Some("events") if *request.method() == Method::Get => {
                let stage = Arc::clone(stage);
                thread::spawn(move || tell(request, &stage));
                return;
            }
            Some("state") => Answer::new(200, "application/json", stage.now().state().to_string().into_bytes()),
            Some("preview.js") => Answer::new(200, "text/javascript; charset=utf-8", SCRIPT.as_bytes().to_vec()),
            Some("preview.css") => Answer::new(200, "text/css; charset=utf-8", STYLE.as_bytes().to_vec()),
            Some(_) => Answer::plain(404),
            None => answer(&target, stage.now(), root),
        }
    };
    // A reader who went away misses nothing.
    let _ = request.respond(response(answer));
}

fn response(answer: Answer) -> Response<io::Cursor<Vec<u8>>> {
    let mut response =
        Response::from_data(answer.body).with_status_code(answer.status).with_chunked_threshold(usize::MAX);
    let fields = [
        ("Content-Type", Some(answer.media)),
        ("X-Robots-Tag", Some("noindex".to_owned())),
        ("Cache-Control", Some("no-store".to_owned())),
        ("X-Content-Type-Options", Some("nosniff".to_owned())),
        ("Cross-Origin-Resource-Policy", Some("same-origin".to_owned())),
        ("Allow", (answer.status == 405).then(|| "GET, HEAD".to_owned())),
        ("Location", answer.location),
        ("X-Terbit-Page", answer.page),
    ];
    for (name, value) in fields {
        if let Some(Ok(header)) = value.map(|value| Header::from_bytes(name, value)) {
            response.add_header(header);
        }
    }
    response
}

/// Server-sent events (HTML Living Standard, 9.2): one message for every change, until the page is closed.
fn tell(request: Request, stage: &Stage) {
    let changes = stage.listen();
    let mut out = request.into_writer();
    let head = "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nCache-Control: no-store\r\nConnection: close\r\nX-Content-Type-Options: nosniff\r\n\r\nretry: 500\n\n";
    let mut sent = out.write_all(head.as_bytes()).and_then(|()| out.flush());
    while sent.is_ok() {
        let message = match changes.recv_timeout(PULSE) {
            Ok(version) => format!("data: {{\"version\": \"{version}\"}}\n\n"),
            Err(RecvTimeoutError::Timeout) => ":\n\n".to_owned(),
            Err(RecvTimeoutError::Disconnected) => return,
        };
        sent = out.write_all(message.as_bytes()).and_then(|()| out.flush());
    }
}
