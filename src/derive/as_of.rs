//! The day that the publication speaks of (content model, section 4, rule 9).

use crate::check::catalog::{Catalog, Common, When};
use crate::diag::Located;
use crate::value::PartialDate;
use chrono::NaiveDate;

/// The newest date of the records that is not after the clock. No output carries the time of the build.
pub(super) fn as_of(catalog: &Catalog, today: NaiveDate) -> Option<PartialDate> {
    let mut newest = Newest { today, date: None };
    for record in &catalog.regions {
        newest.common(&record.common);
    }
    for record in &catalog.institutions {
        newest.common(&record.common);
    }
    for record in &catalog.programs {
        newest.common(&record.common);
        newest.located(&record.start);
        newest.located(&record.end);
    }
    for record in &catalog.topics {
        newest.common(&record.common);
    }
    for record in &catalog.sources {
        newest.common(&record.common);
        newest.see(record.published);
    }
    for record in &catalog.cohorts {
        newest.activity(&record.common, &record.when);
    }
    for record in &catalog.placements {
        newest.activity(&record.common, &record.when);
    }
    for record in &catalog.visits {
        newest.activity(&record.common, &record.when);
    }
    for record in &catalog.trainings {
        newest.activity(&record.common, &record.when);
    }
    newest.results(catalog);
    newest.date
}

struct Newest {
    today: NaiveDate,
    date: Option<PartialDate>,
}

impl Newest {
    fn see(&mut self, date: Option<PartialDate>) {
        let Some(date) = date.filter(|date| date.first() <= self.today) else { return };
        if self.date.is_none_or(|newest| newest.sort_key() < date.sort_key()) {
            self.date = Some(date);
        }
    }

    fn located(&mut self, date: &Option<Located<PartialDate>>) {
        self.see(date.as_ref().map(|date| date.value));
    }

    fn common(&mut self, common: &Common) {
        self.see(common.updated);
    }

    fn activity(&mut self, common: &Common, when: &When) {
        self.common(common);
        self.located(&when.start);
        self.located(&when.end);
        self.located(&when.reported);
    }

    fn results(&mut self, catalog: &Catalog) {
        for record in &catalog.outcomes {
            self.common(&record.common);
            self.located(&record.date);
        }
        for record in &catalog.evaluations {
            self.common(&record.common);
            self.located(&record.date);
        }
        for record in &catalog.statements {
            self.common(&record.common);
            self.located(&record.date);
        }
        for record in &catalog.corrections {
            self.common(&record.common);
            self.see(Some(record.date.value));
        }
        for record in catalog.stories.iter().chain(&catalog.pages) {
            self.common(&record.common);
            self.located(&record.date);
        }
    }
}
