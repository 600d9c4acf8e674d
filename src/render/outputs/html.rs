//! The HTML of a page: its template over its View, and nothing after that.

use crate::plan::View;
use crate::render::Theme;
use crate::render::template_problem::problems;

/// Renders a page with `template`, which sees its View and nothing else.
///
/// # Errors
/// The template, its line, and what went wrong there.
pub fn write(theme: &Theme, template: &str, view: &View, out: &mut Vec<u8>) -> Result<(), String> {
    let file = format!("{template}.html");
    theme.tera().render_to(&file, view, out).map_err(|error| {
        let sentences: Vec<String> = problems(&error, &file).iter().map(|problem| problem.sentence()).collect();
        sentences.join("; ")
    })
}

#[cfg(test)]
mod tests {
    use super::write;
    use crate::diag::Report;
    use crate::read::ThemeFiles;
    use crate::render::Theme;

    fn theme(text: &str) -> Theme {
        let templates = [("home.html".to_owned(), text.to_owned())].into();
        let files = ThemeFiles { name: "coba".to_owned(), templates, ..ThemeFiles::default() };
        Theme::compile(&files, &mut Report::new()).expect("a theme")
    }

    fn view(title: &str) -> tera::Context {
        tera::context! { title => title }
    }

    #[test]
    fn names_are_escaped_everywhere() {
        let mut out = Vec::new();
        let theme = theme("<a title=\"{{ title }}\">{{ title }}</a>");
        write(&theme, "home", &view("<b> & \"c\" 'd'"), &mut out).expect("rendered");
        let html = String::from_utf8(out).expect("UTF-8");
        assert!(!html.contains("<b>") && !html.contains("\"c\"") && !html.contains("'d'"), "{html}");
        assert!(html.contains("&lt;b&gt; &amp; &quot;c&quot;"), "{html}");
    }

    #[test]
    fn an_unknown_name_says_template_and_line() {
        let problem = write(&theme("a\n{{ nix }}"), "home", &view(""), &mut Vec::new()).expect_err("a problem");
        assert!(problem.starts_with("home.html, line 2: "), "{problem}");
    }
}
