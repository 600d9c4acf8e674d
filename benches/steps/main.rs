//! The steps alone: parse, check, derive, plan, a page of each kind, Markdown, write. So that a change can be compared
//! with what was before it.
//!
//! ```sh
//! cargo bench --bench steps             # all
//! cargo bench --bench steps -- page     # those whose name holds a word
//! ```
//!
//! Steps before pages run on 1,000 invented records, pages and Markdown on the repository's own content, which has every
//! kind. Whole builds are compared with other programs by the `regions-job` benchmark.
#![allow(clippy::disallowed_methods, reason = "a benchmark writes files of its own")]

#[path = "../regions-job/generate/mod.rs"]
mod generate;
mod pages;
mod prose;
mod site;
mod steps;
mod write;

fn main() {
    divan::main();
}
