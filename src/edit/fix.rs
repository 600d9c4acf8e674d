//! The repairs that findings bring along.

use super::patch::{Patch, PatchProblem, Plan};
use crate::diag::Report;
use crate::read::Sources;
use std::path::Path;

/// The patch that mends what can be mended in one round; empty if nothing can.
///
/// Of two repairs that touch each other the first one counts; the next check brings the other.
///
/// # Errors
/// What stands in the way of writing.
pub fn fix(report: &Report, sources: &Sources, root: &Path) -> Result<Patch, PatchProblem> {
    let mut plan = Plan::default();
    for fix in report.diagnostics().iter().filter_map(|finding| finding.fix.as_ref()) {
        if plan.add(&fix.edits) {
            plan.cleaned.extend(&fix.cleaned);
        }
    }
    plan.patch(sources, root)
}
