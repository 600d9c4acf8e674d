//! A full disk and closed folders leave the old site readable.
//!
//! The disk is a small one of our own (tmpfs in a mount namespace), made smaller and larger so that the space ends at every
//! kind of write. Where the system allows no namespaces this says so and passes.
#![cfg(target_os = "linux")]

use super::project::{NOW, Project, tree};
use std::fs;
use std::path::Path;
use std::process::Command;

/// Runs a script in a mount namespace of its own; none where that is not allowed.
fn in_namespace(script: &str, project: &Project) -> Option<String> {
    for unshare in [&["-m"][..], &["-rm"][..]] {
        let able =
            Command::new("unshare").args(unshare).args(["sh", "-c", "mount -t tmpfs -o size=64k tmpfs /mnt"]).output();
        if !able.is_ok_and(|able| able.status.success()) {
            continue;
        }
        let done = Command::new("unshare")
            .args(unshare)
            .args(["bash", "-euc", script])
            .env("TERBIT", env!("CARGO_BIN_EXE_terbit"))
            .env("SITE", project.root())
            .env("NOW", NOW)
            .output()
            .expect("bash");
        let said = format!("{}{}", String::from_utf8_lossy(&done.stdout), String::from_utf8_lossy(&done.stderr));
        assert!(done.status.success(), "{said}");
        return Some(said);
    }
    assert!(!std::env::var("CI").is_ok_and(|ci| ci == "true") || !is_root(), "root may mount");
    eprintln!("\n!! DISK TESTS SKIPPED: no mount namespace can be had here.\n");
    None
}

fn is_root() -> bool {
    Command::new("id").arg("-u").output().is_ok_and(|id| id.stdout.starts_with(b"0\n"))
}

fn site(word: &str) -> Project {
    let mut cohorts = String::new();
    for at in 0..20 {
        cohorts.push_str(&format!(
            "- id: a-{at}\n  title: {{id: {word} {at}, en: {word} {at}}}\n  program: magang\n  origin: [papua]\n  host: [kota-malang]\n  start: 2022\n  participants: 7\n  sources: [s1]\n"
        ));
    }
    Project::new().file("content/cohorts.yaml", &cohorts)
}

/// Publishes an old site onto a small disk, then a new one again and again with ever more space; `output` lies below
/// `/mnt`. After each failure the old site is as it was; in the end the new one is there.
fn fill(output: &str) -> Option<String> {
    let project = site("Lama");
    let script = format!(
        r#"
mount -t tmpfs -o size=200m tmpfs /mnt
build() {{ "$TERBIT" build -q --now "$NOW" --root "$SITE" -o {output} >/mnt/../tmp/terbit-faults.$$ 2>&1; }}
build
echo milik >{output}/asing.txt
mkdir -p "$SITE/lama"; cp -r {output}/. "$SITE/lama"
sed -i s/Lama/Baru/g "$SITE/content/cohorts.yaml"
used=$(du -sk --apparent-size /mnt | cut -f1); blocks=$(df -k --output=used /mnt | tail -1)
failed=0
for more in 0 4 8 40 80 120 200 300 400 500 600 700 800 1000 1200 1500 2000 4000 8000 16000; do
  mount -o remount,size=$((blocks + more))k /mnt || continue
  if build; then break; fi
  failed=$((failed + 1))
  diff -r --exclude='.terbit-staging-*' {output} "$SITE/lama" || {{ echo "changed at +$more"; exit 1; }}
done
grep -rq 'Baru 3' {output} || {{ echo "never published"; exit 1; }}
grep -rq 'Lama 3' {output} && {{ echo "a mix"; exit 1; }}
test "$(cat {output}/asing.txt)" = milik
rm -f /tmp/terbit-faults.$$
echo "failed $failed times"
"#
    );
    in_namespace(&script, &project)
}

#[test]
fn a_full_disk_leaves_the_old_site() {
    if let Some(said) = fill("/mnt/situs/output") {
        let failed: u32 =
            said.split("failed ").nth(1).and_then(|rest| rest.split(' ').next()?.parse().ok()).expect("a count");
        assert!(failed >= 5, "the space ended at too few places: {said}");
    }
}

#[test]
fn a_full_disk_that_is_the_output_itself_leaves_the_old_site() {
    // A mount point cannot be exchanged: the files are moved in one by one.
    if let Some(said) = fill("/mnt") {
        assert!(said.contains("failed "), "{said}");
    }
}

