//! How long each step took.

use crate::diag::Bilingual;
use crate::pipeline::Step;
use std::collections::BTreeMap;
use std::sync::OnceLock;
use std::time::{Duration, Instant};

/// The time since it was first asked.
pub(in crate::cli) fn since_start() -> Duration {
    static START: OnceLock<Instant> = OnceLock::new();
    START.get_or_init(Instant::now).elapsed()
}

/// Sums the time of each step; a step may begin more than once.
pub(in crate::cli) struct Stopwatch {
    began: Instant,
    current: Option<(Step, Instant)>,
    spent: BTreeMap<Step, Duration>,
}

impl Stopwatch {
    /// Starts.
    pub(in crate::cli) fn start() -> Self {
        Self { began: Instant::now(), current: None, spent: BTreeMap::new() }
    }

    /// A step begins, and the one before it ends.
    pub(in crate::cli) fn begin(&mut self, step: Step) {
        self.end();
        self.current = Some((step, Instant::now()));
    }

    /// The last step ends.
    pub(in crate::cli) fn end(&mut self) {
        if let Some((step, since)) = self.current.take() {
            *self.spent.entry(step).or_default() += since.elapsed();
        }
    }

    /// Since the start.
    pub(in crate::cli) fn whole(&self) -> Duration {
        self.began.elapsed()
    }

    /// One line with the time of every step.
    pub(in crate::cli) fn line(&self) -> Bilingual {
        let words = |name: fn(Step) -> (&'static str, &'static str), first: bool| {
            let step = |(step, spent): (&Step, &Duration)| {
                let (id, en) = name(*step);
                format!("{} {:.3} s", if first { id } else { en }, spent.as_secs_f64())
            };
            self.spent.iter().map(step).collect::<Vec<_>>().join(" · ")
        };
        Bilingual::new(words(name, true), words(name, false))
    }
}

fn name(step: Step) -> (&'static str, &'static str) {
    match step {
        Step::Read => ("baca", "read"),
        Step::Check => ("periksa", "check"),
        Step::Derive => ("hitung", "derive"),
        Step::Plan => ("susun", "plan"),
        Step::Render => ("tema", "render"),
        Step::Publish => ("terbitkan", "publish"),
    }
}
