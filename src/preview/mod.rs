//! Beside the six steps: the site while it is being written.
//!
//! In: [`crate::options::Options`] and a listener on this machine. Out: pages, made when they are asked for; nothing
//! is written to disk.
//!
//! 1. `watch` tells when something below `content/` or `themes/` may have changed;
//! 2. `revise` hands other words and numbers to the site that stands; `rebuild` reads everything again and, where
//!    anything differs, raises the site anew beside the one that stands;
//! 3. `standing` is a site that stands: a thread that owns all its nouns and answers questions about it, until
//!    the next one takes its place;
//! 4. `stage` holds which site stands now and what was found last, and tells the open pages;
//! 5. `server` takes requests (`request`): `hosts` says whom it answers, `address` which file an address means, `answer` makes
//!    the response, `marks` puts the bar of the preview into every page.
//!
//! An error never takes the last good site away: the pages stay, and say what is wrong with the next one.

mod address;
mod answer;
mod browser;
mod edit_link;
mod findings;
mod hosts;
mod marks;
mod nearest;
mod rebuild;
mod request;
mod revise;
mod server;
mod stage;
mod standing;
mod watch;
mod words;

pub use rebuild::{News, preview};
pub use server::{Bound, bind};
