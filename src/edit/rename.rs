//! A new id for a record: in the record, in every reference, in links; the old address becomes an alias.

use super::patch::{Patch, PatchProblem, Plan};
use crate::check::naming::{Naming, Unnamed, naming};
use crate::diag::Edit;
use crate::options::Options;
use crate::read::Sources;
use crate::value::{Kind, is_id};

/// Why a record is not renamed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RenameProblem {
    /// The new id is no id.
    NoId,
    /// No record has the old id; these are close.
    Unknown(Vec<String>),
    /// The new id belongs to another record.
    Taken,
    /// The files cannot be changed.
    Patch(PatchProblem),
}

/// The patch that calls the record `old` of `kind` `new` from now on.
///
/// # Errors
/// That there is no such record, that the new id is no id or taken, or what stands in the way of writing.
pub fn rename(sources: &Sources, options: &Options, kind: Kind, old: &str, new: &str) -> Result<Patch, RenameProblem> {
    if !is_id(new) {
        return Err(RenameProblem::NoId);
    }
    if old == new {
        return Err(RenameProblem::Taken);
    }
    let found = naming(sources, options, kind, old, new).map_err(|unnamed| match unnamed {
        Unnamed::Unknown(close) => RenameProblem::Unknown(close),
        Unnamed::Taken => RenameProblem::Taken,
    })?;
    let mut plan = Plan::default();
    for span in &found.ids {
        plan.add(&[Edit { span: *span, text: new.to_owned() }]);
    }
    for (span, address) in &found.links {
        plan.add(&[Edit { span: *span, text: address.clone() }]);
    }
    plan.add(&alias(&found));
    for file in &found.files {
        let Some(source) = sources.files.get(file.0 as usize) else { continue };
        let at = source.path.rfind('/').map_or(0, |at| at + 1);
        if let Some(rest) = source.path[at..].strip_prefix(old) {
            plan.moved.insert(*file, format!("{}{new}{rest}", &source.path[..at]));
        }
    }
    plan.patch(sources, &options.root).map_err(RenameProblem::Patch)
}

/// The old addresses, put among the aliases of the record.
fn alias(found: &Naming) -> Vec<Edit> {
    let Some(place) = found.aliases.as_ref().filter(|_| !found.pages.is_empty()) else { return Vec::new() };
    let [before, between, after] = &place.around;
    let pages: Vec<String> = found.pages.iter().map(|page| format!("/{page}")).collect();
    vec![Edit { span: place.at, text: format!("{before}{}{after}", pages.join(between)) }]
}
