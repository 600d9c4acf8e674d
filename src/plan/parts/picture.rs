//! Pictures of `media/` as pages show them: the files in several widths, and how large they are.

use crate::plan::scope::Scope;
use crate::plan::view::view;
use crate::text::markdown::Shown;

view! {
    /// A picture in several widths.
    pub struct PictureView {
        /// The address of the file for those who choose none, relative to this page.
        pub src: String,
        /// All files with their widths, for `srcset`; empty where there is one.
        pub srcset: String,
        /// The width in pixels of the widest.
        pub width: u32,
        /// The height in pixels of the widest.
        pub height: u32,
    }
}

/// A width that suits a column: what is taken where the browser chooses nothing.
const PLAIN: u32 = 960;

/// How wide the text of a narrative is: the measure of the default theme, on a phone all but the margins.
const COLUMN: &str = "(min-width: 48rem) 44rem, calc(100vw - 2.5rem)";

/// The picture at `path` below `media/`; none for a document, or what is not published.
pub fn picture(scope: &Scope<'_>, path: &str) -> Option<PictureView> {
    let picture = scope.facts.media.get(path)?.as_ref()?;
    let widths = picture.widths();
    let href = |width: &u32| scope.href(&picture.file(path, *width));
    let widest = widths.last()?;
    let plain = widths.iter().rev().find(|width| **width <= PLAIN).or(widths.first())?;
    let all: Vec<String> = widths.iter().map(|width| format!("{} {width}w", href(width))).collect();
    Some(PictureView {
        src: href(plain),
        srcset: if all.len() > 1 { all.join(", ") } else { String::new() },
        width: *widest,
        height: picture.height_at(*widest),
    })
}

/// The picture within a narrative.
pub fn shown(scope: &Scope<'_>, path: &str, lazy: bool) -> Option<Shown> {
    let view = picture(scope, path)?;
    Some(Shown { src: view.src, srcset: view.srcset, sizes: COLUMN.to_owned(), size: (view.width, view.height), lazy })
}

/// Where a link to a file of `media/` leads: to a document, or to the widest file of a picture.
pub fn medium_href(scope: &Scope<'_>, path: &str) -> Option<String> {
    let file = match scope.facts.media.get(path)? {
        Some(picture) => picture.file(path, *picture.widths().last()?),
        None => format!("media/{path}"),
    };
    Some(scope.href(&file))
}
