//! Reads again whenever something happened, and raises a new site where anything differs.
//!
//! Two threads: one watches, and shows at once what can be shown at once (`revise`); one reads and checks everything,
//! one time after another, and has the last word.

use super::findings::{Showing, findings, text};
use super::revise::revise;
use super::server::{Bound, serve};
use super::stage::{Current, Found, Prints, Revision, Stage};
use super::standing::{Standing, open};
use super::watch::Watch;
use crate::check::catalog::Site;
use crate::diag::{Counts, FileId, Places, Report};
use crate::options::Options;
use crate::pipeline::preview_site;
use crate::read::{Sources, read};
use crate::route::base_path;
use crossbeam_channel::unbounded;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;
use std::time::Duration;

/// Deep records are read by recursion; this is what the first thread of a process has.
const STACK: usize = 8 << 20;

/// A revised site that does not stand by then is not waited for.
const PATIENCE: Duration = Duration::from_secs(10);

/// So long the browser has to ask for the open page and get it.
const START: Duration = Duration::from_millis(60);

/// So long a new site waits for the memory of the old one.
const PARTING: Duration = Duration::from_secs(2);

/// What becomes of the preview, told to the one who started it.
pub enum News<'n> {
    /// Something changed; the site is made anew.
    Began,
    /// A new site stands: how many pages it has, and what was found.
    Stands(usize, &'n Report, &'n Sources),
    /// It has errors; the last good site stays.
    Broken(&'n Report, Option<&'n Sources>),
    /// The system does not let us watch; a change shows only after a restart.
    Unwatched(String),
}

