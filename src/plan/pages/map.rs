//! The pages of the map: one a measure.

use crate::plan::charts::map::{MapView, map};
use crate::plan::charts::measure::MapMeasure;
use crate::plan::parts::base::Frame;
use crate::plan::parts::link::{LinkView, Text};
use crate::plan::scope::Scope;
use crate::plan::view::view;

view! {
    /// `map.html`: a measure on the map.
    pub struct MapPageView {
        /// The map; none where no region has a tile.
        pub map: Option<MapView>,
    }
}

/// The page of the measure at `place`; beyond the measures those of the outlines follow.
pub fn view(scope: &Scope<'_>, place: u32) -> (Frame, MapPageView) {
    let (at, outlined) = MapMeasure::of_page(place);
    let map = map(scope, MapMeasure::at(at), outlined);
    let index = scope.routes.index("regions", scope.lang).filter(|_| scope.plan.has_index("regions"));
    let frame = Frame {
        heading: Text { text: map.as_ref().map_or_else(String::new, |map| map.title.clone()), lang: None },
        kicker: scope.word("map_kicker"),
        description: map.as_ref().map_or_else(String::new, |map| map.sentence.clone()),
        crumbs: index.map(|path| LinkView::to(scope.word("nav_regions"), scope.href(&path))).into_iter().collect(),
        section: "regions".to_owned(),
        ..Frame::default()
    };
    (frame, MapPageView { map })
}
