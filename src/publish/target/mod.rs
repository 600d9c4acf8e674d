//! Where a site goes. A folder today.

mod commit;
mod compare;
mod exchange;
mod folder;
mod stage;
mod staging;

pub(in crate::publish) use commit::commit;
pub(in crate::publish) use folder::{Folder, is_left_over};
pub(in crate::publish) use stage::stage;
pub(in crate::publish) use staging::PREFIX as STAGING;
