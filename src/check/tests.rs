//! Small sites, each with one thing wrong.
