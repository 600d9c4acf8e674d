//! What pages share: each file one part, its shape and how it is made.

pub mod base;
pub mod card;
pub mod child;
pub mod columns;
pub mod figure;
pub mod file_link;
pub mod glance;
pub mod group;
pub mod imprint;
pub mod item;
pub mod language;
pub mod link;
pub mod narrative;
pub mod navigation;
pub mod pager;
pub mod picture;
pub mod referrer;
pub mod related;
pub mod row;
pub mod sentence;
pub mod share;
pub mod short_list;
pub mod source;
pub mod statement;
pub mod subject;
pub mod whole_list;
