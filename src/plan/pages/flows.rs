//! The page of all flows between regions.

use crate::plan::charts::matrix::{MatrixView, matrix};
use crate::plan::parts::base::Frame;
use crate::plan::parts::link::{LinkView, Text};
use crate::plan::scope::Scope;
use crate::plan::view::view;

view! {
    /// `flows.html`: from where to where.
    pub struct FlowsPageView {
        /// The flows; none where there are none between regions of the map.
        pub matrix: Option<MatrixView>,
    }
}

/// The page.
pub fn view(scope: &Scope<'_>) -> (Frame, FlowsPageView) {
    let matrix = matrix(scope);
    let index = scope.routes.index("regions", scope.lang).filter(|_| scope.plan.has_index("regions"));
    let frame = Frame {
        heading: Text { text: scope.word("flows_heading"), lang: None },
        kicker: scope.word("nav_regions"),
        description: matrix.as_ref().map_or_else(String::new, |matrix| matrix.sentence.clone()),
        crumbs: index.map(|path| LinkView::to(scope.word("nav_regions"), scope.href(&path))).into_iter().collect(),
        section: "regions".to_owned(),
        ..Frame::default()
    };
    (frame, FlowsPageView { matrix })
}
