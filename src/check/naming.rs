//! Where the name of a record stands: its id, every reference, every link to its page. For renaming.
//!
//! The places come from the same reading that checks: what a reference leads to is decided by the
//! index, never by looking for a word in the text.

use super::index::{Found, Index, Origin, split_prefix};
use super::kinds::ANY;
use super::narrative::{RawNarrative, joined};
use super::record::Context;
use super::references::each;
use super::rules::addresses::{Ground, pages_of};
use super::secrets::Secrets;
use super::table::{Gathered, RawRecord, gather};
use super::tables::{Findings, Tables};
use super::yaml::{Node, Value};
use super::{media, settings, site};
use crate::diag::{FileId, Places, Report, Span, suggest};
use crate::options::Options;
use crate::read::Sources;
use crate::text::markdown::scan;
use crate::value::{Kind, Lang, RecordRef};

/// Every place where a record is named.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Naming {
    /// The bytes that hold the id and nothing else: in the record itself and in references.
    pub ids: Vec<Span>,
    /// Links to its pages and files: the bytes of the address, and what stands there afterwards.
    pub links: Vec<(Span, String)>,
    /// The files of a narrative: their names hold the id.
    pub files: Vec<FileId>,
    /// Its pages today, the default language first, without leading slash.
    pub pages: Vec<String>,
    /// Where `aliases` are written.
    pub aliases: Option<AliasPlace>,
}

/// Where an alias is put, and how.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AliasPlace {
    /// Before this byte.
    pub at: Span,
    /// What stands before all aliases, between two, and after the last.
    pub around: [String; 3],
}

/// Why there is nothing to rename.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unnamed {
    /// No record of that kind has the id; these are close.
    Unknown(Vec<String>),
    /// The new id belongs to a record already.
    Taken,
}

/// Finds every place of the record `old` of `kind`, which is to be called `new`.
///
/// # Errors
/// That there is no such record, or that the new id is taken.
pub fn naming(sources: &Sources, options: &Options, kind: Kind, old: &str, new: &str) -> Result<Naming, Unnamed> {
    let mut report = Report::new();
    let mut gathered = gather(sources, &mut Secrets::default(), &mut report);
    let records = std::mem::take(&mut gathered.records);
    let languages =
        gathered.settings.as_ref().map_or_else(Vec::new, |(_, node)| settings::languages(node, &mut report));
    let default = languages.first().map_or("", Lang::as_str).to_owned();
    let index = Index::new(&records, &gathered, &default, options, sources, &mut report);
    let Found::One(target) = index.find(&[kind], old) else {
        let close = suggest(old, index.public_ids(&[kind])).into_iter().map(str::to_owned).collect();
        return Err(Unnamed::Unknown(close));
    };
    // Two kinds may share an id, but references without their kind could no longer be told apart.
    if index.find(&Kind::ALL, new) != Found::Nothing {
        return Err(Unnamed::Taken);
    }
    let context = Context::new(languages, &index, media(sources), sources, sources.files.len());
    let site = site(sources, &gathered, &context, options, &mut report);
    let own = index.slot(target).and_then(|slot| match slot.origin {
        Origin::Record(at) => records.get(at),
        Origin::Narrative(_) => None,
    });
    let aliases = own.and_then(|record| aliases_of(record, sources));
    let tables = Tables::read(&context, records, options, &mut Findings::default());
    let ground = Ground {
        site: site.as_ref(),
        tables: &tables,
        index: &index,
        theme: &sources.theme,
        raw: &sources.raw,
        places: sources,
    };
    let mut finder = Finder { sources, index: &index, target, old, new, naming: Naming::default() };
    let slug = match kind {
        Kind::Story => tables.stories.get(target.at()).and_then(Option::as_ref).and_then(|one| one.slug.clone()),
        Kind::Page => tables.pages.get(target.at()).and_then(Option::as_ref).and_then(|one| one.slug.clone()),
        _ => None,
    };
    if slug.is_none() {
        finder.naming.pages = pages_of(target, &ground);
    }
    finder.own(&index, aliases);
    each(&tables, &mut |reference| {
        let is_record = Kind::RECORDS.contains(&reference.from.kind);
        if reference.target == target && is_record {
            finder.id_within(reference.span);
        }
    });
    finder.settings(&gathered);
    for raw in &gathered.narratives {
        finder.front(raw);
        finder.body(raw);
    }
    let mut naming = finder.naming;
    naming.ids.sort_unstable();
    naming.ids.dedup();
    Ok(naming)
}

