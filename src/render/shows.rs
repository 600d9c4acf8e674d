//! Whose words a file shows: where only words of narratives are other than the last time, the other files are the same.

/// The narratives whose words a file shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Shows {
    /// None: titles and summaries are no words, other pages show them as well.
    NoWords,
    /// Those of one narrative, by its name among the words (`story/lima-asn`).
    Words(String),
    /// Those of any.
    AllWords,
}
