//! The page that is shown where there is none.

use crate::plan::parts::base::Frame;
use crate::plan::parts::link::Text;
use crate::plan::scope::Scope;
use crate::plan::view::view;

view! {
    /// `404.html`: page not found. Its links start at the root, since it stands for any address.
    pub struct NotFoundView {
        /// What to say.
        pub sentence: String,
    }
}

/// Page not found.
pub fn view(scope: &Scope<'_>) -> (Frame, NotFoundView) {
    let sentence = scope.word("not_found_sentence");
    let frame = Frame {
        heading: Text { text: scope.word("not_found"), lang: None },
        kicker: "404".to_owned(),
        description: sentence.clone(),
        ..Frame::default()
    };
    (frame, NotFoundView { sentence })
}
