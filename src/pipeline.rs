//! The one file that knows all six steps.

use crate::options::Options;

/// Runs the steps.
pub fn build(options: &Options) {
    let _ = options;
}
