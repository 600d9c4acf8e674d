//! Who asks for which address. A001: two pages on one.

use super::page::{Language, has_page, page_of};
use super::{Addresses, Ground};
use crate::check::rules::aliases::{alias_page, bad_alias};
use crate::diag::{Bilingual, Code, Diagnostic, Located, Places, Report, Span};
use crate::value::{INNER_WORDS, Kind, RecordRef, default_segment, segment_word};

impl Addresses {
    /// The front page, the folders, charts and years of a language: whatever takes their place is in the wrong.
    pub(super) fn add_fixed(&mut self, language: &Language, ground: &Ground<'_>, report: &mut Report) {
        self.claim(language.prefix.clone(), None, ground.places, report);
        for folder in language.segments.values() {
            self.claim(folder.clone(), None, ground.places, report);
        }
        self.region_folders.extend(language.segments.get("regions").cloned());
        for word in ["map", "flows"].into_iter().filter(|word| has_page(ground.theme, word)) {
            let regions = language.segments.get("regions");
            let folder =
                regions.zip(default_segment(&language.lang, word)).map(|(folder, word)| format!("{folder}{word}/"));
            self.chart_folders.extend(folder);
        }
        self.numbered.extend(default_segment(&language.lang, "page"));
        if has_page(ground.theme, "list") {
            let kinds = language.segments.values().filter_map(|folder| folder.strip_prefix(&language.prefix));
            self.lists.extend(kinds.map(|folder| folder.trim_end_matches('/').to_owned()));
            let inner = INNER_WORDS.iter().filter_map(|(word, _)| default_segment(&language.lang, word));
            self.lists.extend(inner.map(str::to_owned));
        }
        if let Some(folder) = language.segments.get("years").filter(|_| has_page(ground.theme, "year")) {
            for year in self.years.clone() {
                self.claim(format!("{folder}{year}/"), None, ground.places, report);
            }
        }
    }

    /// The pages of records in a language.
    pub(super) fn add_records(&mut self, language: &Language, ground: &Ground<'_>, report: &mut Report) {
        for kind in Kind::ALL.into_iter().filter(|kind| has_page(ground.theme, kind.singular())) {
            match segment_word(kind).and_then(|word| language.segments.get(word)) {
                Some(folder) => self.add_kind(kind, folder, language, ground, report),
                None if kind == Kind::Page => self.add_kind(kind, &language.prefix, language, ground, report),
                None => {}
            }
        }
    }

    fn add_kind(&mut self, kind: Kind, folder: &str, language: &Language, ground: &Ground<'_>, report: &mut Report) {
        let narratives = match kind {
            Kind::Story => Some(&ground.tables.stories),
            Kind::Page => Some(&ground.tables.pages),
            _ => None,
        };
        for (at, slot) in ground.index.slots(kind).iter().enumerate().filter(|(_, slot)| !slot.hidden) {
            let narrative = narratives.and_then(|list| list.get(at)?.as_ref());
            let last = narrative.and_then(|narrative| narrative.slug.as_deref()).unwrap_or(&slot.id);
            let page = format!("{folder}{last}/");
            if narratives.is_some() {
                let shown = (RecordRef::new(kind, at), language.lang.clone());
                self.narratives.entry(page.clone()).or_insert(shown);
            }
            self.claim(page, Some(slot.span), ground.places, report);
        }
    }

    fn claim(&mut self, page: String, span: Option<Span>, places: &dyn Places, report: &mut Report) {
        match self.pages.get(&page) {
            Some(first) => {
                let other = first.map(|first| self.lines.place(first, places));
                report.push(two_on_one(&page, span, other));
            }
            None => {
                self.pages.insert(page, span);
            }
        }
    }

    /// A file that is copied.
    pub(super) fn add_raw(&mut self, address: &str, report: &mut Report) {
        let page = address.strip_suffix("index.html").unwrap_or(address);
        if self.pages.contains_key(page) {
            report.push(
                Diagnostic::about(
                    Code::A001,
                    format!("content/static/{address}"),
                    Bilingual::new(
                        format!("Alamat `/{address}` sudah dipakai sebuah halaman."),
                        format!("The address `/{address}` already belongs to a page."),
                    ),
                )
                .note(Bilingual::new("Ganti nama atau hapus berkas ini.", "Rename or remove this file.")),
            );
        }
        self.files.insert(address.to_owned());
    }

    /// Former addresses.
    pub(super) fn add_aliases(&mut self, ground: &Ground<'_>, report: &mut Report) {
        let base = ground.site.map_or("", |site| site.base_url.as_str());
        for (target, common) in ground.tables.commons(ground.index) {
            for alias in &common.aliases {
                match alias_page(&alias.value) {
                    Some(page) if !common.hidden => {
                        if let Some(now) = page_of(target, &page, ground) {
                            self.moved.insert(page.clone(), now);
                        }
                        self.add_alias(page, alias, ground.places, report);
                    }
                    Some(_) => {}
                    None => report.push(bad_alias(alias, base)),
                }
            }
        }
    }

    fn add_alias(&mut self, page: String, alias: &Located<String>, places: &dyn Places, report: &mut Report) {
        if self.files.contains(&page) {
            report.push(two_on_one(&page, Some(alias.span), None).of_field("aliases"));
        } else {
            self.claim(page, Some(alias.span), places, report);
        }
    }
}

fn two_on_one(page: &str, span: Option<Span>, first: Option<String>) -> Diagnostic {
    let message = Bilingual::new(
        format!("Dua halaman memakai alamat `/{page}`."),
        format!("Two pages share the address `/{page}`."),
    );
    let finding = match span {
        Some(span) => Diagnostic::at(Code::A001, span, message),
        None => Diagnostic::about(Code::A001, "content/site.yaml", message).of_field("segments"),
    };
    match first {
        Some(other) => {
            finding.note(Bilingual::new(
                format!("Yang lain ada di {other}; ubah `slug`, id atau alias salah satunya."),
                format!("The other is at {other}; change the `slug`, id or alias of one of them."),
            ))
        }
        None => finding.note(Bilingual::new(
            "Alamat itu milik bagian tetap situs; ubah `slug`, id, alias, atau `segments` di site.yaml.",
            "That address belongs to a fixed part of the site; change the `slug`, id, alias, or `segments` in site.yaml.",
        )),
    }
}
