//! One rule, one file.
