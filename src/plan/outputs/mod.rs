//! What stands beside the pages: tables, feeds, calendars, each as a closed value.
//!
//! In: the plan and a page of it. Out: values that `render/outputs` writes without asking anything
//! more. `has_data`, `has_feed` and `has_calendar` say cheaply whether a page has them, so that a
//! page links to exactly what is made.

mod presence;
