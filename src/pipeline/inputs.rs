//! Everything that the bytes of a site depend on, in numbers; and whether the site that stands was made of the same.

use super::{Outcome, Wish};
use crate::derive::{Digest, Facts};
use crate::options::Options;
use crate::publish::{Budget, MadeOf, Progress, stands};
use crate::read::Sources;

/// What the steps from `plan` on are given.
#[derive(Clone, Copy)]
pub(in crate::pipeline) struct Inputs<'r> {
    /// All content, the settings, the clock.
    pub(in crate::pipeline) facts: &'r Facts,
    /// The theme, and files that are copied as they are.
    pub(in crate::pipeline) sources: &'r Sources,
    /// What pages may weigh: with another budget there may be other findings.
    pub(in crate::pipeline) budget: Budget,
}

impl Inputs<'_> {
    /// The numbers; none where it is not known which program this is.
    ///
    /// Of files that are copied only the addresses count: their bytes are compared at every run.
    pub(in crate::pipeline) fn made_of(self, wish: &Wish) -> Option<MadeOf> {
        let program = wish.program?;
        let Digest { ground, words } = self.facts.digest();
        let mut hasher = blake3::Hasher::new();
        hasher.update(&program).update(&ground).update(self.sources.theme.hash().as_bytes());
        hasher.update(format!("{:?} {:?}", wish.manner.precompress, self.budget).as_bytes());
        for file in &self.sources.raw {
            hasher.update(file.address.as_bytes()).update(&[0]);
        }
        Some(MadeOf { ground: *hasher.finalize().as_bytes(), words })
    }

    /// The end of a run that has nothing to do, because the site stands as it would be made.
    pub(in crate::pipeline) fn stand(
        self,
        options: &Options,
        made_of: &MadeOf,
        progress: &Progress,
    ) -> Option<Outcome> {
        let raw = &self.sources.raw;
        let source = |path: &str| {
            let at = raw.binary_search_by(|file| file.address.as_str().cmp(path)).ok()?;
            Some(raw[at].from.as_path())
        };
        stands(&options.output, made_of, &source, progress).map(Outcome::Published)
    }
}
