//! Terbit turns records and narratives of a public programme into a public-information site.
//!
//! Six verbs, six nouns; each step takes the noun of the step before:
//!
//! ```text
//! read ──▶ check ──▶ derive ──▶ plan ──▶ render ──▶ publish
//!  Sources  Catalog   Facts    SitePlan   Bundle    Summary
//! ```
//!
//! `ARCHITECTURE.md` tells why, and what is deliberately absent.

#![warn(clippy::print_stdout, clippy::print_stderr)]
#![cfg_attr(test, allow(clippy::disallowed_methods, reason = "tests make folders of their own"))]

pub mod check;
pub mod cli;
pub mod compare;
pub mod derive;
pub mod diag;
pub mod edit;
pub mod options;
pub mod pipeline;
pub mod plan;
pub mod preview;
pub mod publish;
pub mod read;
pub mod render;
pub mod route;
pub mod text;
pub mod value;
