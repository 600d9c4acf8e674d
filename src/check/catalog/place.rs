//! Where somebody comes from or goes to.

use crate::diag::Span;
use crate::value::{Localized, RecordRef};

/// A party, or the words of the source with the region they roughly mean.
#[derive(Clone, Debug)]
pub struct Place {
    /// The region or institution; none where the words resolve to nothing.
    pub party: Option<RecordRef>,
    /// The words of the source.
    pub label: Option<Localized>,
    /// The place of the id, if there is one.
    pub party_span: Option<Span>,
    /// Where it is written.
    pub span: Span,
}
