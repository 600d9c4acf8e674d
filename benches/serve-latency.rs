//! From save to the new page: how long the open page of `terbit serve` shows the old state, as a distribution.
//!
//! ```sh
//! cargo bench --bench serve-latency             # 10,000 and 100,000 records
//! cargo bench --bench serve-latency -- 10000    # one
//! cargo bench --bench serve-latency -- 10000 --saves 100
//! ```
//!
//! A save is one write of one file. The clock runs from before the write until the page that must differ was received
//! whole and does differ: waiting for the event and asking for the page, as the script of the preview does. The next
//! save waits until the check of everything is through. Peak memory is the kernel's high-water mark of the process
//! (Linux), that of `check` over the same content beside it.
#![allow(clippy::disallowed_methods, reason = "a benchmark writes files and measures time")]

#[path = "regions-job/generate/mod.rs"]
mod generate;

use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

const NOW: [&str; 2] = ["--now", "2026-11-23T12:00:00+07:00"];

/// Longer than any save may take.
const LONG: Duration = Duration::from_secs(120);

fn main() {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let saves = words.iter().position(|word| word == "--saves").and_then(|at| words.get(at + 1)?.parse().ok());
    let mut sizes: Vec<usize> =
        words.iter().filter_map(|word| word.parse().ok()).filter(|size| *size >= 1000).collect();
    if sizes.is_empty() {
        sizes = vec![10_000, 100_000];
    }
    println!(
        "| records | outputs | saved | saves | median ms | 90 % ms | slowest ms | first page s | peak MB | peak of check MB |"
    );
    println!("|---:|---|---|---:|---:|---:|---:|---:|---:|---:|");
    for records in sizes {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("serve-latency-{records}"));
        let saves = saves.unwrap_or(if records > 20_000 { 15 } else { 40 });
        for outputs in [Outputs::Pages, Outputs::All] {
            let _ = fs::remove_dir_all(&folder);
            measure(records, outputs, saves, &folder);
            let _ = fs::remove_dir_all(&folder);
        }
    }
}

/// What the site makes.
#[derive(Clone, Copy)]
enum Outputs {
    /// Pages and the sitemap in one language.
    Pages,
    /// Everything, search and data among it, in two languages.
    All,
}

impl Outputs {
    fn words(self) -> &'static str {
        match self {
            Self::Pages => "pages",
            Self::All => "all, two languages",
        }
    }

    fn write(self, settings: &Path) {
        let text = fs::read_to_string(settings).expect("the settings");
        let kept = text.lines().filter(|line| !line.starts_with("outputs:") && !line.starts_with("languages:"));
        let wanted = match self {
            Self::Pages => "languages: [en]\noutputs: [html, sitemap]\n",
            Self::All => "languages: [en, id]\n",
        };
        fs::write(settings, kept.map(|line| format!("{line}\n")).collect::<String>() + wanted).expect("written");
    }
}

fn measure(records: usize, outputs: Outputs, saves: usize, folder: &Path) {
    let settings =
        generate::Settings { records, narratives: records / 10, seed: 1, mistakes: 0, form: generate::Form::Terbit };
    generate::generate(&settings, folder).expect("the invented site is written");
    outputs.write(&folder.join("content/site.yaml"));
    let check = check(folder);
    let mut serve = Serve::start(folder);
    let first = serve.until_settled();
    let story = first_file(&folder.join("content/stories"));
    let id = story.file_stem().expect("a name").to_string_lossy().into_owned();
    let words = serve.saves(&story, &format!("/stories/{id}/"), saves, |text, number| {
        format!("{text}\nA sentence that was written {number} times.\n")
    });
    let visit = first_file(&folder.join("content/visits"));
    let origin = between(&fs::read_to_string(&visit).expect("a file"), "origin: [", "]");
    let figures = serve.saves(&visit, &format!("/regions/{origin}/"), saves, |text, number| {
        let delegates = between(text, "delegates: ", "\n");
        text.replacen(&format!("delegates: {delegates}"), &format!("delegates: {}", 50 + number), 1)
    });
    let peak = high_water(serve.child.id());
    for (saved, mut times) in [("a narrative", words), ("a record that changes figures of a region", figures)] {
        times.sort();
        let at = |part: usize| times[(times.len() - 1) * part / 100].as_secs_f64() * 1e3;
        println!(
            "| {records} | {} | {saved} | {} | {:.0} | {:.0} | {:.0} | {:.2} | {} | {} |",
            outputs.words(),
            times.len(),
            at(50),
            at(90),
            at(100),
            first.as_secs_f64(),
            megabytes(peak),
            megabytes(check),
        );
    }
}

