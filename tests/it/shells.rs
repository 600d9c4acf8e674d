//! `terbit completions` and `terbit man`: made of the same definitions as the help.

use super::project::terbit;

fn printed(arguments: &[&str]) -> (Option<i32>, String) {
    let done = terbit().args(arguments).output().expect("the program starts");
    (done.status.code(), String::from_utf8(done.stdout).expect("UTF-8"))
}

#[test]
fn every_shell_gets_a_script_with_every_verb() {
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let (code, script) = printed(&["completions", shell]);
        assert_eq!(code, Some(0), "{shell}");
        for verb in ["build", "check", "new", "rename", "explain", "schema", "man"] {
            assert!(script.contains(verb), "{shell} does not know {verb}");
        }
        assert!(script.contains("dry-run") && script.contains("strict"), "{shell}");
    }
    assert_eq!(printed(&["completions", "cmd"]).0, Some(2));
}

/// Bash itself reads the script, and completes a verb with it.
#[cfg(unix)]
#[test]
fn bash_completes_a_verb() {
    let (_, script) = printed(&["completions", "bash"]);
    let asked = format!(
        "{script}\nCOMP_WORDS=(terbit ren); COMP_CWORD=1; _terbit terbit ren terbit; echo \"${{COMPREPLY[*]}}\""
    );
    let done = std::process::Command::new("bash").args(["-c", &asked]).output().expect("bash");
    assert_eq!(String::from_utf8_lossy(&done.stdout).trim(), "rename", "{}", String::from_utf8_lossy(&done.stderr));
}

#[test]
fn the_manual_has_a_page_for_the_program_and_for_each_verb() {
    let (code, page) = printed(&["man"]);
    assert!(code == Some(0) && page.contains(".TH terbit 1") && page.contains("terbit\\-rename(1)"), "{page}");
    for verb in ["build", "check", "new", "rename", "explain", "schema", "completions", "man"] {
        let (code, page) = printed(&["man", verb]);
        assert!(code == Some(0) && page.contains(&format!(".TH terbit-{verb} 1")), "{verb}: {page}");
    }
    assert!(printed(&["man", "check"]).1.contains("\\-\\-strict"));
    assert_eq!(printed(&["man", "terbang"]).0, Some(2));
}
