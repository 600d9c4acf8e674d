//! A compiled theme.

use crate::diag::{Bilingual, Code, Diagnostic, Report};
use crate::plan::PageKind;
use crate::read::ThemeFiles;
use std::collections::BTreeSet;
use tera::ErrorKind;

/// Templates, compiled strictly: an unknown name is an error with its place.
pub struct Theme {
    tera: tera::Tera,
    kinds: BTreeSet<PageKind>,
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
            report.push(problem(&error, "").diagnostic(&files.name));
            return None;
        }
        let has = |kind: &PageKind| files.templates.contains_key(&format!("{}.html", kind.template()));
        Some(Self { tera, kinds: PageKind::ALL.into_iter().filter(has).collect() })
    }

    /// The page kinds that have a template.
    pub fn kinds(&self) -> &BTreeSet<PageKind> {
        &self.kinds
    }

    /// The templates.
    pub(in crate::render) fn tera(&self) -> &tera::Tera {
        &self.tera
    }
}

/// What is wrong in a template.
pub(in crate::render) struct TemplateProblem {
    file: String,
    line: Option<usize>,
    message: String,
}

/// Takes an error of the template engine apart; `file` is the template in hand where the error names none.
pub(in crate::render) fn problem(error: &tera::Error, file: &str) -> TemplateProblem {
    let (named, line, message) = match error.kind() {
        ErrorKind::SyntaxError(report) | ErrorKind::RenderingError(report) => {
            (report.filename().to_owned(), Some(report.span().start_line), report.message().to_owned())
        }
        ErrorKind::CircularExtend { tpl, .. } | ErrorKind::CircularInclude { tpl, .. } => {
            (tpl.clone(), None, error.to_string())
        }
        ErrorKind::MissingParent { current, .. } => (current.clone(), None, error.to_string()),
        ErrorKind::TemplateNotFound(name) => (name.clone(), None, error.to_string()),
        _ => (String::new(), None, error.to_string()),
    };
    let file = if named.is_empty() { file.to_owned() } else { named };
    TemplateProblem { file, line, message: message.trim_end().to_owned() }
}

impl TemplateProblem {
    /// `region.html, line 12: …`.
    pub(in crate::render) fn sentence(&self) -> String {
        match self.line {
            Some(line) => format!("{}, line {line}: {}", self.file, self.message),
            None => format!("{}: {}", self.file, self.message),
        }
    }

    fn diagnostic(&self, theme: &str) -> Diagnostic {
        let (id, en) = match self.line {
            Some(line) => (format!("Templat salah di baris {line}"), format!("The template is wrong on line {line}")),
            None => ("Templat salah".to_owned(), "The template is wrong".to_owned()),
        };
        let message = Bilingual::new(format!("{id}: {}", self.message), format!("{en}: {}", self.message));
        let path = format!("themes/{theme}/templates/{}", self.file);
        Diagnostic::about(Code::T002, path.trim_end_matches('/'), message)
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
    fn unknown_names_are_errors_when_the_theme_loads() {
        for text in
            ["{{ x | nonsense }}", "{% extends \"none.html\" %}", "{% include \"none.html\" %}", "{{ <Nix /> }}"]
        {
            let (path, message) = finding(&[("home.html", text)]);
            assert!(path.starts_with("themes/coba/templates/"), "{path}");
            assert!(!message.is_empty(), "{text}");
        }
    }
}
