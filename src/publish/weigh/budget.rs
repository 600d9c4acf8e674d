//! What pages may weigh, and what is told of one that weighs more.

/// What pages may weigh, in bytes after gzip; no limit where there is none.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Budget {
    /// HTML and style sheets of a page.
    pub page: Option<u64>,
    /// Scripts of a page.
    pub script: Option<u64>,
    /// Everything that a page loads before it is scrolled: HTML, style sheets, scripts, fonts, pictures.
    pub first_view: Option<u64>,
}

/// What was weighed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Load {
    /// HTML and style sheets.
    Page,
    /// Scripts.
    Script,
    /// Everything before scrolling.
    FirstView,
}

/// A page over a budget.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Heavy {
    /// What was weighed.
    pub load: Load,
    /// The path of the page's file.
    pub path: String,
    /// Bytes after gzip.
    pub weight: u64,
    /// Bytes allowed.
    pub limit: u64,
    /// The heaviest parts, heaviest first: the anchor of a section or the path of a file, and its bytes.
    pub parts: Vec<(String, u64)>,
}
