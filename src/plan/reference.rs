//! The reference of what templates see, made of the types: `docs/views.md`.

use super::charts::{self, bar, by_year, flows, foot, ribbons, tiles, topics, upright};
use super::pages::{
    activity, cohort, correction, data, home, index, index_regions, index_terms, institution, list, map, not_found,
    outcome, placement, program, region, region_year, search, source, standing, story, topic, training, visit, year,
};
use super::parts::{
    base, child, columns, figure, file_link, group, item, language, link, navigation, picture, referrer, row, share,
    statement, subject,
};
use super::view::{Field, Shape};

/// A shape as the reference shows it.
struct Entry {
    name: &'static str,
    story: &'static str,
    fields: &'static [Field],
}

const fn entry<S: Shape>() -> Entry {
    Entry { name: S::NAME, story: S::STORY, fields: S::FIELDS }
}

/// What each template sees besides the frame, in the order of the content model.
const PAGES: [Entry; 23] = [
    entry::<home::HomeView>(),
    entry::<region::RegionView>(),
    entry::<region_year::RegionYearView>(),
    entry::<institution::InstitutionView>(),
    entry::<program::ProgramView>(),
    entry::<topic::TopicView>(),
    entry::<source::SourceView>(),
    entry::<cohort::CohortView>(),
    entry::<placement::PlacementView>(),
    entry::<visit::VisitView>(),
    entry::<training::TrainingView>(),
    entry::<outcome::OutcomeView>(),
    entry::<correction::CorrectionView>(),
    entry::<story::StoryView>(),
    entry::<standing::StandingView>(),
    entry::<index::IndexView>(),
    entry::<list::ListView>(),
    entry::<year::YearView>(),
    entry::<map::MapPageView>(),
    entry::<super::pages::flows::FlowsPageView>(),
    entry::<data::DataView>(),
    entry::<search::SearchView>(),
    entry::<not_found::NotFoundView>(),
];

/// What pages are made of.
const PARTS: [Entry; 72] = [
    entry::<activity::RecordHead>(),
    entry::<subject::SubjectView>(),
    entry::<referrer::ReferrersView>(),
    entry::<link::LinkView>(),
    entry::<link::Text>(),
    entry::<link::SourceMark>(),
    entry::<figure::FigureView>(),
    entry::<row::Row>(),
    entry::<group::GroupView>(),
    entry::<group::GroupPart>(),
    entry::<item::RecordItem>(),
    entry::<columns::Columns>(),
    entry::<statement::StatementView>(),
    entry::<statement::EvaluationView>(),
    entry::<by_year::ByYearView>(),
    entry::<by_year::YearLine>(),
    entry::<upright::YearColumns>(),
    entry::<upright::YearColumn>(),
    entry::<upright::ColumnPart>(),
    entry::<flows::FlowsView>(),
    entry::<flows::FlowView>(),
    entry::<flows::FlowRow>(),
    entry::<flows::PeopleView>(),
    entry::<flows::PeopleRow>(),
    entry::<ribbons::Ribbons>(),
    entry::<ribbons::Ribbon>(),
    entry::<topics::TopicsView>(),
    entry::<topics::TopicRow>(),
    entry::<bar::BarPiece>(),
    entry::<foot::ChartFoot>(),
    entry::<charts::map::MapView>(),
    entry::<charts::map::MapTile>(),
    entry::<charts::map::MapKey>(),
    entry::<charts::map::MapRow>(),
    entry::<charts::map::MapShape>(),
    entry::<charts::matrix::MatrixView>(),
    entry::<charts::matrix::MatrixHead>(),
    entry::<charts::matrix::MatrixCell>(),
    entry::<charts::matrix::FlowLine>(),
    entry::<charts::stages::StagesView>(),
    entry::<charts::stages::StageRow>(),
    entry::<list::ListGroup>(),
    entry::<charts::embed::ProsePart>(),
    entry::<charts::embed::EmbedView>(),
    entry::<tiles::MiniMap>(),
    entry::<tiles::MiniShape>(),
    entry::<region::HistoryLine>(),
    entry::<child::ChildRow>(),
    entry::<cohort::BreakdownView>(),
    entry::<cohort::BreakdownCell>(),
    entry::<cohort::PhaseView>(),
    entry::<story::CoverView>(),
    entry::<story::Translation>(),
    entry::<story::TocItem>(),
    entry::<index::IndexGroup>(),
    entry::<index_regions::RegionNode>(),
    entry::<index_terms::TermGroup>(),
    entry::<index_terms::Term>(),
    entry::<data::DataFile>(),
    entry::<data::DataTable>(),
    entry::<data::DataField>(),
    entry::<data::DataClass>(),
    entry::<search::SearchGroup>(),
    entry::<search::SearchLetter>(),
    entry::<search::SearchPartLink>(),
    entry::<super::parts::source::SourceItem>(),
    entry::<language::Twin>(),
    entry::<navigation::NavItem>(),
    entry::<file_link::FileLink>(),
    entry::<picture::PictureView>(),
    entry::<share::ShareView>(),
    entry::<share::ShareImage>(),
];

