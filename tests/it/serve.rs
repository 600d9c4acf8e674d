//! The preview: what it answers, that it follows every change, that nothing is written.
//!
//! No test sleeps: the server says over its stream of events that something changed.

use super::project::{NOW, Project, terbit, tree};
use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::path::Path;
use std::process::{Child, Stdio};
use std::time::{Duration, Instant};

/// Longer than any machine needs; a test that waits so long has failed.
const LONG: Duration = Duration::from_secs(20);

/// A preview of a project, ended when it is dropped.
struct Preview {
    child: Child,
    port: u16,
    events: BufReader<TcpStream>,
    said: Vec<String>,
}

struct Reply {
    status: u16,
    head: String,
    body: String,
}

impl Preview {
    fn of(root: &Path, extra: &[&str]) -> Self {
        Self::begin(terbit(), root, extra)
    }

    fn begin(mut command: std::process::Command, root: &Path, extra: &[&str]) -> Self {
        command.args(["serve", "--now", NOW, "--lang", "en", "--root"]).arg(root);
        if !extra.contains(&"--port") {
            command.args(["--port", "0"]);
        }
        let mut child = command.args(extra).stderr(Stdio::piped()).stdout(Stdio::null()).spawn().expect("it starts");
        let mut lines = BufReader::new(child.stderr.take().expect("a stream")).lines();
        let mut said = Vec::new();
        let port = loop {
            let line = lines.next().expect("it says where it is").expect("text");
            said.push(line.clone());
            if let Some((_, rest)) = line.split_once("preview at http://127.0.0.1:") {
                break rest.split('/').next().and_then(|port| port.parse().ok()).expect("a port");
            }
        };
        // Someone has to read on, or the program would wait for a reader.
        std::thread::spawn(move || lines.for_each(drop));
        let mut stream = connect(port);
        write!(stream, "GET /__terbit/events HTTP/1.1\r\nHost: localhost:{port}\r\n\r\n").expect("asked");
        let mut preview = Self { child, port, events: BufReader::new(stream), said };
        preview.change();
        preview
    }

    /// Waits for the next message. The pulse of a silent stream is none, and does not make it wait longer.
    fn change(&mut self) {
        let start = Instant::now();
        while start.elapsed() < LONG {
            let mut line = String::new();
            let read = self.events.read_line(&mut line).expect("a message in time");
            assert!(read > 0, "the stream of events ended");
            if line.starts_with("data:") {
                return;
            }
        }
        panic!("nothing was told");
    }

    /// Waits until `is_so`; looks again after each message.
    fn until(&mut self, what: &str, is_so: impl Fn(&Self) -> bool) {
        for _ in 0..50 {
            if is_so(self) {
                return;
            }
            self.change();
        }
        panic!("never: {what}");
    }

    fn get(&self, path: &str) -> Reply {
        self.send(&format!("GET {path} HTTP/1.1\r\nHost: localhost:{}\r\nConnection: close\r\n\r\n", self.port))
    }

    fn send(&self, request: &str) -> Reply {
        let mut stream = connect(self.port);
        stream.write_all(request.as_bytes()).expect("sent");
        let mut bytes = Vec::new();
        // The server may hang up on what is no request.
        let _ = stream.read_to_end(&mut bytes);
        let text = String::from_utf8_lossy(&bytes).into_owned();
        let (head, body) = text.split_once("\r\n\r\n").unwrap_or((&text, ""));
        let status = head.split(' ').nth(1).and_then(|status| status.parse().ok()).unwrap_or(0);
        Reply { status, head: head.to_ascii_lowercase(), body: body.to_owned() }
    }

    /// Compares every file with those of a build.
    fn is_that_of_a_build(&self, project: &Project) {
        let built = project.build(&[]).exits(0);
        let mut seen = 0;
        for (path, bytes) in tree(&built.output) {
            if path.starts_with(".terbit") {
                continue;
            }
            let reply = self.get(&format!("/{}", path.replace(' ', "%20")));
            let text = String::from_utf8_lossy(&bytes).into_owned();
            assert_eq!(reply.status, 200, "{path}");
            let body = if path.ends_with(".html") { unmarked(&reply.body) } else { reply.body };
            assert!(body == text, "{path} differs");
            seen += 1;
        }
        assert!(seen > 50, "{seen}");
    }

