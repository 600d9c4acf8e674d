//! What the preview brings into the browser: one script and one style sheet of its own.

/// Below this address lies what belongs to the preview and not to the site.
pub(in crate::preview) const HOME: &str = "/__terbit/";

/// The script: reloads, swaps style sheets, shows what is wrong.
pub(in crate::preview) const SCRIPT: &str = include_str!("preview.js");

/// The look of the bar and the overlay.
pub(in crate::preview) const STYLE: &str = include_str!("preview.css");
