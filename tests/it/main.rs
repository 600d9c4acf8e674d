//! The built program, from outside: whole sites in, files and messages out.
//!
//! `project.rs` is the builder that every test uses. What a single function promises is tested
//! beside that function; here stands only what needs the whole.
#![allow(clippy::disallowed_methods, reason = "tests make, read and compare files of their own")]

mod browser;
mod build;
mod charts;
mod check;
mod data;
mod determinism;
mod diff;
mod docs;
mod escape;
mod faults;
mod fix;
mod formats;
mod generated;
mod golden;
mod hostile;
mod html;
mod init;
mod kill;
mod links;
mod lists;
mod media;
mod narratives;
mod new;
mod policy;
mod progress;
mod project;
mod real_content;
mod recompute;
mod rename;
mod rules;
mod scale;
mod schema;
mod secrets;
mod serve;
mod share;
mod shells;
mod styles;
mod themes;
mod tutorial;
mod validators;
mod warm;
mod workflows;
mod yaml;
