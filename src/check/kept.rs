//! A checked site that is kept while it is looked at, so that other words and numbers need no other check.

use super::catalog::{Catalog, Site};
use super::narrative::Retold;
use super::outlines::Outline;
use super::recount::{Recount, Recounted};
use super::tables::Tables;
use crate::text::Messages;
use crate::value::{Kind, Lang, Picture};
use std::collections::BTreeMap;

/// What a check without errors leaves: all of the catalog, not yet given away.
#[derive(Debug)]
pub struct Kept {
    tables: Tables,
    site: Site,
    messages: Vec<(Lang, Messages)>,
    media: BTreeMap<String, Option<Picture>>,
    outlines: Vec<Outline>,
}

impl Kept {
    pub(in crate::check) fn new(
        tables: Tables,
        site: Site,
        messages: Vec<(Lang, Messages)>,
        media: BTreeMap<String, Option<Picture>>,
        outlines: Vec<Outline>,
    ) -> Option<Self> {
        tables.is_whole().then_some(Self { tables, site, messages, media, outlines })
    }

    /// The catalog itself.
    pub fn into_catalog(self) -> Option<Catalog> {
        self.tables.into_catalog(self.site, self.messages, self.media, self.outlines)
    }

    /// A copy of the catalog.
    pub fn catalog(&self) -> Option<Catalog> {
        let (site, messages) = (self.site.clone(), self.messages.clone());
        self.tables.clone().into_catalog(site, messages, self.media.clone(), self.outlines.clone())
    }

    /// The same with other words.
    pub fn retold(mut self, retold: &[Retold]) -> Self {
        for Retold { file, body } in retold {
            let narratives = self.tables.stories.iter_mut().chain(&mut self.tables.pages).flatten();
            if let Some(text) = narratives.flat_map(|one| &mut one.texts).find(|text| text.file == *file) {
                text.body.clone_from(body);
            }
        }
        self
    }

    /// The same with other numbers. Rules about numbers only warn; the check of everything tells what they say.
    pub fn recounted(mut self, recounts: &[Recount]) -> Self {
        for record in recounts.iter().flat_map(|recount| &recount.records) {
            self.tables.count_anew(record);
        }
        self
    }
}

impl Tables {
    /// Gives a record its numbers and its place.
    fn count_anew(&mut self, now: &Recounted) {
        let (id, value) = (now.id.as_str(), |at: usize| now.counts[at].as_ref().map(|count| count.value));
        match now.kind {
            Kind::Cohort => {
                if let Some(record) = find(&mut self.cohorts, |record| &record.common.id.value, id) {
                    let [participants, applicants, selected, completed] = now.counts.as_slice() else { return };
                    record.participants.clone_from(participants);
                    record.applicants.clone_from(applicants);
                    record.selected.clone_from(selected);
                    record.completed.clone_from(completed);
                    record.common.span = now.span;
                }
            }
            Kind::Placement => {
                if let Some(record) = find(&mut self.placements, |record| &record.common.id.value, id) {
                    (record.count, record.common.span) = (value(0), now.span);
                }
            }
            Kind::Visit => {
                if let Some(record) = find(&mut self.visits, |record| &record.common.id.value, id) {
                    (record.delegates, record.common.span) = (value(0), now.span);
                }
            }
            Kind::Training => {
                if let Some(record) = find(&mut self.trainings, |record| &record.common.id.value, id) {
                    (record.participants, record.hours, record.common.span) = (value(0), value(1), now.span);
                }
            }
            _ => {}
        }
    }
}

/// The record with an id; lists are sorted by it.
fn find<'t, T>(list: &'t mut [Option<T>], id_of: impl Fn(&T) -> &String, id: &str) -> Option<&'t mut T> {
    let at =
        list.binary_search_by(|record| record.as_ref().map_or("", |record| id_of(record).as_str()).cmp(id)).ok()?;
    list[at].as_mut()
}
