//! A build that is killed leaves the old site or the new one, never a mix.
//!
//! 25 builds are killed at random moments; `TERBIT_KILLS=1000 cargo test --release --test it kill` kills a thousand.
#![cfg(unix)]

use super::project::{NOW, Project, terbit, tree};
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

const FOREIGN: &str = "milik-orang-lain.txt";

/// Two states of one site: some pages differ, some are only in one of them.
fn write_state(root: &Path, state: usize) {
    let mut cohorts = String::new();
    for at in 0..60 {
        if at % 3 == state {
            continue;
        }
        cohorts.push_str(&format!(
            "- id: angkatan-{at}\n  title: Angkatan {at} keadaan {state}\n  program: magang\n  origin: [papua]\n  host: [kota-malang]\n  start: 20{:02}\n  participants: {}\n  sources: [s1]\n",
            10 + at % 10,
            at + state + 6,
        ));
    }
    fs::write(root.join("content/cohorts.yaml"), cohorts).expect("written");
}

fn build(root: &Path, output: &Path) -> Command {
    let mut command = terbit();
    command.args(["build", "-q", "--now", NOW, "--root"]).arg(root).arg("-o").arg(output);
    command.stderr(Stdio::null());
    command
}

/// What a reader finds: everything but what waits to be moved in.
fn found(output: &Path) -> BTreeMap<String, Vec<u8>> {
    tree(output).into_iter().filter(|(path, _)| !path.starts_with(".terbit-staging-")).collect()
}

#[test]
fn a_killed_build_leaves_the_old_site_or_the_new_one() {
    let kills: usize = std::env::var("TERBIT_KILLS").ok().and_then(|kills| kills.parse().ok()).unwrap_or(25);
    let project = Project::new();
    let output = project.root().join("situs/output");
    let mut whole = Vec::new();
    let mut longest = Duration::ZERO;
    for state in 0..2 {
        write_state(project.root(), state);
        let clean = project.root().join(format!("bersih-{state}"));
        let began = Instant::now();
        assert!(build(project.root(), &clean).status().expect("it starts").success());
        longest = longest.max(began.elapsed());
        fs::write(clean.join(FOREIGN), "bukan milik terbit").expect("written");
        whole.push(found(&clean));
    }
    assert_ne!(whole[0], whole[1]);
    assert!(build(project.root(), &output).status().expect("it starts").success());
    fs::write(output.join(FOREIGN), "bukan milik terbit").expect("written");
    let (mut stands, mut killed, mut seed) = (1, 0, 0x2545_f491_4f6c_dd1d_u64);
    for round in 0..kills {
        write_state(project.root(), round % 2);
        let mut child = build(project.root(), &output).stderr(Stdio::null()).spawn().expect("it starts");
        // xorshift: another moment every time, the same ones in every run.
        seed ^= seed << 13;
        seed ^= seed >> 7;
        seed ^= seed << 17;
        std::thread::sleep(longest.mul_f64((seed % 1000) as f64 / 900.0));
        child.kill().expect("killed");
        killed += usize::from(!child.wait().expect("ended").success());
        let now = found(&output);
        stands = match now {
            now if now == whole[round % 2] => round % 2,
            now if now == whole[stands] => stands,
            now => panic!("round {round}: a mix of both: {:?}", differing(&now, &whole)),
        };
    }
    assert!(kills < 10 || killed > 0, "all {kills} builds ended before they were killed");
    write_state(project.root(), 0);
    assert!(build(project.root(), &output).status().expect("it starts").success());
    assert_eq!(tree(&output), whole[0], "the next build mends what was left");
    let beside: Vec<_> = fs::read_dir(output.parent().expect("a folder")).expect("readable").flatten().collect();
    assert_eq!(beside.len(), 1, "nothing is left beside the output: {beside:?}");
}

fn differing(now: &BTreeMap<String, Vec<u8>>, whole: &[BTreeMap<String, Vec<u8>>]) -> Vec<String> {
    let first: Vec<&String> = now.keys().filter(|path| now.get(*path) != whole[0].get(*path)).collect();
    let paths = first.iter().filter(|path| now.get(**path) != whole[1].get(**path));
    paths.take(5).map(|path| (*path).clone()).collect()
}
