//! Where the output may lie.

use crate::diag::Bilingual;
use std::path::{Path, PathBuf};

/// Refuses an output inside `content/` or `themes/`: the next run would take it for input.
///
/// # Errors
/// What to say.
pub(in crate::cli) fn is_apart(root: &Path, output: &Path) -> Result<(), Bilingual> {
    let real_output = real(output);
    for input in ["content", "themes"] {
        if real_output.starts_with(real(&root.join(input))) {
            let shown = output.display();
            return Err(Bilingual::new(
                format!("keluaran `{shown}` berada di dalam `{input}/`; pilih tempat lain"),
                format!("the output `{shown}` lies inside `{input}/`; choose another place"),
            ));
        }
    }
    Ok(())
}

/// Whether `path` lies in the output folder.
pub(in crate::cli) fn lies_in(path: &Path, output: &Path) -> bool {
    real(path).starts_with(real(output))
}

/// The path without links and dots, as far as it exists.
fn real(path: &Path) -> PathBuf {
    let path = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    for above in path.ancestors() {
        if let (Ok(found), Ok(rest)) = (above.canonicalize(), path.strip_prefix(above)) {
            return found.join(rest);
        }
    }
    path
}

#[cfg(test)]
mod tests {
    use super::is_apart;

    #[test]
    fn the_output_is_never_inside_the_input() {
        let root = tempfile::tempdir().unwrap();
        let root = root.path();
        std::fs::create_dir(root.join("content")).unwrap();
        assert!(is_apart(root, &root.join("output")).is_ok());
        assert!(is_apart(root, &root.join("content-old")).is_ok());
        assert!(is_apart(root, &root.join("content")).is_err());
        assert!(is_apart(root, &root.join("content/../content/new/www")).is_err());
        assert!(is_apart(root, &root.join("themes/warta")).is_err());
    }
}