/// What is told, from any thread.
pub type Tell = dyn Fn(News<'_>) + Send + Sync;

/// Everything that does not change while the preview runs.
struct Preview {
    options: Options,
    root: PathBuf,
    /// The language that was asked for; none means the site's, else `fallback`.
    lang: Option<String>,
    fallback: String,
    stage: Arc<Stage>,
    tell: Box<Tell>,
}

/// Serves the site at `options.root` on `bound` until the process ends.
///
/// `lang` is the language of what the preview says; none means that of the site, else `fallback`.
pub fn preview(options: Options, bound: Bound, lang: Option<String>, fallback: String, tell: Box<Tell>) {
    let root = options.root.canonicalize().unwrap_or_else(|_| options.root.clone());
    // Watched before it is read, so that no change falls between.
    let watch = Watch::new(&root);
    let stage = Arc::new(Stage::default());
    serve(bound, Arc::clone(&stage), root.clone());
    let preview = Arc::new(Preview { options, root, lang, fallback, stage, tell });
    let (wake, woken) = channel();
    preview.stage.begin();
    let _ = wake.send(());
    let follower = Arc::clone(&preview);
    thread::spawn(move || follower.follow_each(&woken));
    match watch {
        Ok(mut watch) => loop {
            let touched = watch.wait();
            preview.stage.begin();
            // Where warnings are errors, words may be too.
            if !preview.options.strict {
                give_a_start(revise(&preview.stage, &preview.root, &touched));
            }
            // It never ends before the process does.
            let _ = wake.send(());
        },
        Err(error) => {
            (preview.tell)(News::Unwatched(error.to_string()));
            loop {
                thread::park();
            }
        }
    }
}

/// Waits until a revised site stands and the open page had time to be made, before the check of everything takes all
/// processors.
fn give_a_start(revised: Option<crossbeam_channel::Receiver<()>>) {
    if revised.is_some_and(|stands| stands.recv_timeout(PATIENCE).is_ok()) {
        thread::sleep(START);
    }
}

impl Preview {
    /// Follows whenever it is woken; what came while it worked is one more time together.
    fn follow_each(self: &Arc<Self>, woken: &Receiver<()>) {
        let mut last = None;
        while woken.recv().is_ok() {
            let more = woken.try_iter().count();
            self.follow(&mut last);
            self.stage.end(more + 1);
        }
    }

    /// Reads, and makes the site anew unless everything is as it was.
    fn follow(self: &Arc<Self>, last: &mut Option<(Prints, String, u64)>) {
        let seen = self.stage.now().revised;
        let mut report = Report::new();
        let mut sources = read(&self.options, &mut report);
        if let (Some(sources), Some(current)) = (&mut sources, self.stage.now().current) {
            sources.share_texts(&current.sources);
        }
        // What was revised since is no longer what was made of these files, even if they read as they did then.
        let prints = (sources.as_ref().map_or_else(Prints::default, prints), said(&report), seen);
        if last.as_ref() == Some(&prints) {
            return;
        }
        (self.tell)(News::Began);
        let Some(sources) = sources else {
            self.stage.stay(seen, self.found(&report, &Nowhere, None, None));
            (self.tell)(News::Broken(&report, None));
            *last = Some(prints);
            return;
        };
        let (done, is_done) = channel();
        let (preview, new) = (Arc::clone(self), prints.0.clone());
        let raised = thread::Builder::new().name("site".to_owned()).stack_size(STACK).spawn(move || {
            let (alive, gone) = crossbeam_channel::bounded(0);
            preview.raise(Arc::new(sources), report, (seen, new), gone, &done);
            // The site and what it was read from are let go by now.
            drop(alive);
        });
        // Waits until it stands or is known not to; a thread that failed hangs up, as does one that was overtaken.
        *last = (raised.is_ok() && is_done.recv().is_ok()).then_some(prints);
    }

    /// Makes the site and answers questions about it until the next one stands. When it ends, `gone` is hung up.
    fn raise(
        &self,
        sources: Arc<Sources>,
        mut report: Report,
        (seen, prints): (u64, Prints),
        gone: crossbeam_channel::Receiver<()>,
        done: &Sender<()>,
    ) {
        let (questions, inbox) = open();
        let (revisions, revised) = unbounded();
        let (mut next, mut again) = (Some(inbox), None::<crossbeam_channel::Sender<()>>);
        let (mut texts, mut is_told) = (BTreeMap::new(), false);
        let sound = |site: &Site, report: &Report| {
            let (base, edit_link) = (base_path(&site.base_url), site.edit_link.clone());
            let found = self.found(report, &*sources, edit_link.as_deref(), sources.default_language());
            let current = Current { questions, base, edit_link, sources: Arc::clone(&sources), revisions, gone };
            // Two whole sites at once would be the most that memory ever holds.
            let parting = self.stage.enter(seen, current, prints, found);
            parting.map(|old| old.wait(PARTING)).is_some()
        };
        let is_sound = preview_site(&sources, &self.options, &mut report, sound, |bundle, plan, report| {
            if !std::mem::replace(&mut is_told, true) {
                (self.tell)(News::Stands(bundle.pages(), report, &sources));
                let _ = done.send(());
            }
            if let Some(stands) = again.take() {
                let _ = stands.send(());
            }
            next.take()?.answer_all(&Standing { bundle, plan, sources: &sources, texts: &texts });
            // Nobody asks any more: it is revised, or another site stands.
            let Revision { revised, files, inbox, stands } = revised.recv().ok()?;
            (next, again) = (Some(inbox), Some(stands));
            texts.extend(files);
            Some(revised)
        });
        if !is_sound {
            let edit_link = self.stage.now().current.and_then(|current| current.edit_link);
            let found = self.found(&report, &*sources, edit_link.as_deref(), sources.default_language());
            if self.stage.stay(seen, found) {
                (self.tell)(News::Broken(&report, Some(&sources)));
                let _ = done.send(());
            }
        }
    }

    fn found(&self, report: &Report, places: &dyn Places, edit_link: Option<&str>, site: Option<&str>) -> Found {
        let site = site.filter(|lang| matches!(*lang, "id" | "en"));
        let lang = self.lang.as_deref().or(site).unwrap_or(&self.fallback);
        let showing = Showing { lang, root: &self.root, edit_link };
        Found {
            counts: Counts::of(report),
            findings: findings(report, places, &showing),
            text: text(report, places, lang),
            lang: lang.to_owned(),
        }
    }
}

/// What everything that was read comes to.
fn prints(sources: &Sources) -> Prints {
    let (mut pages, mut styles) = (blake3::Hasher::new(), blake3::Hasher::new());
    for file in &sources.files {
        add(&mut pages, &[file.path.as_bytes(), &file.hash]);
    }
    for file in &sources.raw {
        add(&mut pages, &[file.address.as_bytes(), stamp(&file.from).as_bytes()]);
    }
    let theme = &sources.theme;
    add(&mut pages, &[theme.name.as_bytes()]);
    for (name, text) in &theme.templates {
        add(&mut pages, &[name.as_bytes(), text.as_bytes()]);
    }
    for (lang, (_, text)) in &theme.messages {
        add(&mut pages, &[lang.as_bytes(), text.as_bytes()]);
    }
    for (name, bytes) in &theme.assets {
        let of = if name.ends_with(".css") { &mut styles } else { &mut pages };
        add(of, &[name.as_bytes(), bytes]);
    }
    let short = |hasher: &blake3::Hasher| hasher.finalize().to_hex()[..16].to_owned();
    Prints { pages: short(&pages), styles: short(&styles) }
}

fn add(hasher: &mut blake3::Hasher, parts: &[&[u8]]) {
    for part in parts {
        hasher.update(&(part.len() as u64).to_le_bytes());
        hasher.update(part);
    }
}

/// Length and time of a file that is published as it is: pictures are large, and only shown.
fn stamp(file: &Path) -> String {
    file.metadata().map_or_else(|_| String::new(), |data| format!("{} {:?}", data.len(), data.modified().ok()))
}

/// What reading found, so that a file that cannot be read any more counts as a change.
fn said(report: &Report) -> String {
    report
        .diagnostics()
        .iter()
        .map(|found| format!("{} {:?} {:?}\n", found.code.word(), found.path, found.span))
        .collect()
}

/// Findings without a site have no places.
struct Nowhere;

impl Places for Nowhere {
    fn path(&self, _: FileId) -> &str {
        ""
    }

    fn text(&self, _: FileId) -> &str {
        ""
    }
}
