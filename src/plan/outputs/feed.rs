//! News as a feed: stories and corrections, newest first.

use super::Outputs;
use crate::derive::facts::Facts;
use crate::plan::{PlannedPage, names};
use crate::value::{Kind, Lang, PartialDate, RecordRef};
use chrono::TimeZone;

/// Readers of feeds ask often: the newest entries are enough, older ones are on the site.
const ENTRIES: usize = 50;

/// A feed (RFC 4287).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Feed {
    /// Its title.
    pub title: String,
    /// What the site is.
    pub subtitle: Option<String>,
    /// Its language.
    pub lang: Lang,
    /// The absolute address of the feed; also its id.
    pub self_url: String,
    /// The absolute address of the page.
    pub page_url: String,
    /// The newest date among the entries, as RFC 3339 asks.
    pub updated: String,
    /// Who publishes.
    pub author: String,
    /// The publisher's site.
    pub author_url: Option<String>,
    /// The licence.
    pub rights: Option<String>,
    /// The entries, newest first.
    pub entries: Vec<FeedEntry>,
}

/// A story or correction.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FeedEntry {
    /// A lasting id: its absolute address, in the language of the feed.
    pub id: String,
    /// Its title.
    pub title: String,
    /// The language of the title and summary.
    pub lang: Lang,
    /// Where it stands, if it has a page.
    pub url: Option<String>,
    /// When it was published.
    pub published: String,
    /// When it was last changed.
    pub updated: String,
    /// Who wrote it.
    pub author: Option<String>,
    /// What it says in short.
    pub summary: Option<String>,
    /// Its kind: `story`, `correction`.
    pub category: &'static str,
}

impl Outputs<'_> {
    /// The feed beside a page; none where there is no news.
    pub fn feed(&self, page: &PlannedPage) -> Option<Feed> {
        if !self.plan.has_feed(page) {
            return None;
        }
        let facts = self.plan.facts();
        let news = self.plan.news(page);
        let mut dated: Vec<(PartialDate, RecordRef)> =
            news.filter_map(|record| date_of(facts, record).map(|date| (date, record))).collect();
        dated.sort_by(|(a, one), (b, other)| b.sort_key().cmp(&a.sort_key()).then(one.cmp(other)));
        dated.truncate(ENTRIES);
        let entries: Vec<FeedEntry> =
            dated.iter().map(|(date, record)| self.entry(*date, *record, &page.lang)).collect();
        let updated =
            dated.iter().map(|(date, record)| changed(facts, *date, *record)).max_by_key(|date| date.first())?;
        let site = names::localized(facts, &facts.site.title, &page.lang).text;
        let publisher = facts.site.publisher.as_ref();
        Some(Feed {
            title: self.beside_title(page),
            subtitle: facts.site.description.as_ref().map(|text| names::localized(facts, text, &page.lang).text),
            lang: page.lang.clone(),
            self_url: self.absolute(&format!("{}feed.xml", page.path)),
            page_url: self.absolute(&page.path),
            updated: moment(facts, updated),
            author: publisher.map_or(site, |publisher| names::localized(facts, &publisher.name, &page.lang).text),
            author_url: publisher.and_then(|publisher| publisher.url.clone()),
            rights: facts.site.license.clone(),
            entries,
        })
    }

    fn entry(&self, date: PartialDate, record: RecordRef, lang: &Lang) -> FeedEntry {
        let facts = self.plan.facts();
        let url = self.plan.routes().path(record, lang).map(|path| self.absolute(&path));
        let home = self.plan.routes().home(lang);
        let id =
            url.clone().unwrap_or_else(|| self.absolute(&format!("{home}#{}-{}", record.kind, facts.head(record).id)));
        let named = names::name(facts, record, lang);
        let summary = facts.head(record).summary.as_ref().map(|text| names::localized(facts, text, lang).text);
        let (title, title_lang, summary, author) = match record.kind {
            Kind::Story => {
                let fact = &facts.stories[record.at()];
                let text = fact.texts.iter().find(|text| text.lang == *lang).or(fact.texts.first());
                match text {
                    Some(text) => {
                        let summary = text.summary.clone().or(summary);
                        (text.title.clone(), text.lang.clone(), summary, fact.author.clone())
                    }
                    None => (named.text, named.lang, summary, fact.author.clone()),
                }
            }
            _ => {
                let fact = &facts.corrections[record.at()];
                let [what, why] = [&fact.what, &fact.why].map(|text| names::localized(facts, text, lang).text);
                (named.text, named.lang, summary.or(Some(format!("{what} {why}"))), None)
            }
        };
        FeedEntry {
            id,
            title,
            lang: title_lang,
            url,
            published: moment(facts, date),
            updated: moment(facts, changed(facts, date, record)),
            author,
            summary,
            category: record.kind.singular(),
        }
    }
}

/// The date of a story or correction; none of a story that has none.
pub(super) fn date_of(facts: &Facts, record: RecordRef) -> Option<PartialDate> {
    match record.kind {
        Kind::Story => facts.stories.get(record.at())?.date,
        _ => facts.corrections.get(record.at()).map(|fact| fact.date),
    }
}

fn changed(facts: &Facts, date: PartialDate, record: RecordRef) -> PartialDate {
    facts.head(record).updated.filter(|updated| updated.first() > date.first()).unwrap_or(date)
}

/// The start of the first day that a date can mean, in the site's zone: RFC 3339 has no partial dates.
fn moment(facts: &Facts, date: PartialDate) -> String {
    let midnight = date.first().and_time(chrono::NaiveTime::MIN);
    match facts.site.time_zone.from_local_datetime(&midnight).earliest() {
        Some(moment) => moment.to_rfc3339_opts(chrono::SecondsFormat::Secs, false),
        None => format!("{}T00:00:00Z", date.first()),
    }
}
