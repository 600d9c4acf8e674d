//! Charts: geometry and formatted values, made in Rust; the theme draws them as SVG.
//!
//! 1. `claim` says what may be claimed of a series of figures, `says` puts it into words: a sentence is never false;
//! 2. `scale` turns numbers into lengths, always from zero; `bar`, `upright`, `ribbons` turn lengths into shapes,
//!    `levels` numbers into shades, `tiles` places into squares;
//! 3. one file a chart puts them together: `by_year`, `flows`, `topics`, `stages`, `map` (of a `measure`),
//!    `matrix`. What they share of a site, tiles, outlines and flows, is made once: the `atlas`.
//!
//! `embed` puts them into narratives. `truth` reads sentences over random figures back and tries to find one that is false.
//!
//! Shapes are numbers as text (`12.5%`, `36.0`) for attributes, never for styles: the pages allow none. Words are HTML
//! or SVG text at reading size and are never scaled. No library draws: what is needed is a linear scale and four path
//! commands, and none that draws more writes a title, a description or a class.

pub mod atlas;
pub mod bar;
pub mod by_year;
pub mod claim;
pub mod embed;
pub mod flows;
pub mod foot;
pub mod levels;
pub mod map;
mod map_sentence;
pub mod matrix;
pub mod measure;
pub mod outlines;
pub mod pairs;
pub mod ribbons;
pub mod says;
pub mod scale;
pub mod stages;
pub mod tiles;
pub mod topics;
#[cfg(test)]
mod truth;
pub mod upright;