/// A running preview.
struct Serve {
    child: Child,
    port: u16,
    started: Instant,
    events: BufReader<TcpStream>,
}

impl Serve {
    fn start(root: &Path) -> Self {
        let started = Instant::now();
        let mut command = Command::new(env!("CARGO_BIN_EXE_terbit"));
        command.args(["serve", "--port", "0", "--lang", "en", "--root"]).arg(root).args(NOW);
        let mut child = command.stderr(Stdio::piped()).stdout(Stdio::null()).spawn().expect("the program starts");
        let mut lines = BufReader::new(child.stderr.take().expect("a stream")).lines();
        let port = loop {
            let line = lines.next().expect("it says where it is").expect("text");
            if let Some((_, rest)) = line.split_once("preview at http://127.0.0.1:") {
                break rest.split('/').next().and_then(|port| port.parse().ok()).expect("a port");
            }
        };
        // Someone has to read on, or the program would wait for a reader.
        std::thread::spawn(move || lines.for_each(drop));
        let events = BufReader::new(ask(port, "/__terbit/events"));
        Self { child, port, started, events }
    }

    /// Until everything that was saved is checked: how long the preview runs by then.
    fn until_settled(&self) -> Duration {
        while !self.get("/__terbit/state").contains("\"checking\":false") {
            std::thread::sleep(Duration::from_millis(20));
        }
        self.started.elapsed()
    }

    /// Saves `file` again and again; how long each time until the page at `address` is another.
    fn saves(
        &mut self,
        file: &Path,
        address: &str,
        times: usize,
        edit: impl Fn(&str, usize) -> String,
    ) -> Vec<Duration> {
        let original = fs::read_to_string(file).expect("a file");
        let mut old = page(&self.get(address));
        let mut taken = Vec::new();
        for number in 1..=times {
            let text = edit(&original, number);
            let start = Instant::now();
            fs::write(file, text).expect("saved");
            loop {
                self.event();
                let new = page(&self.get(address));
                if new != old {
                    taken.push(start.elapsed());
                    old = new;
                    break;
                }
                assert!(start.elapsed() < LONG, "{address} stays as it was");
            }
            self.until_settled();
        }
        taken
    }

    /// Waits for the next message.
    fn event(&mut self) {
        let mut line = String::new();
        while !line.starts_with("data:") {
            line.clear();
            assert!(self.events.read_line(&mut line).expect("a message in time") > 0, "the preview ended");
        }
    }

    fn get(&self, address: &str) -> String {
        let mut bytes = Vec::new();
        ask(self.port, address).read_to_end(&mut bytes).expect("an answer");
        String::from_utf8_lossy(&bytes).into_owned()
    }
}

impl Drop for Serve {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn ask(port: u16, address: &str) -> TcpStream {
    let mut stream = TcpStream::connect(("127.0.0.1", port)).expect("it listens");
    stream.set_read_timeout(Some(LONG)).expect("a limit");
    write!(stream, "GET {address} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n").expect("asked");
    stream
}

/// What the preview says a page comes to, without its bar.
fn page(answer: &str) -> String {
    assert!(answer.starts_with("HTTP/1.1 200"), "{}", answer.lines().next().unwrap_or_default());
    between(answer, "X-Terbit-Page: ", "\r\n")
}

fn between(text: &str, from: &str, to: &str) -> String {
    let (_, rest) = text.split_once(from).expect(from);
    rest.split_once(to).expect(to).0.to_owned()
}

fn first_file(folder: &Path) -> PathBuf {
    let files = walkdir::WalkDir::new(folder).sort_by_file_name().into_iter().filter_map(Result::ok);
    files.map(walkdir::DirEntry::into_path).find(|path| path.is_file()).expect("a file")
}

/// Peak memory of `check` in kilobytes.
fn check(root: &Path) -> Option<u64> {
    let mut command = Command::new(env!("CARGO_BIN_EXE_terbit"));
    command.args(["check", "-q", "--root"]).arg(root).args(NOW);
    let mut child = command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().expect("the program starts");
    let mut peak = None;
    while child.try_wait().expect("the program can be waited for").is_none() {
        peak = high_water(child.id()).max(peak);
        std::thread::sleep(Duration::from_millis(2));
    }
    peak
}

/// The high-water mark of a process in kilobytes, where the system tells.
fn high_water(process: u32) -> Option<u64> {
    let status = fs::read_to_string(format!("/proc/{process}/status")).ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    line.split_whitespace().next()?.parse().ok()
}

fn megabytes(kilobytes: Option<u64>) -> String {
    kilobytes.map_or_else(|| "?".to_owned(), |kilobytes| (kilobytes / 1024).to_string())
}
