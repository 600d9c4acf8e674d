//! Which record a page is about, and where that record stands: what the preview says of a page.

use super::{ListId, Owner, PageKind, PlannedPage, SitePlan};
use crate::diag::{FileId, Span};
use crate::value::{Kind, RecordRef};

/// Where a page comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Origin {
    /// Its record; the whole file for a story or standing page.
    pub place: Place,
    /// It is a draft or under embargo, and there only because drafts were asked for.
    pub draft: bool,
}

/// A place in the sources.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// A record.
    Record(Span),
    /// A narrative, in the language of the page.
    File(FileId),
}

impl Place {
    /// The file.
    pub fn file(self) -> FileId {
        match self {
            Self::Record(span) => span.file,
            Self::File(file) => file,
        }
    }
}

impl SitePlan<'_> {
    /// The record or narrative of a page; none for indexes, years and the front page; of a list it is its owner.
    pub fn origin(&self, page: &PlannedPage) -> Option<Origin> {
        let record = match (page.kind, page.list) {
            (PageKind::Record(kind), _) => RecordRef { kind, index: page.subject },
            (PageKind::RegionYear, _) => RecordRef { kind: Kind::Region, index: page.subject },
            (_, Some(ListId { owner: Owner::Record(record), .. })) => record,
            _ => return None,
        };
        let facts = self.facts();
        let (kind, head) = (record.kind, facts.head(record));
        let narratives = match kind {
            Kind::Story => &facts.stories,
            Kind::Page => &facts.pages,
            _ => return Some(Origin { place: Place::Record(head.place?), draft: head.draft }),
        };
        let texts = &narratives.get(record.at())?.texts;
        let text = texts.iter().find(|text| text.lang == page.lang).or(texts.first())?;
        Some(Origin { place: Place::File(text.file), draft: head.draft })
    }
}
