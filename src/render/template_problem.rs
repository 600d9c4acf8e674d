//! What is wrong in a template: the engine's reports taken apart into file, line and sentence.

use crate::diag::{Bilingual, Code, Diagnostic};
use tera::ErrorKind;

/// Something wrong in a template.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::render) struct TemplateProblem {
    file: String,
    line: Option<usize>,
    message: String,
}

/// Everything that an error of the template engine says; `file` is the template in hand where it names none.
pub(in crate::render) fn problems(error: &tera::Error, file: &str) -> Vec<TemplateProblem> {
    let (named, line, message) = match error.kind() {
        ErrorKind::SyntaxError(report) | ErrorKind::RenderingError(report) => {
            (report.filename(), Some(report.span().start_line), report.message().to_owned())
        }
        ErrorKind::CircularExtend { tpl, .. } | ErrorKind::CircularInclude { tpl, .. } => {
            (tpl.as_str(), None, error.to_string())
        }
        ErrorKind::MissingParent { current, .. } => (current.as_str(), None, error.to_string()),
        ErrorKind::TemplateNotFound(name) => (name.as_str(), None, error.to_string()),
        ErrorKind::Msg(text) if text.starts_with(REPORT) => return reports(text),
        _ => ("", None, error.to_string()),
    };
    let file = if named.is_empty() { file } else { named };
    vec![TemplateProblem { file: file.to_owned(), line, message: message.trim_end().to_owned() }]
}

impl TemplateProblem {
    /// `region.html, line 12: …`.
    pub(in crate::render) fn sentence(&self) -> String {
        match self.line {
            Some(line) => format!("{}, line {line}: {}", self.file, self.message),
            None => format!("{}: {}", self.file, self.message),
        }
    }

    /// The finding about the template of `theme`.
    pub(in crate::render) fn diagnostic(&self, theme: &str) -> Diagnostic {
        let (id, en) = match self.line {
            Some(line) => (format!("Templat salah di baris {line}"), format!("The template is wrong on line {line}")),
            None => ("Templat salah".to_owned(), "The template is wrong".to_owned()),
        };
        let message = Bilingual::new(format!("{id}."), format!("{en}."));
        let said = self.message.replace('`', "'");
        let path = format!("themes/{theme}/templates/{}", self.file);
        Diagnostic::about(Code::T002, path.trim_end_matches('/'), message)
            .note(Bilingual::new(
                format!("Kata mesin templat: `{said}`."),
                format!("The template engine says: `{said}`."),
            ))
            .note(repair())
    }
}

/// What the author of a theme can do.
pub(in crate::render) fn repair() -> Bilingual {
    Bilingual::new(
        "Perbaiki templatnya; docs/views.md menyebut apa yang dilihat setiap templat.",
        "Mend the template; docs/views.md says what each template sees.",
    )
}

/// Unknown names come as one text of several printed reports: `error: …` and ` --> file:line:column` on the next line.
const REPORT: &str = "error: ";

fn reports(text: &str) -> Vec<TemplateProblem> {
    text.split("\n\nerror: ").map(|report| one_report(report.strip_prefix(REPORT).unwrap_or(report))).collect()
}

fn one_report(report: &str) -> TemplateProblem {
    let mut lines = report.lines();
    let message = lines.next().unwrap_or_default().to_owned();
    let place = lines.find_map(|line| line.trim_start().strip_prefix("--> "));
    let mut parts = place.unwrap_or_default().rsplitn(3, ':');
    let _column = parts.next();
    let line = parts.next().and_then(|line| line.parse().ok());
    TemplateProblem { file: parts.next().unwrap_or_default().to_owned(), line, message }
}

#[cfg(test)]
mod tests {
    use super::{TemplateProblem, problems};

    #[test]
    fn each_printed_report_is_a_problem() {
        let text =
            "error: Unknown filter `x`\n --> a.html:1:3\n  |\n1 | y\n\nerror: Unknown test `z`\n  --> b.html:12:1\n";
        let found = problems(&tera::Error::message(text), "");
        let problem = |file: &str, line, message: &str| TemplateProblem {
            file: file.to_owned(),
            line: Some(line),
            message: message.to_owned(),
        };
        assert_eq!(found, [problem("a.html", 1, "Unknown filter `x`"), problem("b.html", 12, "Unknown test `z`")]);
    }
}
