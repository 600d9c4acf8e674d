//! `terbit serve`.

use super::console::{Console, Volume};
use super::exit::Exit;
use super::interrupt;
use super::memory;
use super::session::Session;
use super::shared_args::{MessageLang, SharedArgs, instant_of, web_address};
use super::words;
use crate::diag::{Counts, Places, Report};
use crate::preview::{News, bind, preview};
use crate::read::{Sources, is_site, read};
use chrono::{DateTime, FixedOffset};
use clap::{Args, ColorChoice};
use std::path::PathBuf;
use std::sync::Mutex;
use std::time::Instant;

/// Show the site while you write it: a saved change is seen at once in the open page
///
/// The site is served on this machine only; a page is made when it is asked for, and nothing is written to disk.
/// Where there are errors the last good page stays, and says what is wrong. Ctrl-C ends it.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  terbit serve                    http://127.0.0.1:8080/
  terbit serve --open --drafts    in the browser, with what is not published yet
  terbit serve --root magang --port 9000")]
pub(in crate::cli) struct Serve {
    /// The folder that holds content/ and themes/
    #[arg(long, value_name = "FOLDER", default_value = ".")]
    root: PathBuf,

    /// The port; if it is taken, the next free one (0: any)
    #[arg(short, long, default_value_t = 8080)]
    port: u16,

    /// Open the site in the browser
    #[arg(long)]
    open: bool,

    /// Drafts and records under embargo are shown too, with a mark
    #[arg(long)]
    drafts: bool,

    /// The address of the site, in place of base_url in content/site.yaml: its path is kept
    #[arg(long, value_name = "URL", value_parser = web_address)]
    base_url: Option<String>,

    /// The clock, with offset or zone: decides what is under embargo and what lies ahead
    #[arg(long, value_name = "INSTANT", value_parser = instant_of)]
    now: Option<DateTime<FixedOffset>>,

    /// Warnings are errors
    #[arg(long)]
    strict: bool,

    /// Say only what is wrong
    #[arg(short, long)]
    quiet: bool,

    /// Colours in messages
    #[arg(long, value_name = "WHEN", default_value = "auto")]
    color: ColorChoice,

    /// The language of messages [default: the site's, else the locale's, else English]
    #[arg(long, value_name = "LANGUAGE")]
    lang: Option<MessageLang>,
}

impl Serve {
    /// Runs the command; it ends with Ctrl-C.
    pub(in crate::cli) fn run(self) -> Exit {
        memory::give_back_at_once();
        let (port, wants_browser, lang) = (self.port, self.open, self.lang);
        let session = match Session::open(self.shared()) {
            Ok(session) => session,
            Err(exit) => return exit,
        };
        if !is_site(&session.options.root) {
            // In the wrong folder nothing would ever show.
            let mut report = Report::new();
            let _ = read(&session.options, &mut report);
            session.console.report(&report, None);
            return Exit::Usage;
        }
        let console = session.console;
        interrupt::end_on_press();
        let bound = match bind(port) {
            Ok(bound) => bound,
            Err(error) => {
                console.fail(&words::no_port(port, &error));
                return Exit::Usage;
            }
        };
        if port != 0 && bound.address.port() != port {
            console.say(&words::port_taken(port, bound.address.port()));
        }
        let teller = Teller { address: format!("http://{}", bound.address), wants_browser, state: Mutex::default() };
        let fallback = console.lang.clone();
        let lang = lang.map(|lang| lang.tag().to_owned());
        let is_fixed = lang.is_some();
        preview(session.options, bound, lang, fallback, Box::new(move |news| teller.tell(&news, &console, is_fixed)));
        Exit::Done
    }

    fn shared(self) -> SharedArgs {
        SharedArgs {
            base_url: self.base_url,
            drafts: self.drafts,
            now: self.now,
            strict: self.strict,
            quiet: self.quiet,
            color: self.color,
            lang: self.lang,
            ..SharedArgs::at(self.root)
        }
    }
}

/// Says what becomes of the preview.
struct Teller {
    address: String,
    wants_browser: bool,
    state: Mutex<Told>,
}

#[derive(Default)]
struct Told {
    began: Option<Instant>,
    is_open: bool,
}

impl Teller {
    fn tell(&self, news: &News<'_>, console: &Console, is_fixed: bool) {
        let Ok(mut state) = self.state.lock() else { return };
        let mut console = console.clone();
        let mut speak_like = |sources: Option<&Sources>| {
            let site = sources.and_then(Sources::default_language);
            if let Some(lang) = site.filter(|lang| !is_fixed && matches!(*lang, "id" | "en")) {
                lang.clone_into(&mut console.lang);
            }
        };
        match news {
            News::Began => state.began = Some(Instant::now()),
            News::Stands(pages, report, sources) => {
                speak_like(Some(sources));
                if console.volume > Volume::Quiet {
                    console.report(report, Some(*sources as &dyn Places));
                }
                let took = state.began.map(|began| began.elapsed()).unwrap_or_default();
                console.say(&words::stands(*pages, Counts::of(report), took));
                self.open(&mut state, &console);
            }
            News::Broken(report, sources) => {
                speak_like(*sources);
                console.report(report, sources.map(|sources| sources as &dyn Places));
                console.say(&words::broken(Counts::of(report)));
                self.open(&mut state, &console);
            }
            News::Unwatched(reason) => console.fail(&words::unwatched(reason)),
        }
    }

    /// Once there is something to see: says where.
    fn open(&self, state: &mut Told, console: &Console) {
        if std::mem::replace(&mut state.is_open, true) {
            return;
        }
        console.say(&words::serving(&self.address));
        if self.wants_browser && open::that_detached(&self.address).is_err() {
            console.fail(&words::no_browser(&self.address));
        }
    }
}
