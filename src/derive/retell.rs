//! Facts of which only the words of a narrative are other: nothing is counted from words, so nothing is counted again.

use super::facts::Facts;
use crate::check::Retold;

/// Gives the facts their new words.
pub fn retell(facts: &mut Facts, retold: Vec<Retold>) {
    for Retold { file, body } in retold {
        let narratives = facts.stories.iter_mut().chain(&mut facts.pages);
        if let Some(text) = narratives.flat_map(|one| &mut one.texts).find(|text| text.file == file) {
            text.telling.body = body;
        }
    }
}
