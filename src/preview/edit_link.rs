//! Links that open a file in the editor of the person.

use crate::route;
use std::path::Path;

/// How the link is worded where the settings do not say: Visual Studio Code and its kin.
const USUAL: &str = "vscode://file/{path}:{line}:{column}";

/// Fills in a link to `file` at `line` and `column`; `{path}` is the whole path, `{file}` the one below `root`.
pub(in crate::preview) fn edit_link(form: Option<&str>, root: &Path, file: &str, line: usize, column: usize) -> String {
    let whole = root.join(file).to_string_lossy().replace('\\', "/");
    form.unwrap_or(USUAL)
        .replace("{path}", &route::encode(whole.trim_start_matches('/')))
        .replace("{file}", &route::encode(file))
        .replace("{line}", &line.max(1).to_string())
        .replace("{column}", &column.max(1).to_string())
}

#[cfg(test)]
mod tests {
    use super::edit_link;
    use std::path::Path;

    #[test]
    fn links_lead_to_the_line() {
        let link = |form| edit_link(form, Path::new("/situs saya"), "content/cohorts.yaml", 3, 0);
        assert_eq!(link(None), "vscode://file/situs%20saya/content/cohorts.yaml:3:1");
        assert_eq!(
            link(Some("https://git.example/edit/{file}#L{line}")),
            "https://git.example/edit/content/cohorts.yaml#L3"
        );
    }
}
