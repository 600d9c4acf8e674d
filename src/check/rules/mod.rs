//! One rule, one file.

pub mod personal_data;
