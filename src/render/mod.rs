//! Step 5: the plan becomes a bundle: a map from path to how its bytes are made.
//!
//! In: a [`SitePlan`] and the compiled theme. Out: a [`Bundle`]. Nothing is rendered until it is
//! asked for, so memory is bounded by the facts and `serve` renders one page at a time.

mod brand;
mod bundle;
mod contents;
mod files;
mod make;
mod named;
pub mod outputs;
mod pictures;
mod share;
mod shows;
mod template_problem;
mod theme;
mod whole;

pub use bundle::{Bundle, RenderProblem};
pub use shows::Shows;
pub use theme::Theme;
