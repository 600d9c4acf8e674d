//! Ids for new records, made of what is known of them.

use super::draft::Draft;
use crate::check::ids::Known;
use crate::value::{ID_LENGTH, Kind, slugify};

/// An id that nobody has yet; `None` where nothing is known that could make one.
pub fn propose(draft: &Draft, known: &[Known]) -> Option<String> {
    let year = draft.year().unwrap_or_default();
    let of = |fields: &[&str]| fields.iter().filter_map(|field| draft.text(field)).collect::<Vec<_>>().join(" ");
    let words = match draft.kind {
        Kind::Region | Kind::Institution | Kind::Topic => draft.words("name")?.to_owned(),
        Kind::Program | Kind::Story | Kind::Page => draft.words("title")?.to_owned(),
        Kind::Source => format!("{} {}", draft.words("publisher")?, draft.text("published").or(draft.words("title"))?),
        Kind::Cohort | Kind::Visit => format!("{} {year}", of(&["origin", "host"])),
        Kind::Placement => of(&["cohort", "host"]),
        Kind::Training => match draft.words("title") {
            Some(title) => format!("{title} {year}"),
            None => format!("{} {year}", of(&["kind", "origin", "host"])),
        },
        Kind::Outcome => match draft.words("title") {
            Some(title) => title.to_owned(),
            None => format!("{} {}", of(&["of"]), draft.text("kind").unwrap_or("hasil")),
        },
        Kind::Evaluation => format!("{} {}", of(&["of"]), draft.words("indicator")?),
        Kind::Correction => of(&["records", "date"]),
        Kind::Statement => return None,
    };
    let slug = slugify(&words);
    (!slug.is_empty()).then(|| free(slug, draft.kind, known))
}

/// The slug itself, or with the first number that makes it nobody's.
fn free(slug: String, kind: Kind, known: &[Known]) -> String {
    if !is_taken(&slug, kind, known) {
        return slug;
    }
    let numbered = (2_u32..).map(|number| {
        let end = format!("-{number}");
        let room = ID_LENGTH - end.len();
        format!("{}{end}", slug.get(..room).unwrap_or(&slug).trim_end_matches('-'))
    });
    numbered.into_iter().find(|id| !is_taken(id, kind, known)).unwrap_or(slug)
}

/// Whether a record has the id already. Regions and institutions share one space of names.
pub fn is_taken(id: &str, kind: Kind, known: &[Known]) -> bool {
    known.iter().any(|known| known.id == id && (known.kind == kind || known.kind.is_party() && kind.is_party()))
}

#[cfg(test)]
mod tests {
    use super::propose;
    use crate::check::ids::Known;
    use crate::diag::{FileId, Span};
    use crate::edit::new::Draft;
    use crate::value::{Kind, is_id};

    fn proposed(kind: Kind, values: &[(&str, &str)], taken: &[(Kind, &str)]) -> Option<String> {
        let values = values.iter().map(|(field, text)| ((*field).to_owned(), (*text).to_owned())).collect();
        let known = |(kind, id): &(Kind, &str)| Known {
            kind: *kind,
            id: (*id).to_owned(),
            name: None,
            span: Span::new(FileId(0), 0, 0),
        };
        let known: Vec<Known> = taken.iter().map(known).collect();
        propose(&Draft { kind, id: None, values }, &known)
    }

    #[test]
    fn ids_are_made_of_what_is_known() {
        let cohort = [("origin", "[papua, bali]"), ("host", "kota-malang"), ("start", "2026-03-01")];
        assert_eq!(proposed(Kind::Cohort, &cohort, &[]).as_deref(), Some("papua-kota-malang-2026"));
        assert_eq!(proposed(Kind::Region, &[("name", "Kota Malang")], &[]).as_deref(), Some("kota-malang"));
        let named = [("name", "{id: \"Tata ruang\", en: Planning}")];
        assert_eq!(proposed(Kind::Topic, &named, &[]).as_deref(), Some("tata-ruang"));
        assert_eq!(proposed(Kind::Region, &[], &[]), None);
        assert_eq!(proposed(Kind::Statement, &[("speaker", "S")], &[]), None);
    }

    #[test]
    fn an_id_that_somebody_has_gets_a_number() {
        let name = [("name", "Kota Malang")];
        let taken = [(Kind::Institution, "kota-malang"), (Kind::Region, "kota-malang-2")];
        assert_eq!(proposed(Kind::Region, &name, &taken).as_deref(), Some("kota-malang-3"));
        assert_eq!(proposed(Kind::Region, &name, &[(Kind::Topic, "kota-malang")]).as_deref(), Some("kota-malang"));
        let long = "a".repeat(90);
        let id = proposed(Kind::Topic, &[("name", &long)], &[(Kind::Topic, &long[..80])]).unwrap();
        assert!(is_id(&id) && id.ends_with("-2"), "{id}");
    }
}
