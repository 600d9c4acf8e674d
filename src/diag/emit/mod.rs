//! The printers: one file a format. Text today.

mod text;

pub use text::{Style, print_report};