/// Where a record takes up an old address: beside those it has, or after its id.
fn aliases_of(record: &RawRecord<'_>, sources: &Sources) -> Option<AliasPlace> {
    let id = record.field("id")?;
    let text = sources.text(id.value.span.file);
    Some(match record.field("aliases") {
        Some(field) => beside(&field.value, field.name_span(), text),
        None => after_id(id.span(), text),
    })
}

struct Finder<'f, 's> {
    sources: &'s Sources,
    index: &'f Index<'s>,
    target: RecordRef,
    old: &'f str,
    new: &'f str,
    naming: Naming,
}

impl Finder<'_, '_> {
    /// The record itself.
    fn own(&mut self, index: &Index<'_>, aliases: Option<AliasPlace>) {
        let Some(slot) = index.slot(self.target) else { return };
        match &slot.origin {
            Origin::Record(_) => {
                self.id_within(Some(slot.span));
                self.naming.aliases = aliases;
            }
            Origin::Narrative(files) => {
                self.naming.files = files.iter().map(|raw| raw.file).collect();
                self.naming.aliases = files.first().map(|raw| {
                    let field = raw.front.fields().unwrap_or_default().iter().find(|field| field.name == "aliases");
                    match field {
                        Some(field) => beside(&field.value, field.name_span(), self.text(raw.file)),
                        None => {
                            let first = raw.text.find('\n').map_or(0, |at| at + 1);
                            let around = ["aliases: [", ", ", "]\n"].map(str::to_owned);
                            AliasPlace { at: Span::new(raw.file, first, first), around }
                        }
                    }
                });
            }
        }
    }

    fn text(&self, file: FileId) -> &str {
        self.sources.files.get(file.0 as usize).map_or("", |file| &file.text)
    }

    /// The id alone within a reference: without quotes and `kind:`.
    fn id_within(&mut self, span: Option<Span>) {
        let Some(span) = span else { return };
        let text = self.text(span.file).get(span.start as usize..span.end as usize).unwrap_or_default();
        if let Some(at) = text.rfind(self.old) {
            let start = span.start as usize + at;
            self.naming.ids.push(Span::new(span.file, start, start + self.old.len()));
        }
    }

    /// A page may stand in the menu.
    fn settings(&mut self, gathered: &Gathered<'_>) {
        let Some((_, node)) = gathered.settings.as_ref().filter(|_| self.target.kind == Kind::Page) else { return };
        let fields = node.fields().unwrap_or_default();
        for item in fields.iter().filter(|field| field.name == "navigation").flat_map(|field| texts(&field.value)) {
            if item.text().is_some_and(|text| text.text == self.old) {
                self.id_within(Some(item.span));
            }
        }
    }

    fn is_target(&self, word: &str) -> bool {
        let (kinds, id) = split_prefix(word.trim(), ANY);
        id == self.old && self.index.find(&kinds, id) == Found::One(self.target)
    }

    fn front(&mut self, raw: &RawNarrative<'_>) {
        for field in raw.front.fields().unwrap_or_default() {
            let kinds: &[Kind] = match &*field.name {
                "about" => ANY,
                "sources" => &[Kind::Source],
                _ => continue,
            };
            for item in texts(&field.value) {
                let word = item.text().map_or("", |text| text.text.trim());
                let (kinds, id) = split_prefix(word, kinds);
                if id == self.old && self.index.find(&kinds, id) == Found::One(self.target) {
                    self.id_within(Some(item.span));
                }
            }
        }
    }

