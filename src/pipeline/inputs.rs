//! Everything that the bytes of a site depend on, in numbers.

use super::Wish;
use crate::derive::{Digest, Facts};
use crate::publish::MadeOf;
use crate::read::Sources;

/// What the steps from `plan` on are given.
#[derive(Clone, Copy)]
pub(in crate::pipeline) struct Inputs<'r> {
    /// All content, the settings, the clock.
    pub(in crate::pipeline) facts: &'r Facts,
    /// The theme, and files that are copied as they are.
    pub(in crate::pipeline) sources: &'r Sources,
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
        hasher.update(format!("{:?}", wish.manner.precompress).as_bytes());
        for file in &self.sources.raw {
            hasher.update(file.address.as_bytes()).update(&[0]);
        }
        Some(MadeOf { ground: *hasher.finalize().as_bytes(), words })
    }
}
