//! Programs run in turns: one after the other, again and again, so that whatever slows the machine slows all of them.

use crate::Fallible;
use crate::contender::Contender;
use crate::place::{Size, empty, settle, size, write_list};
use crate::statistics::Values;
use crate::timed::{Timed, run};
use std::path::{Path, PathBuf};

/// How turns are taken.
pub struct Turns<'t> {
    /// Where the outputs lie.
    pub folder: &'t Path,
    /// Whether that is on disk, so that each waits until the one before has been written out.
    pub on_disk: bool,
    pub turns: usize,
    pub hugo_turns: usize,
}

/// What a contender took: one run a turn, as many as it took part in, from the first turn on.
pub struct Runs {
    pub contender: Contender,
    pub runs: Vec<Timed>,
    pub size: Size,
}

impl Runs {
    /// The seconds of its runs.
    pub fn seconds(&self) -> Values {
        Values::new(self.runs.iter().map(|run| run.seconds))
    }

    /// The most memory that any of its runs held.
    pub fn peak(&self) -> Option<f64> {
        Values::new(self.runs.iter().filter_map(|run| run.peak)).most()
    }

    /// How many times as long as `other` it took, turn by turn.
    pub fn times(&self, other: &Self) -> Values {
        Values::new(self.runs.iter().zip(&other.runs).map(|(own, other)| own.seconds / other.seconds))
    }
}

impl Turns<'_> {
    /// Where Terbit's site is left for those that copy it.
    pub fn site(&self) -> PathBuf {
        self.folder.join("site")
    }

    /// The list that the write limit writes; made of Terbit's first site.
    pub fn list(&self) -> PathBuf {
        self.folder.join("list")
    }

    /// Runs all of them in turns. Terbit is the first.
    pub fn take(&self, contenders: Vec<Contender>) -> Fallible<Vec<Runs>> {
        let mut all: Vec<Runs> = contenders
            .into_iter()
            .map(|contender| Runs { contender, runs: Vec::new(), size: Size::default() })
            .collect();
        for turn in 0..self.turns {
            for one in &mut all {
                if !matches!(one.contender, Contender::Hugo { .. }) || turn < self.hugo_turns {
                    self.take_one(turn, one)?;
                }
            }
            empty(&self.site())?;
        }
        all.retain(|one| !one.runs.is_empty());
        same_pages(&all)?;
        Ok(all)
    }

    fn take_one(&self, turn: usize, one: &mut Runs) -> Fallible<()> {
        let is_terbit = matches!(one.contender, Contender::Terbit { .. });
        let out = if is_terbit { self.site() } else { self.folder.join("other") };
        empty(&out)?;
        if self.on_disk {
            settle()?;
        }
        let timed = run(one.contender.command(&out), &self.folder.join("log"))?;
        eprintln!("  turn {}: {} {:.3} s", turn + 1, one.contender.name(), timed.seconds);
        one.runs.push(timed);
        if turn == 0 {
            one.size = size(&out);
            if is_terbit {
                write_list(&out, &self.list())?;
            }
        }
        if is_terbit { Ok(()) } else { Ok(empty(&out)?) }
    }
}

/// Those that make pages make the same number, copies make all files: else ratios would mean nothing.
fn same_pages(all: &[Runs]) -> Fallible<()> {
    let Some(first) = all.first() else { return Ok(()) };
    for one in all {
        let is_same = if one.contender.makes_pages() {
            one.size.pages == first.size.pages
        } else {
            (one.size.files, one.size.bytes) == (first.size.files, first.size.bytes)
        };
        if !is_same {
            let (name, own, other) = (one.contender.name(), one.size, first.size);
            return Err(format!("{name} makes {own:?} and Terbit {other:?}").into());
        }
    }
    Ok(())
}