/// Builds as somebody for whom folders can be closed; root is made nobody.
fn build_as_anybody(project: &Project) -> std::process::Output {
    let binary = env!("CARGO_BIN_EXE_terbit");
    let mut command = if is_root() {
        let owned = Command::new("chown").args(["-R", "65534:65534"]).arg(project.root()).status();
        assert!(owned.is_ok_and(|status| status.success()));
        let mut command = Command::new("setpriv");
        command.args(["--reuid=65534", "--regid=65534", "--clear-groups", binary]);
        command
    } else {
        Command::new(binary)
    };
    command.args(["build", "-q", "--now", NOW, "--lang", "en", "--root"]).arg(project.root());
    command.arg("-o").arg(project.root().join("output")).output().expect("it starts")
}

/// A folder may not be written to: the output, one in it, or the one above it.
#[test]
fn closed_folders_are_told_and_leave_the_old_site() {
    use std::os::unix::fs::PermissionsExt;
    let project = site("Lama");
    let able = build_as_anybody(&project);
    if !able.status.success() {
        // The program may lie where nobody else can reach it.
        eprintln!("\n!! PERMISSION TESTS SKIPPED: {}\n", String::from_utf8_lossy(&able.stderr));
        return;
    }
    let output = project.root().join("output");
    let old = tree(&output);
    let cohorts = project.root().join("content/cohorts.yaml");
    fs::write(&cohorts, fs::read_to_string(&cohorts).unwrap().replace("Lama", "Baru")).unwrap();
    let close = |folder: &Path, mode: u32| fs::set_permissions(folder, fs::Permissions::from_mode(mode)).unwrap();
    close(&output, 0o555);
    let refused = build_as_anybody(&project);
    close(&output, 0o755);
    assert_eq!(refused.status.code(), Some(2), "{}", String::from_utf8_lossy(&refused.stderr));
    assert!(String::from_utf8_lossy(&refused.stderr).contains("cannot be written"));
    assert!(tree(&output) == old, "the old site stays");
    // A folder in it, where files have to be moved in one by one: known before the first move.
    close(&output.join("angkatan"), 0o555);
    close(project.root(), 0o555);
    let inside = build_as_anybody(&project);
    assert_eq!(inside.status.code(), Some(2), "{}", String::from_utf8_lossy(&inside.stderr));
    assert!(tree(&output) == old, "the old site stays");
    // Where the whole is exchanged it does not matter, and stays closed.
    close(project.root(), 0o755);
    let whole = build_as_anybody(&project);
    assert!(whole.status.success(), "{}", String::from_utf8_lossy(&whole.stderr));
    assert!(output.join("angkatan").metadata().unwrap().permissions().readonly());
    let left: Vec<_> = fs::read_dir(project.root()).unwrap().flatten().map(|entry| entry.file_name()).collect();
    assert!(!left.iter().any(|name| name.to_string_lossy().contains("terbit-")), "{left:?}");
    close(&output.join("angkatan"), 0o755);
    fs::write(&cohorts, fs::read_to_string(&cohorts).unwrap().replace("Baru", "Kini")).unwrap();
    close(project.root(), 0o555);
    let done = build_as_anybody(&project);
    close(project.root(), 0o755);
    assert!(done.status.success(), "files are moved in one by one: {}", String::from_utf8_lossy(&done.stderr));
    assert!(fs::read_to_string(output.join("angkatan/a-3/index.html")).unwrap().contains("Kini 3"));
}

#[test]
fn a_link_to_the_output_is_kept_and_what_it_leads_to_is_replaced() {
    let project = site("Lama");
    fs::create_dir_all(project.root().join("rilis")).unwrap();
    std::os::unix::fs::symlink("rilis", project.root().join("output")).unwrap();
    project.build(&[]).exits(0);
    let cohorts = project.root().join("content/cohorts.yaml");
    fs::write(&cohorts, fs::read_to_string(&cohorts).unwrap().replace("Lama", "Baru")).unwrap();
    project.build(&["--durable"]).exits(0);
    assert!(project.root().join("output").symlink_metadata().unwrap().is_symlink());
    let page = fs::read_to_string(project.root().join("rilis/angkatan/a-3/index.html")).unwrap();
    assert!(page.contains("Baru 3"));
    let beside: Vec<_> = fs::read_dir(project.root()).unwrap().flatten().map(|entry| entry.file_name()).collect();
    assert!(!beside.iter().any(|name| name.to_string_lossy().contains("terbit-")), "{beside:?}");
}