    fn body(&mut self, raw: &RawNarrative<'_>) {
        let scan = scan(raw.text.get(raw.body..).unwrap_or_default());
        for binding in &scan.bindings {
            if self.is_target(&binding.target) {
                let start = raw.body + binding.key_range.start;
                let written = raw.text.get(start..raw.body + binding.key_range.end).unwrap_or_default();
                let end = start + written.find('#').unwrap_or(written.len());
                self.id_within(Some(Span::new(raw.file, start, end)));
            }
        }
        let path = self.sources.files.get(raw.file.0 as usize).map_or("", |file| file.path.as_str());
        for reference in scan.references.iter().filter(|reference| !reference.image) {
            let span = Span::new(raw.file, raw.body + reference.range.start, raw.body + reference.range.end);
            let is_plain = raw.text.get(span.start as usize..span.end as usize) == Some(reference.address.as_str());
            if let Some(right) = self.address(&reference.address, path).filter(|_| is_plain) {
                self.naming.links.push((span, right));
            }
        }
    }

    /// The address of the renamed page, if `address` leads to it.
    fn address(&self, address: &str, from: &str) -> Option<String> {
        let end = address.find(['#', '?']).unwrap_or(address.len());
        let (path, rest) = address.split_at(end);
        if let Some(wanted) = path.strip_prefix('/') {
            let page = self.naming.pages.iter().find(|page| wanted.starts_with(page.as_str()))?;
            let folder = page.trim_end_matches('/').strip_suffix(self.old)?;
            return Some(format!("/{folder}{}/{}{rest}", self.new, &wanted[page.len()..]));
        }
        if path.ends_with(".md") && !self.naming.files.is_empty() {
            let full = joined(from, path);
            let is_own = self
                .naming
                .files
                .iter()
                .any(|file| self.sources.files.get(file.0 as usize).is_some_and(|file| file.path == full));
            let at = path.rfind('/').map_or(0, |at| at + 1);
            let name = path[at..].strip_prefix(self.old).filter(|_| is_own)?;
            return Some(format!("{}{}{name}{rest}", &path[..at], self.new));
        }
        None
    }
}

/// The single values of a list, or the one value.
fn texts<'n, 's>(node: &'n Node<'s>) -> Vec<&'n Node<'s>> {
    match &node.value {
        Value::List(items) => items.iter().collect(),
        Value::Text(_) => vec![node],
        Value::Empty | Value::Table(_) => Vec::new(),
    }
}

/// Before the first alias that is there already.
fn beside(list: &Node<'_>, name: Span, text: &str) -> AliasPlace {
    let start = list.span.start as usize;
    let written = text.get(start..).unwrap_or_default();
    if written.starts_with('[') {
        let is_empty = matches!(&list.value, Value::List(items) if items.is_empty());
        let around = ["", ", ", if is_empty { "" } else { ", " }].map(str::to_owned);
        return AliasPlace { at: Span::new(name.file, start + 1, start + 1), around };
    }
    match &list.value {
        Value::List(items) if !items.is_empty() => {
            let first = items[0].span.start as usize;
            let line = text.get(..first).and_then(|before| before.rfind('\n')).map_or(0, |at| at + 1);
            let indent: String = text.get(line..first).unwrap_or_default().to_owned();
            let around = [String::new(), format!("\n{indent}"), format!("\n{indent}")];
            AliasPlace { at: Span::new(name.file, first, first), around }
        }
        _ => {
            let end = name.end as usize + 1;
            AliasPlace { at: Span::new(name.file, end, end), around: [" [", ", ", "]"].map(str::to_owned) }
        }
    }
}

/// A field of its own, after the id: on the same line in braces, else on a line of its own.
fn after_id(id: Span, text: &str) -> AliasPlace {
    let end = id.end as usize;
    let line = text.get(..id.start as usize).and_then(|before| before.rfind('\n')).map_or(0, |at| at + 1);
    let before = text.get(line..id.start as usize).unwrap_or_default();
    if before.contains('{') {
        let around = [", aliases: [", ", ", "]"].map(str::to_owned);
        return AliasPlace { at: Span::new(id.file, end, end), around };
    }
    let rest = text.get(end..).unwrap_or_default();
    let last = end + rest.find(['\n', '\r']).unwrap_or(rest.len());
    let indent = " ".repeat(before.chars().count());
    let line_end = if rest.get(last - end..).is_some_and(|rest| rest.starts_with('\r')) { "\r\n" } else { "\n" };
    let around = [format!("{line_end}{indent}aliases: ["), ", ".to_owned(), "]".to_owned()];
    AliasPlace { at: Span::new(id.file, last, last), around }
}
