//! The outlines of regions: the one file of `media/` that is also read.

use super::decode::text_of;
use super::{OutlineFile, RawFile};
use crate::diag::Report;

/// The address below `content/` under which the file is found. Like every file of `media/` it is published only where a
/// text links to it: the map is drawn from it and does not need it.
const ADDRESS: &str = "media/outlines.geojson";

/// Reads the outlines, if the site has any. That they cannot be read goes to the report.
pub(in crate::read) fn outlines(raw: &[RawFile], report: &mut Report) -> Option<OutlineFile> {
    let file = raw.iter().find(|file| file.address == ADDRESS)?;
    let path = format!("content/{ADDRESS}");
    match text_of(&file.from, &path) {
        Ok(decoded) => Some(OutlineFile { path, text: decoded.text }),
        Err(finding) => {
            report.push(*finding);
            None
        }
    }
}