const OPENING: &str = "\
# What templates see

Made from the program's types by `terbit::plan::views_reference`; a test compares this file with it.

A template sees one closed value: the fields of the **frame**, the fields of **its page**, and two more,
`t` (the interface words of the page's language, by key) and `json_ld` (JSON for a
`<script type=\"application/ld+json\">`, ready to print). An unknown name is an error. Addresses are
relative to the page already. All text is escaped when printed; only `html` of stories and standing pages
is HTML and wants `| safe`.

What no template of a page names is left empty, since nobody could see it: a theme that shows little costs little. A template that
walks through whole values (`for key, value in`, `values`, `pairs`, `__tera_context`) gets everything.
";

/// The reference as Markdown.
pub fn views_reference() -> String {
    let mut out = OPENING.to_owned();
    out.push_str("\n## The frame\n");
    write(&mut out, &entry::<base::Base>(), 3);
    out.push_str("\n## Pages\n");
    for page in &PAGES {
        write(&mut out, page, 3);
    }
    out.push_str("\n## Parts\n");
    for part in &PARTS {
        write(&mut out, part, 3);
    }
    out
}

fn write(out: &mut String, entry: &Entry, level: usize) {
    out.push_str(&format!("\n{} {}\n\n{}\n\n", "#".repeat(level), entry.name, entry.story.trim()));
    out.push_str("| field | is | meaning |\n|---|---|---|\n");
    for field in entry.fields {
        let name = if is_flat(field) { "(its fields)".to_owned() } else { format!("`{}`", field.name) };
        out.push_str(&format!("| {name} | {} | {} |\n", plain_type(field.kind), field.meaning.trim()));
    }
}

/// Shapes whose fields stand among those of the page.
fn is_flat(field: &Field) -> bool {
    matches!(field.kind, "RecordHead" | "SubjectView" | "ReferrersView")
}

/// A Rust type in the words of people who write templates.
fn plain_type(kind: &str) -> String {
    let kind: String = kind.chars().filter(|letter| !letter.is_whitespace()).collect();
    let inside = |prefix: &str| kind.strip_prefix(prefix).and_then(|rest| rest.strip_suffix('>'));
    if let Some(inner) = inside("Option<") {
        return format!("{}, or none", plain_type(inner));
    }
    if let Some(inner) = inside("Vec<") {
        return format!("list of {}", plain_type(inner));
    }
    match kind.as_str() {
        "String" | "Words" | "&'staticstr" => "text".to_owned(),
        "bool" => "yes or no".to_owned(),
        "usize" | "u32" | "u8" => "number".to_owned(),
        "Mention" => plain_type("LinkView"),
        other => format!("[{other}](#{})", other.to_lowercase()),
    }
}

#[cfg(test)]
mod tests {
    use super::views_reference;

    /// `TERBIT_BLESS=1 cargo test views` writes the file anew.
    #[test]
    #[expect(clippy::disallowed_methods, reason = "a test compares a file of the repository, and writes it when asked")]
    fn the_file_says_what_the_types_say() {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/views.md");
        let made = views_reference();
        if std::env::var_os("TERBIT_BLESS").is_some() {
            std::fs::write(path, &made).expect("docs/views.md can be written");
        }
        let written = std::fs::read_to_string(path).unwrap_or_default();
        assert_eq!(written, made, "TERBIT_BLESS=1 writes docs/views.md anew");
    }
}
