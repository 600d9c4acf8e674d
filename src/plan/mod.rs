//! Step 4: the facts become a plan of the site: every address, and what each page shows.
//!
//! In: [`Facts`] and the kinds of pages that the theme has templates for. Out: a [`SitePlan`]:
//! pages in address order, each with a closed [`View`] made when it is asked for.

mod charts;
mod directory;
mod json_ld;
mod layout;
mod listing;
mod lists;
mod mentions;
mod named;
pub mod names;
mod origin;
pub mod outputs;
mod page;
mod pages;
mod parts;
mod policy;
mod reference;
mod routes;
mod scope;
mod site_plan;
mod view;

pub use lists::{ListId, Owner, Which};
pub use named::{Named, TemplateWords, words_of};
pub use names::Name;
pub use origin::{Origin, Place};
pub use page::{PageKind, PlannedPage, View};
pub use parts::share::SIZE as SHARE_SIZE;
pub use policy::CONTENT_SECURITY_POLICY;
pub use reference::views_reference;
pub use routes::Routes;
pub use site_plan::{Means, SitePlan, Stays};

use crate::derive::Facts;
use std::collections::BTreeSet;

/// Plans the site. `kinds` are the page kinds that the theme can make, `named` what its templates name, `means` what else it
/// has.
pub fn plan<'f>(facts: &'f Facts, kinds: &BTreeSet<PageKind>, named: &Named, means: Means) -> SitePlan<'f> {
    SitePlan::new(facts, kinds, named.clone(), means)
}
