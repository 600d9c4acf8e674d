//! The rules of section 4 of the content model, each on a small invented site.

mod activities;
mod figures;
mod fixture;
mod ids;
mod people;
mod privacy;
mod properties;
mod regions;
mod say;
mod spec;
