//! The files of the search index: JSON that a script of the page reads, without names where names would cost bytes.

use crate::plan::outputs::{Posting, SearchHead, SearchIndex, SearchPart, Summary, Word};
use serde::{Serialize, Serializer};
use serde_json::{Value, json};
use std::io::{self, Write};

/// Writes one file of the index.
///
/// # Errors
/// What the stream says.
pub fn write(index: SearchIndex<'_>, part: SearchPart, out: impl Write) -> io::Result<()> {
    let mut json = serde_json::Serializer::new(out);
    match part {
        SearchPart::Head => head(&index.head()).serialize(&mut json)?,
        SearchPart::Words(file) => json.collect_map(index.words(file).iter().map(word))?,
        SearchPart::Endings(file) => json.collect_map(index.endings(file).map(word))?,
        SearchPart::Stems(file) => json.collect_seq(index.stems(file).iter().map(stem))?,
        SearchPart::Records(file) => json.collect_seq(index.records(file).map(result))?,
    }
    Ok(())
}

fn head(head: &SearchHead<'_>) -> Value {
    let kinds: Vec<Value> = head.kinds.iter().map(|kind| json!([kind.word, kind.title, kind.first])).collect();
    json!({
        "version": head.version,
        "total": head.total,
        "together": head.together,
        "kinds": kinds,
        "words": head.words,
        "endings": head.endings,
        "stems": head.stems,
        "stop": head.stop,
        "suffixes": head.suffixes,
        "prefixes": head.prefixes,
    })
}

/// A word with the number of its stem; mere stems have it negative, less one.
fn word(word: &Word) -> (&str, i64) {
    let stem = i64::from(word.stem);
    (&word.text, if word.written { stem } else { -stem - 1 })
}

/// The lists of a stem without the empty ones at the end; a number at the end says how many records are in none.
fn stem(posting: &Posting) -> Value {
    let filled = posting.lists.iter().rposition(|list| !list.is_empty()).map_or(0, |last| last + 1);
    match posting.left_out {
        0 => json!(posting.lists[..filled]),
        left_out => posting.lists.iter().map(|list| json!(list)).chain([json!(left_out)]).collect(),
    }
}

fn result(record: Summary) -> Value {
    match record.lang {
        None => json!([record.title, record.href, record.context]),
        Some(lang) => json!([record.title, record.href, record.context, lang]),
    }
}
