//! One number over the facts: where it is the same, so is everything that is made of them.
//!
//! The steps above see nothing but facts, so this number stands for all content, however it is split over files, and for
//! the clock. The compiler keeps it whole: every fact says how it is hashed, field by field, and a new field that is not
//! asked for fails to compile. The words of narratives are told apart, because only their own pages and the index of the
//! search show them.

use super::facts::{Facts, NarrativeFact};
use crate::value::{Kind, RecordRef};
use rayon::prelude::*;
use std::collections::BTreeMap;
use std::hash::{Hash, Hasher};

/// The facts in numbers (BLAKE3).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Digest {
    /// Everything but the words of narratives.
    pub ground: [u8; 32],
    /// The words of each story and standing page, by kind and id: `story/lima-asn`.
    pub words: BTreeMap<String, [u8; 32]>,
}

impl Facts {
    /// The facts in numbers.
    pub fn digest(&self) -> Digest {
        let records = |kind, facts: &[NarrativeFact]| (0..facts.len()).map(move |at| RecordRef::new(kind, at));
        let stories = records(Kind::Story, &self.stories).zip(&self.stories);
        let pages = records(Kind::Page, &self.pages).zip(&self.pages);
        let words = stories.chain(pages).map(|(record, fact)| (self.telling_of(record), words(fact)));
        Digest { ground: ground(self), words: words.collect() }
    }

    /// What the words of a narrative are called in [`Digest::words`].
    pub fn telling_of(&self, narrative: RecordRef) -> String {
        format!("{}/{}", narrative.kind.singular(), self.head(narrative).id)
    }
}

fn words(fact: &NarrativeFact) -> [u8; 32] {
    let mut sponge = Sponge::default();
    for text in &fact.texts {
        (&text.lang, &text.telling).hash(&mut sponge);
    }
    sponge.squeeze()
}

fn ground(facts: &Facts) -> [u8; 32] {
    let Facts {
        site,
        messages,
        media,
        outlines,
        as_of,
        regions,
        institutions,
        programs,
        topics,
        sources,
        cohorts,
        placements,
        visits,
        trainings,
        outcomes,
        evaluations,
        statements,
        corrections,
        stories,
        pages,
        years,
        whole,
        referrers,
        seal: _,
    } = facts;
    let whole_site = || {
        let mut sponge = Sponge::default();
        (site, messages, media, as_of, years, whole).hash(&mut sponge);
        for (region, rings) in outlines {
            let bits = rings.iter().map(|ring| ring.iter().map(|point| point.map(f64::to_bits)).collect());
            (region, bits.collect::<Vec<Vec<[u64; 2]>>>()).hash(&mut sponge);
        }
        sponge.squeeze()
    };
    let referring: Vec<[u8; 32]> = referrers.iter().map(|of_kind| list(of_kind)).collect();
    let lists = || {
        [
            list(regions),
            list(institutions),
            list(programs),
            list(topics),
            list(sources),
            list(cohorts),
            list(placements),
            list(visits),
            list(trainings),
            list(outcomes),
            list(evaluations),
            list(statements),
            list(corrections),
            list(stories),
            list(pages),
        ]
    };
    let (whole_site, lists) = rayon::join(whole_site, lists);
    let mut sponge = Sponge::default();
    (whole_site, referring, lists).hash(&mut sponge);
    sponge.squeeze()
}

/// Records that are hashed in one go by one thread.
const PIECE: usize = 16;

/// A list in a number; pieces in parallel, order kept.
fn list<T: Hash + Sync>(records: &[T]) -> [u8; 32] {
    let of_piece = |piece: &[T]| {
        let mut sponge = Sponge::default();
        piece.hash(&mut sponge);
        sponge.squeeze()
    };
    let pieces: Vec<[u8; 32]> = records.par_chunks(PIECE).map(of_piece).collect();
    let mut sponge = Sponge::default();
    pieces.hash(&mut sponge);
    sponge.squeeze()
}

/// Takes up what the `Hash` of a value gives out, and turns it into a number that nobody can meet by chance.
#[derive(Default)]
struct Sponge {
    hasher: blake3::Hasher,
    /// Values come in by a few bytes; BLAKE3 likes many at once.
    waiting: Vec<u8>,
}

/// So many bytes wait at most.
const MANY: usize = 1 << 16;

impl Sponge {
    fn squeeze(mut self) -> [u8; 32] {
        *self.hasher.update(&self.waiting).finalize().as_bytes()
    }
}

impl Hasher for Sponge {
    fn write(&mut self, bytes: &[u8]) {
        self.waiting.extend_from_slice(bytes);
        if self.waiting.len() >= MANY {
            self.hasher.update(&self.waiting);
            self.waiting.clear();
        }
    }

    /// The short number of the trait; [`Sponge::squeeze`] gives the long one.
    fn finish(&self) -> u64 {
        let mut hasher = self.hasher.clone();
        let hash = hasher.update(&self.waiting).finalize();
        hash.as_bytes().iter().take(8).fold(0, |number, byte| number << 8 | u64::from(*byte))
    }
}