    fn state(&self) -> serde_json::Value {
        serde_json::from_str(&self.get("/__terbit/state").body).expect("JSON")
    }
}

impl Drop for Preview {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn connect(port: u16) -> TcpStream {
    let stream = TcpStream::connect(("127.0.0.1", port)).expect("it listens");
    stream.set_read_timeout(Some(LONG)).expect("a limit");
    stream
}

fn site() -> Project {
    Project::new()
        .file(
            "content/cohorts.yaml",
            "- id: malang-2022\n  title: Angkatan Malang\n  program: magang\n  origin: [papua]\n  host: [kota-malang]\n  start: 2022\n  participants: 5\n  aliases: [/lama]\n  sources: [s1]\n",
        )
        .file("content/stories/lima.md", "---\ntitle: Lima orang\ndate: 2022-10-01\nabout: [malang-2022]\n---\nCerita pertama. [Foto](../media/foto%20satu.txt)\n")
        .file("content/media/foto satu.txt", "foto")
}

#[test]
fn the_whole_site_is_there_as_in_production() {
    let project = site();
    let before = tree(project.root());
    let preview = Preview::of(project.root(), &["--base-url", "https://example.go.id/magang/"]);
    let home = preview.get("/");
    assert_eq!((home.status, home.head.contains("location: /magang/")), (302, true), "{}", home.head);
    let page = preview.get("/magang/angkatan/malang-2022/");
    assert_eq!(page.status, 200);
    assert!(page.head.contains("x-robots-tag: noindex") && page.head.contains("no-store"), "{}", page.head);
    for part in ["<meta name=\"robots\" content=\"noindex\">", "id=\"terbit-preview\"", "content/cohorts.yaml:1</a>"] {
        assert!(page.body.contains(part), "{part} in {}", page.body);
    }
    assert!(page.body.contains("vscode://file/"), "{}", page.body);
    let slash = preview.get("/magang/angkatan/malang-2022");
    assert_eq!((slash.status, slash.head.contains("location: malang-2022/")), (302, true), "{}", slash.head);
    let alias = preview.get("/magang/lama/");
    assert!(alias.status == 200 && alias.body.contains("angkatan/malang-2022/"), "{}", alias.body);
    let media = preview.get("/magang/media/foto%20satu.txt");
    assert_eq!((media.status, media.body.as_str()), (200, "foto"));
    let data = preview.get("/magang/angkatan/malang-2022/data.csv");
    assert!(data.status == 404 || data.head.contains("text/csv"), "{}", data.head);
    let near = preview.get("/magang/angkatan/malang-2023/");
    assert_eq!(near.status, 404);
    assert!(near.body.contains("<a href=\"/magang/angkatan/malang-2022/\">"), "{}", near.body);
    let english = preview.get("/magang/en/cohorts/malang-2023/");
    assert!(english.status == 404 && english.body.contains("lang=\"en\""), "{}", english.body);
    assert_eq!(tree(project.root()), before, "nothing is written");
}

#[test]
fn pages_are_those_of_a_build_but_for_the_marks() {
    let project = site();
    let preview = Preview::of(project.root(), &[]);
    preview.is_that_of_a_build(&project);
}

#[test]
fn other_words_of_a_story_show_as_a_build_shows_them_at_once_and_when_all_is_checked() {
    let project = site();
    let mut preview = Preview::of(project.root(), &[]);
    preview.until("it is checked", |preview| preview.state()["checking"] == false);
    let story = project.root().join("content/stories/lima.md");
    for words in ["Kalimat **baru**.", "Lain lagi:\n\n- satu\n- dua", "Cerita pertama."] {
        let text = fs::read_to_string(&story).unwrap();
        let (front, _) = text.rsplit_once("---\n").unwrap();
        fs::write(&story, format!("{front}---\n{words}\n")).unwrap();
        let shown = if words.contains("baru") { "<strong>baru</strong>" } else { words.split(':').next().unwrap() };
        preview.until("the words are there", |preview| preview.get("/cerita/lima/").body.contains(shown));
        // Whichever of the two made it: the site that stood, with other words, or the one that was made anew.
        preview.is_that_of_a_build(&project);
        preview.until("it is checked", |preview| preview.state()["checking"] == false);
        preview.is_that_of_a_build(&project);
        assert_eq!(preview.state()["errors"], 0);
    }
    // A mistake among the words is found all the same, and the last good words stay.
    let text = fs::read_to_string(&story).unwrap();
    fs::write(&story, format!("{text}\nLihat [[tiada]] yang salah.\n")).unwrap();
    preview.until("it is found", |preview| preview.state()["errors"] == 1);
    assert!(!preview.get("/cerita/lima/").body.contains("yang salah"));
    // Words are told anew over a site that has another error elsewhere: neither hides the other.
    fs::write(&story, text.replace("Cerita pertama.", "Cerita keempat.")).unwrap();
    fs::write(project.root().join("content/visits.yaml"), "- id: salah\n").unwrap();
    preview.until("both are seen", |preview| {
        preview.state()["errors"].as_u64() > Some(0) && preview.get("/cerita/lima/").body.contains("Cerita keempat.")
    });
}

#[test]
fn other_numbers_of_a_record_show_as_a_build_shows_them_at_once_and_when_all_is_checked() {
    let project = site();
    let mut preview = Preview::of(project.root(), &[]);
    preview.until("it is checked", |preview| preview.state()["checking"] == false);
    let file = project.root().join("content/cohorts.yaml");
    let good = fs::read_to_string(&file).unwrap();
    for (number, line) in [("17", 1), ("\"~23\"", 4), ("31", 1)] {
        let comment = "# Dihitung lagi.\n".repeat(line - 1);
        fs::write(&file, comment + &good.replace("participants: 5", &format!("participants: {number}"))).unwrap();
        let shown = number.trim_matches(['"', '~']).to_owned();
        // The page of a region: the sum over its records, not only the record itself.
        preview.until("the sum is there", |preview| preview.get("/wilayah/papua/").body.contains(&format!("{shown}<")));
        preview.is_that_of_a_build(&project);
        let page = preview.get("/angkatan/malang-2022/").body;
        assert!(page.contains(&format!("content/cohorts.yaml:{line}</a>")), "the line of today: {page}");
        preview.until("it is checked", |preview| preview.state()["checking"] == false);
        preview.is_that_of_a_build(&project);
    }
    let before = preview.get("/wilayah/papua/").body;
    fs::write(&file, good.replace("participants: 5", "participants: banyak")).unwrap();
    preview.until("it is found", |preview| preview.state()["errors"] == 1);
    assert_eq!(unmarked(&preview.get("/wilayah/papua/").body), unmarked(&before), "the last good numbers stay");
}

/// A page without what the preview put into it.
fn unmarked(page: &str) -> String {
    let cut = |page: &str, from: &str, to: &str| {
        let start = page.find(from).expect("marked");
        let end = start + page[start..].find(to).expect("marked") + to.len();
        format!("{}{}", &page[..start], &page[end..])
    };
    let page =
        cut(page, "<meta name=\"robots\" content=\"noindex\"><link rel=\"stylesheet\" href=\"/__terbit/", "</script>");
    cut(&page, "<aside id=\"terbit-preview\"", "</aside>")
}

#[test]
fn only_names_of_this_machine_and_reading_are_answered() {
    let project = site();
    let preview = Preview::of(project.root(), &[]);
    let ask = |request: &str| preview.send(&request.replace("PORT", &preview.port.to_string())).status;
    assert_eq!(ask("GET / HTTP/1.1\r\nHost: 127.0.0.1:PORT\r\nConnection: close\r\n\r\n"), 200);
    assert_eq!(ask("GET / HTTP/1.1\r\nHost: jahat.example:PORT\r\nConnection: close\r\n\r\n"), 421);
    assert_eq!(ask("GET /__terbit/state HTTP/1.1\r\nHost: jahat.example\r\nConnection: close\r\n\r\n"), 421);
    assert_eq!(ask("GET / HTTP/1.0\r\n\r\n"), 421);
    assert_eq!(ask("POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"), 405);
    let head = preview.send("HEAD / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
    assert!(head.status == 200 && head.body.is_empty() && head.head.contains("x-terbit-page"), "{}", head.head);
    for path in [
        "/../content/site.yaml",
        "/%2e%2e/content/site.yaml",
        "/..%2fcontent/site.yaml",
        "//content/site.yaml",
        "/content/site.yaml",
    ] {
        let reply = preview.get(path);
        assert!(matches!(reply.status, 302 | 404) && !reply.body.contains("base_url"), "{path}: {}", reply.status);
    }
    for bad in [
        "\r\n\r\n",
        "GET\r\n\r\n",
        "\0\u{1}\u{2}",
        "GET /%ff HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
        "GET / HTTP/9.9\r\nHost: localhost\r\n\r\n",
        "GET / HTTP/1.1\r\nHost localhost\r\n\r\n",
    ] {
        let mut stream = connect(preview.port);
        stream.write_all(bad.as_bytes()).expect("sent");
        // Hangs up in the middle, as a broken client does.
        let _ = stream.shutdown(std::net::Shutdown::Both);
    }
    let long = format!("GET /{} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n", "a".repeat(20_000));
    assert!(preview.send(&long).status >= 400);
    assert_eq!(preview.get("/").status, 200, "it survived all of that");
}

#[test]
fn connections_that_never_ask_make_nobody_wait() {
    let project = site();
    let preview = Preview::of(project.root(), &[]);
    let silent: Vec<TcpStream> = (0..40).map(|_| connect(preview.port)).collect();
    let listening: Vec<TcpStream> = (0..10)
        .map(|_| {
            let mut stream = connect(preview.port);
            write!(stream, "GET /__terbit/events HTTP/1.1\r\nHost: localhost\r\n\r\n").expect("asked");
            stream
        })
        .collect();
    for _ in 0..20 {
        assert_eq!(preview.get("/").status, 200);
    }
    drop((silent, listening));
}

#[test]
fn a_saved_change_shows_however_it_is_saved() {
    let project = site();
    let root = project.root().to_owned();
    let mut preview = Preview::of(&root, &[]);
    let page = "/cerita/lima/";
    let story = root.join("content/stories/lima.md");
    let with = |words: &str| format!("---\ntitle: Lima orang\ndate: 2022-10-01\nabout: [malang-2022]\n---\n{words}\n");
    fs::write(&story, with("Cerita kedua.")).unwrap();
    preview.until("written over", |preview| preview.get(page).body.contains("Cerita kedua."));
    fs::write(root.join("content/stories/.lima.swp"), with("Cerita ketiga.")).unwrap();
    fs::rename(root.join("content/stories/.lima.swp"), &story).unwrap();
    preview.until("renamed over", |preview| preview.get(page).body.contains("Cerita ketiga."));
    fs::create_dir_all(root.join("content/stories/2023")).unwrap();
    fs::write(root.join("content/stories/2023/baru.md"), with("Cerita baru.")).unwrap();
    preview.until("a new folder", |preview| preview.get("/cerita/baru/").body.contains("Cerita baru."));
    fs::remove_dir_all(root.join("content/stories/2023")).unwrap();
    preview.until("a folder is gone", |preview| preview.get("/cerita/baru/").status == 404);
    fs::create_dir_all(root.join("themes/warta/assets")).unwrap();
    fs::create_dir_all(root.join("themes/warta/messages")).unwrap();
    let before = preview.state();
    fs::write(root.join("themes/warta/assets/tambahan.css"), "p { color: red }").unwrap();
    preview.until("a style sheet", |preview| preview.get("/assets/tambahan.css").body.contains("red"));
    let after = preview.state();
    assert_ne!(before["styles"], after["styles"]);
    assert_eq!(before["pages"], after["pages"], "a style sheet changes no page");
    let words = include_str!("../../themes/warta/messages/id.yaml");
    fs::write(root.join("themes/warta/messages/id.yaml"), words.replace("Beranda", "Halaman muka")).unwrap();
    preview.until("an interface word", |preview| preview.get(page).body.contains("Halaman muka"));
    let settings = fs::read_to_string(root.join("content/site.yaml")).unwrap();
    fs::write(
        root.join("content/site.yaml"),
        format!("{settings}preview: {{edit_link: 'https://git.example/{{file}}#L{{line}}'}}\n"),
    )
    .unwrap();
    preview.until("the settings", |preview| {
        preview.get(page).body.contains("https://git.example/content/stories/lima.md#L1")
    });
}

#[test]
fn an_error_never_takes_the_last_good_site_away() {
    let project = site();
    let file = project.root().join("content/cohorts.yaml");
    let good = fs::read_to_string(&file).unwrap();
    let mut preview = Preview::of(project.root(), &[]);
    fs::write(&file, good.replace("origin: [papua]", "origin: [papuua]")).unwrap();
    preview.until("it is found", |preview| preview.state()["errors"] == 1);
    let state = preview.state();
    assert_eq!(state["findings"][0]["place"], "content/cohorts.yaml:4:12");
    let edit = state["findings"][0]["edit"].as_str().expect("a link");
    assert!(edit.starts_with("vscode://file/") && edit.ends_with("content/cohorts.yaml:4:12"), "{edit}");
    let text = state["findings"][0]["text"].as_str().expect("words");
    assert!(text.starts_with("error[R001]") && text.contains("papua`"), "{text}");
    assert!(preview.get("/angkatan/malang-2022/").body.contains("Angkatan Malang"), "the last good page stays");
    fs::write(&file, &good).unwrap();
    preview.until("it is gone", |preview| preview.state()["errors"] == 0);
    fs::rename(project.root().join("content"), project.root().join("away")).unwrap();
    preview.until("content is gone", |preview| preview.state()["errors"] == 1);
    assert_eq!(preview.get("/").status, 200);
    fs::rename(project.root().join("away"), project.root().join("content")).unwrap();
    preview.until("content is back", |preview| preview.state()["errors"] == 0);
    fs::write(&file, good.replace("Angkatan Malang", "Angkatan Batu")).unwrap();
    preview.until("and still watched", |preview| preview.get("/angkatan/malang-2022/").body.contains("Angkatan Batu"));
}

#[test]
fn a_site_that_begins_with_an_error_says_so_and_appears_when_mended() {
    let project =
        site().file("content/visits.yaml", "- {id: v, kind: nonsense, origin: [papua], host: [kota-malang]}\n");
    let mut preview = Preview::of(project.root(), &[]);
    let reply = preview.get("/wilayah/papua/");
    assert_eq!(reply.status, 503);
    assert!(reply.body.contains("error[V006]") || reply.body.contains("nonsense"), "{}", reply.body);
    fs::remove_file(project.root().join("content/visits.yaml")).unwrap();
    preview.until("it stands", |preview| preview.get("/wilayah/papua/").status == 200);
}

#[test]
fn drafts_wear_a_mark_and_are_there_only_when_asked_for() {
    let project = site().file(
        "content/visits.yaml",
        "- {id: rahasia, title: Kunjungan rahasia, kind: other, origin: [papua], host: [kota-malang], draft: true}\n- {id: nanti, title: Kunjungan nanti, kind: other, origin: [papua], host: [kota-malang], publish_at: 2030-01-01T00:00+07:00}\n",
    );
    let preview = Preview::of(project.root(), &[]);
    assert_eq!(preview.get("/kunjungan/rahasia/").status, 404);
    drop(preview);
    let preview = Preview::of(project.root(), &["--drafts"]);
    for page in ["/kunjungan/rahasia/", "/kunjungan/nanti/"] {
        let body = preview.get(page).body;
        assert!(body.contains("class=\"terbit-draft\""), "{page}: {body}");
    }
    assert!(!preview.get("/angkatan/malang-2022/").body.contains("terbit-draft"));
}

#[test]
fn a_page_that_its_template_cannot_make_says_why() {
    let project = site()
        .file("themes/polos/templates/home.html", "{{ t.home }}")
        .file("themes/polos/templates/cohort.html", "{{ 1 + t }}");
    let settings = fs::read_to_string(project.root().join("content/site.yaml")).unwrap();
    let project = project.file("content/site.yaml", &format!("{settings}theme: polos\n"));
    let preview = Preview::of(project.root(), &[]);
    let reply = preview.get("/angkatan/malang-2022/");
    assert_eq!(reply.status, 500, "{}", reply.body);
    assert!(reply.body.contains("error[T002]"), "{}", reply.body);
    assert_eq!(preview.get("/").status, 200, "other pages stay");
}

#[test]
fn a_folder_without_a_site_is_told_and_not_served() {
    let project = Project::empty();
    let mut command = terbit();
    command.args(["serve", "--lang", "en", "--port", "0", "--root"]).arg(project.root());
    let done = command.output().expect("it ends");
    let said = String::from_utf8_lossy(&done.stderr);
    assert_eq!(done.status.code(), Some(2), "{said}");
    assert!(said.contains("I006") && !said.contains("preview"), "{said}");
}

#[test]
fn a_taken_port_says_so_and_takes_the_next() {
    let taken = TcpListener::bind(("127.0.0.1", 0)).unwrap();
    let port = taken.local_addr().unwrap().port();
    let project = site();
    let preview = Preview::of(project.root(), &["--port", &port.to_string()]);
    assert!(preview.port > port);
    let said = preview.said.join("\n");
    assert!(said.contains(&format!("port {port} is taken; using {}", preview.port)), "{said}");
    assert_eq!(preview.get("/").status, 200);
}

/// The process asks itself to begin once more with the setting of its allocator; whoever has set it knows better.
#[cfg(target_os = "linux")]
#[test]
fn memory_that_is_freed_goes_back_at_once() {
    let project = site();
    let setting = |preview: &Preview| {
        let environment = fs::read(format!("/proc/{}/environ", preview.child.id())).expect("our own child");
        let mut entries = environment.split(|byte| *byte == 0).map(String::from_utf8_lossy);
        entries.find_map(|entry| entry.strip_prefix("MIMALLOC_PURGE_DELAY=").map(str::to_owned))
    };
    let preview = Preview::of(project.root(), &["--drafts"]);
    assert_eq!(setting(&preview).as_deref(), Some("0"));
    let command = fs::read(format!("/proc/{}/cmdline", preview.child.id())).expect("our own child");
    assert!(command.ends_with(b"\0--drafts\0"), "with all that was asked: {}", String::from_utf8_lossy(&command));

    let mut command = terbit();
    command.env("MIMALLOC_PURGE_DELAY", "25");
    assert_eq!(setting(&Preview::begin(command, project.root(), &[])).as_deref(), Some("25"));
}

#[cfg(unix)]
#[test]
fn ctrl_c_ends_it_at_once() {
    let project = site();
    for signal in ["-INT", "-TERM"] {
        let mut preview = Preview::of(project.root(), &[]);
        let ended = std::process::Command::new("kill").args([signal, &preview.child.id().to_string()]).status();
        assert!(ended.expect("kill").success());
        let code = preview.child.wait().expect("it ended").code();
        assert_eq!(code, Some(0), "an end that was asked for is no failure");
    }
}
