//! A compiled theme.

use super::named::named;
use super::template_problem::problems;
use crate::diag::{Bilingual, Code, Diagnostic, Report};
use crate::plan::{Means, Named, PageKind};
use crate::read::ThemeFiles;
use crate::render::brand::Brand;
use crate::render::outputs::web_manifest::Icon;
use crate::render::share::Press;
use std::collections::BTreeSet;
use tera::ErrorKind;

/// Templates, compiled strictly: an unknown name is an error with its place.
pub struct Theme {
    tera: tera::Tera,
    kinds: BTreeSet<PageKind>,
    brand: Brand,
    press: Option<Press>,
    icons: Vec<Icon>,
    named: Named,
}

impl Theme {
    /// Compiles the templates; findings go to the report, `None` if any is an error.
    ///
    /// Templates get no functions and no filters beyond those of Tera: a page sees its View and nothing else.
    pub fn compile(files: &ThemeFiles, report: &mut Report) -> Option<Self> {
        let mut tera = tera::Tera::new();
        tera.autoescape_on([".html", ".xml"]);
        // In one go, since templates name each other in any order.
        let templates = files.templates.iter().map(|(name, text)| (name.as_str(), text.as_str()));
        if let Err(error) = tera.add_raw_templates(templates) {
            let mut found = Report::new();
            check_syntax(files, &mut found);
            if !found.has_errors() {
                push(&error, files, &mut found);
            }
            report.append(found);
            return None;
        }
        let brand = Brand::of(files, report);
        let press = press(files, brand, report);
        let has = |kind: &PageKind| files.templates.contains_key(&format!("{}.html", kind.template()));
        let kinds: BTreeSet<PageKind> = PageKind::ALL.into_iter().filter(has).collect();
        let named = named(&files.templates, &kinds);
        let icons = files.assets.keys().filter_map(|path| Icon::of(path)).collect();
        Some(Self { tera, kinds, brand, press, icons, named })
    }

    /// The page kinds that have a template.
    pub fn kinds(&self) -> &BTreeSet<PageKind> {
        &self.kinds
    }

    /// What can be made with it besides pages.
    pub fn means(&self) -> Means {
        Means { share_images: self.press.is_some(), icons: !self.icons.is_empty() }
    }

    /// The colors.
    pub(in crate::render) fn brand(&self) -> &Brand {
        &self.brand
    }

    /// The names that the templates of each kind of page use.
    pub fn named(&self) -> &Named {
        &self.named
    }

    /// What share images are made with; none where the theme has no fonts for them.
    pub(in crate::render) fn press(&self) -> Option<&Press> {
        self.press.as_ref()
    }

    /// The pictures that stand for the site.
    pub(in crate::render) fn icons(&self) -> &[Icon] {
        &self.icons
    }

    /// The templates.
    pub(in crate::render) fn tera(&self) -> &tera::Tera {
        &self.tera
    }
}

/// The fonts of `share/`. A theme without them makes no share images; one with broken ones is told so.
fn press(files: &ThemeFiles, brand: Brand, report: &mut Report) -> Option<Press> {
    let font = |name: &str| files.share.get(name);
    let (regular, bold) = (font("regular.ttf")?, font("bold.ttf")?);
    let press = Press::new(regular, bold, brand);
    if press.is_none() {
        let found = Diagnostic::about(
            Code::T004,
            format!("themes/{}/share", files.name),
            Bilingual::new("Fon di sini tidak dapat dibaca.", "The fonts here cannot be read."),
        );
        report.push(found.note(Bilingual::new(
            "regular.ttf dan bold.ttf harus berupa fon TrueType atau OpenType.",
            "regular.ttf and bold.ttf must be TrueType or OpenType fonts.",
        )));
    }
    press
}

/// Syntax errors of every template: alone, so that one does not hide the next.
fn check_syntax(files: &ThemeFiles, report: &mut Report) {
    for (name, text) in &files.templates {
        let Err(error) = tera::Tera::new().add_raw_template(name, text) else { continue };
        // Alone, a template misses every other; that is no finding.
        if matches!(error.kind(), ErrorKind::SyntaxError(_)) {
            push(&error, files, report);
        }
    }
}

fn push(error: &tera::Error, files: &ThemeFiles, report: &mut Report) {
    for problem in problems(error, "") {
        report.push(problem.diagnostic(&files.name));
    }
}

#[cfg(test)]
mod tests {
    use super::Theme;
    use crate::diag::{Code, Report};
    use crate::plan::PageKind;
    use crate::read::ThemeFiles;
    use crate::value::Kind;

    fn theme(templates: &[(&str, &str)]) -> ThemeFiles {
        let templates = templates.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned())).collect();
        ThemeFiles { name: "coba".to_owned(), templates, ..ThemeFiles::default() }
    }

    fn finding(templates: &[(&str, &str)]) -> (String, String) {
        let mut report = Report::new();
        assert!(Theme::compile(&theme(templates), &mut report).is_none());
        let found = &report.diagnostics()[0];
        assert_eq!(found.code, Code::T002);
        (found.path.clone().unwrap_or_default(), found.message.en.clone())
    }

    #[test]
    fn a_theme_makes_the_kinds_that_it_has_templates_for() {
        let mut report = Report::new();
        let files = theme(&[("base.html", "{% block b %}{% endblock %}"), ("region.html", "x"), ("404.html", "y")]);
        let theme = Theme::compile(&files, &mut report).expect("a theme");
        let kinds: Vec<PageKind> = theme.kinds().iter().copied().collect();
        assert_eq!(kinds, [PageKind::Record(Kind::Region), PageKind::NotFound]);
        assert!(report.diagnostics().is_empty());
    }

    #[test]
    fn errors_say_file_and_line() {
        let (path, message) = finding(&[("home.html", "a\n{% if %}")]);
        assert_eq!(path, "themes/coba/templates/home.html");
        assert!(message.contains("line 2"), "{message}");
    }

    #[test]
    fn one_error_does_not_hide_another() {
        let mut report = Report::new();
        let files = theme(&[("a.html", "{% if %}"), ("b.html", "{{ x "), ("c.html", "{% include \"a.html\" %}")]);
        assert!(Theme::compile(&files, &mut report).is_none());
        let paths: Vec<&str> = report.diagnostics().iter().filter_map(|found| found.path.as_deref()).collect();
        assert_eq!(paths, ["themes/coba/templates/a.html", "themes/coba/templates/b.html"]);
        let mut report = Report::new();
        let files = theme(&[("a.html", "{{ x | nix }}{{ y | nada }}"), ("b.html", "{% if x is nix %}{% endif %}")]);
        assert!(Theme::compile(&files, &mut report).is_none());
        assert_eq!(report.diagnostics().len(), 3);
    }

    #[test]
    fn unknown_names_are_errors_when_the_theme_loads() {
        for text in
            ["{{ x | nonsense }}", "{% extends \"none.html\" %}", "{% include \"none.html\" %}", "{{ <Nix /> }}"]
        {
            let (path, message) = finding(&[("home.html", text)]);
            assert_eq!(path, "themes/coba/templates/home.html", "{message}");
        }
    }
}
