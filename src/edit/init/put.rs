//! Files into a folder, all or none.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// Why there is no new site.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum InitProblem {
    /// The folder holds these already; at most ten are named, and how many more there are.
    NotEmpty(Vec<String>, usize),
    /// There is something of that name that is no folder.
    NoFolder,
    /// It could not be written; the folder is as it was.
    Io(String),
}

/// How many things in the way are named.
const NAMED: usize = 10;

/// Where the files are written first.
const STAGE: &str = ".terbit-init~";

/// What may be there already: the repository itself, and what an init left that was killed.
const WELCOME: [&str; 2] = [".git", STAGE];

/// Puts the files into `folder`, which is made if it is not there.
///
/// They are written aside first. A folder that is not there comes into being with everything in it; into one that is
/// there they are moved one by one, which is quick and seldom fails, and what was moved before a failure is taken back.
///
/// # Errors
/// The folder is not empty or no folder, or cannot be written. Nothing of ours is left in it then.
pub fn put(folder: &Path, files: &BTreeMap<String, Vec<u8>>) -> Result<(), InitProblem> {
    let io = |error: io::Error| InitProblem::Io(error.to_string());
    if folder.is_dir() {
        is_empty(folder)?;
        let stage = folder.join(STAGE);
        let done = write_all(&stage, files).and_then(|()| move_up(&stage, folder));
        let _ = fs::remove_dir_all(&stage);
        return done.map_err(io);
    }
    if folder.symlink_metadata().is_ok() {
        return Err(InitProblem::NoFolder);
    }
    let above = folder.parent().filter(|above| !above.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let made: Vec<PathBuf> = above
        .ancestors()
        .take_while(|path| !path.as_os_str().is_empty() && !path.exists())
        .map(Path::to_path_buf)
        .collect();
    let stage = above.join(STAGE);
    let done =
        fs::create_dir_all(above).and_then(|()| write_all(&stage, files)).and_then(|()| fs::rename(&stage, folder));
    done.map_err(|error| {
        let _ = fs::remove_dir_all(&stage);
        for folder in &made {
            // Only what we made, and only if it is empty again.
            let _ = fs::remove_dir(folder);
        }
        io(error)
    })
}

fn is_empty(folder: &Path) -> Result<(), InitProblem> {
    let io = |error: io::Error| InitProblem::Io(error.to_string());
    let mut names = Vec::new();
    for entry in fs::read_dir(folder).map_err(io)? {
        names.push(entry.map_err(io)?.file_name().to_string_lossy().into_owned());
    }
    names.retain(|name| !WELCOME.contains(&name.as_str()));
    names.sort();
    let more = names.len().saturating_sub(NAMED);
    names.truncate(NAMED);
    if names.is_empty() { Ok(()) } else { Err(InitProblem::NotEmpty(names, more)) }
}

fn write_all(stage: &Path, files: &BTreeMap<String, Vec<u8>>) -> io::Result<()> {
    if stage.is_dir() {
        // An init that was killed left it; nobody else uses this name.
        fs::remove_dir_all(stage)?;
    }
    fs::create_dir(stage)?;
    for (path, bytes) in files {
        let full = stage.join(path);
        fs::create_dir_all(full.parent().unwrap_or(stage))?;
        fs::write(full, bytes)?;
    }
    Ok(())
}

/// Moves what lies in `stage` into `folder`, the content last: until it is there, there is no site.
fn move_up(stage: &Path, folder: &Path) -> io::Result<()> {
    let mut names = Vec::new();
    for entry in fs::read_dir(stage)? {
        names.push(entry?.file_name());
    }
    names.sort_by_key(|name| (name == "content", name.clone()));
    for (at, name) in names.iter().enumerate() {
        if let Err(error) = fs::rename(stage.join(name), folder.join(name)) {
            for name in &names[..at] {
                let _ = fs::rename(folder.join(name), stage.join(name));
            }
            return Err(error);
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::{InitProblem, put};
    use std::collections::BTreeMap;
    use std::fs;

    fn files() -> BTreeMap<String, Vec<u8>> {
        ["README.md", "content/site.yaml", ".vscode/settings.json"].map(|path| (path.to_owned(), b"x".to_vec())).into()
    }

    #[test]
    fn an_empty_folder_and_none_are_filled() {
        let root = tempfile::tempdir().unwrap();
        put(&root.path().join("a/b"), &files()).unwrap();
        assert!(root.path().join("a/b/content/site.yaml").is_file());
        fs::create_dir_all(root.path().join("c/.git")).unwrap();
        put(&root.path().join("c"), &files()).unwrap();
        let mut names: Vec<String> = fs::read_dir(root.path().join("c"))
            .unwrap()
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .collect();
        names.sort();
        assert_eq!(names, [".git", ".vscode", "README.md", "content"]);
    }

    #[test]
    fn what_is_there_stops_it() {
        let root = tempfile::tempdir().unwrap();
        fs::write(root.path().join("notes.txt"), "mine").unwrap();
        let problem = put(root.path(), &files());
        assert_eq!(problem, Err(InitProblem::NotEmpty(vec!["notes.txt".to_owned()], 0)));
        assert_eq!(put(&root.path().join("notes.txt"), &files()), Err(InitProblem::NoFolder));
        assert_eq!(fs::read_dir(root.path()).unwrap().count(), 1);
    }

    #[test]
    fn what_a_killed_init_left_is_no_obstacle() {
        let root = tempfile::tempdir().unwrap();
        fs::create_dir_all(root.path().join(".terbit-init~/content")).unwrap();
        fs::write(root.path().join(".terbit-init~/content/half.yaml"), "").unwrap();
        put(root.path(), &files()).unwrap();
        assert!(!root.path().join(".terbit-init~").exists() && !root.path().join("content/half.yaml").exists());
    }

    /// A file that cannot be written (its name is a folder's already) leaves nothing behind.
    #[test]
    fn nothing_is_left_of_a_failure() {
        let root = tempfile::tempdir().unwrap();
        let mut files = files();
        files.insert("content/site.yaml/below".to_owned(), b"x".to_vec());
        assert!(matches!(put(&root.path().join("a/b"), &files), Err(InitProblem::Io(_))));
        assert_eq!(fs::read_dir(root.path()).unwrap().count(), 0);
    }
}
