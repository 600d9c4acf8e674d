//! What the command line says, in both languages.

use crate::compare::RecordProblem;
use crate::diag::{Bilingual, Counts};
use crate::publish::{PublishProblem, Summary, Work};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::time::Duration;

/// The last line of a run with errors.
pub(in crate::cli) fn errors(counts: Counts) -> Bilingual {
    let Bilingual { id, en } = counts.words();
    Bilingual::new(format!("{id}; tidak ada yang ditulis"), format!("{en}; nothing was written"))
}

/// The last line of a check without errors.
pub(in crate::cli) fn checked(pages: usize, counts: Counts, time: Duration) -> Bilingual {
    let (Bilingual { id, en }, time) = (counts.words(), time.as_secs_f64());
    Bilingual::new(
        format!("{id}; situs ini akan terdiri atas {pages} halaman ({time:.2} dtk)"),
        format!("{en}; the site would have {} ({time:.2} s)", counted(pages, "page")),
    )
}

/// What a build did, kind by kind and as a whole.
pub(in crate::cli) fn published(summary: &Summary, output: &Path, time: Duration) -> Bilingual {
    let kinds: BTreeSet<&String> =
        summary.written.keys().chain(summary.unchanged.keys()).chain(summary.removed.keys()).collect();
    let (mut id, mut en) = (String::new(), String::new());
    for kind in kinds {
        let written = summary.written.get(kind).copied().unwrap_or_default();
        let unchanged = summary.unchanged.get(kind).copied().unwrap_or_default();
        let removed = summary.removed.get(kind).copied().unwrap_or_default();
        id.push_str(&format!("  {kind:<10} {written:>8} ditulis, {unchanged:>8} tetap, {removed:>8} dihapus\n"));
        en.push_str(&format!("  {kind:<10} {written:>8} written, {unchanged:>8} unchanged, {removed:>8} removed\n"));
    }
    let written: usize = summary.written.values().sum();
    let unchanged: usize = summary.unchanged.values().sum();
    let removed: usize = summary.removed.values().sum();
    let (time, output) = (time.as_secs_f64(), shown(output));
    id.push_str(&format!(
        "{output}: {written} berkas ditulis, {unchanged} tetap, {removed} dihapus dalam {time:.2} dtk"
    ));
    en.push_str(&format!(
        "{output}: {} written, {unchanged} unchanged, {removed} removed in {time:.2} s",
        counted(written, "file")
    ));
    Bilingual::new(id, en)
}

/// What a bar says while nothing can be counted yet.
pub(in crate::cli) fn preparing() -> Bilingual {
    Bilingual::new("membaca dan memeriksa …", "reading and checking …")
}

/// What a bar counts.
pub(in crate::cli) fn files_made() -> Bilingual {
    Bilingual::new("berkas", "files")
}

/// What each output kind cost: files, bytes, and the time of the threads that made and wrote them.
pub(in crate::cli) fn work(summary: &Summary) -> Bilingual {
    let lines = |files: &str| {
        let line = |(kind, work): (&String, &Work)| {
            let (number, size, time) = (work.files, megabytes(work.bytes), work.time.as_secs_f64());
            format!("  {kind:<10}  {number:>9} {files}  {size:>12}  {time:>10.3} s")
        };
        summary.work.iter().map(line).collect::<Vec<_>>().join("\n")
    };
    Bilingual::new(lines("berkas"), lines("files"))
}

/// How many files a build did not make again.
pub(in crate::cli) fn stayed(files: usize) -> Bilingual {
    Bilingual::new(
        format!("{files} berkas tidak dibuat ulang: bahannya sama dengan yang lalu"),
        format!("{} not made again: made of the same as the last time", counted(files, "file")),
    )
}

/// In units of a million bytes: machines read this line too, so it is the same in both languages.
fn megabytes(bytes: u64) -> String {
    format!("{:.3} MB", bytes as f64 / 1e6)
}

/// Where the preview is.
pub(in crate::cli) fn serving(address: &str) -> Bilingual {
    Bilingual::new(
        format!("pratinjau di {address}/ (Ctrl-C mengakhiri)"),
        format!("preview at {address}/ (Ctrl-C ends it)"),
    )
}

/// A new site stands in the preview.
pub(in crate::cli) fn stands(pages: usize, counts: Counts, took: Duration) -> Bilingual {
    let (Bilingual { id, en }, time) = (counts.words(), took.as_secs_f64());
    Bilingual::new(
        format!("diperbarui dalam {time:.2} dtk: {id}; {pages} halaman"),
        format!("renewed in {time:.2} s: {en}; {}", counted(pages, "page")),
    )
}

/// The last good site stays in the preview.
pub(in crate::cli) fn broken(counts: Counts) -> Bilingual {
    let Bilingual { id, en } = counts.words();
    Bilingual::new(
        format!("{id}; pratinjau menunjukkan yang terakhir tanpa galat"),
        format!("{en}; the preview shows the last one without errors"),
    )
}

/// Another port than the one that was asked for.
pub(in crate::cli) fn port_taken(wanted: u16, port: u16) -> Bilingual {
    Bilingual::new(
        format!("porta {wanted} sedang dipakai; memakai {port}"),
        format!("port {wanted} is taken; using {port}"),
    )
}

/// No port at all.
pub(in crate::cli) fn no_port(port: u16, error: &std::io::Error) -> Bilingual {
    Bilingual::new(
        format!("porta {port} dan sesudahnya tidak dapat dipakai: {error}; pilih yang lain dengan --port"),
        format!("port {port} and the next ones cannot be used: {error}; choose another with --port"),
    )
}

/// Changes are not noticed.
pub(in crate::cli) fn unwatched(reason: &str) -> Bilingual {
    Bilingual::new(
        format!("perubahan berkas tidak dapat diikuti: {reason}; jalankan lagi untuk melihatnya"),
        format!("changes of files cannot be followed: {reason}; run it again to see them"),
    )
}

/// The browser did not come.
pub(in crate::cli) fn no_browser(address: &str) -> Bilingual {
    Bilingual::new(
        format!("peramban tidak dapat dibuka; buka {address}/ sendiri"),
        format!("the browser cannot be opened; open {address}/ yourself"),
    )
}

/// A record of a published site that cannot be had.
pub(in crate::cli) fn no_record(problem: &RecordProblem) -> Bilingual {
    match problem {
        RecordProblem::NoSite(path) => Bilingual::new(
            format!("`{}` bukan folder keluaran terbit, bukan pula catatan dari --manifest", shown(path)),
            format!("`{}` is no output folder of terbit, and no record from --manifest", shown(path)),
        ),
        RecordProblem::Io(path, error) => Bilingual::new(
            format!("`{}` tidak dapat dibaca atau ditulis: {error}", shown(path)),
            format!("`{}` cannot be read or written: {error}", shown(path)),
        ),
    }
}

/// A record that would lie among what is published.
pub(in crate::cli) fn record_inside(path: &Path) -> Bilingual {
    Bilingual::new(
        format!("`{}` berada di dalam folder keluaran; pilih tempat lain untuk --manifest", shown(path)),
        format!("`{}` lies inside the output folder; choose another place for --manifest", shown(path)),
    )
}

/// Why the output was refused.
pub(in crate::cli) fn refused(problem: &PublishProblem, output: &Path) -> Bilingual {
    let folder = shown(output);
    match problem {
        PublishProblem::Foreign(stranger) => Bilingual::new(
            format!(
                "folder keluaran `{folder}` berisi berkas yang tidak dibuat oleh terbit (`{}`) dan tidak disentuh; \
                 pilih folder kosong dengan --output",
                shown(stranger)
            ),
            format!(
                "the output folder `{folder}` holds files that terbit did not write (`{}`) and was not touched; \
                 choose an empty folder with --output",
                shown(stranger)
            ),
        ),
        PublishProblem::InTheWay(files) => in_the_way(files),
        PublishProblem::Busy => Bilingual::new(
            format!("terbit lain sedang menulis ke `{folder}`; tunggu sampai selesai"),
            format!("another terbit is writing into `{folder}`; wait until it is done"),
        ),
        PublishProblem::Io(path, error) => Bilingual::new(
            format!("keluaran tidak dapat ditulis: `{}`: {error}", shown(path)),
            format!("the output cannot be written: `{}`: {error}", shown(path)),
        ),
        PublishProblem::Interrupted => Bilingual::new(
            format!("dihentikan; `{folder}` tidak berubah"),
            format!("interrupted; `{folder}` is as it was"),
        ),
        // Those lie in the input and are findings; see `pipeline`.
        PublishProblem::Clash(..)
        | PublishProblem::Unsafe(_)
        | PublishProblem::Render(_)
        | PublishProblem::Heavy(_)
        | PublishProblem::Input(..) => {
            Bilingual::new(format!("`{folder}` tidak berubah"), format!("`{folder}` is as it was"))
        }
    }
}

/// As many foreign files as fit on a screen.
const LISTED: usize = 10;

fn in_the_way(files: &[PathBuf]) -> Bilingual {
    let list: String = files.iter().take(LISTED).map(|file| format!("\n  {}", shown(file))).collect();
    let rest = files.len().saturating_sub(LISTED);
    let (more_id, more_en) = if rest > 0 {
        (format!("\n  dan {rest} lagi"), format!("\n  and {rest} more"))
    } else {
        (String::new(), String::new())
    };
    Bilingual::new(
        format!("situs perlu menulis di tempat berkas yang tidak dibuat oleh terbit; pindahkan dahulu:{list}{more_id}"),
        format!(
            "the site has to write where files lie that terbit did not write; move them away first:{list}{more_en}"
        ),
    )
}

/// A path as it is typed; what would break the line is escaped.
fn shown(path: &Path) -> String {
    let path = path.to_string_lossy();
    if path.contains(char::is_control) { path.escape_debug().to_string() } else { path.into_owned() }
}

fn counted(count: usize, noun: &str) -> String {
    if count == 1 { format!("1 {noun}") } else { format!("{count} {noun}s") }
}

#[cfg(test)]
mod tests {
    use super::{in_the_way, published};
    use crate::publish::Summary;
    use std::path::{Path, PathBuf};
    use std::time::Duration;

    #[test]
    fn a_summary_counts_by_kind_and_as_a_whole() {
        let counts = |html| [("html".to_owned(), html), ("data".to_owned(), 1)].into_iter().collect();
        let summary = Summary {
            written: counts(4),
            unchanged: counts(0),
            removed: [("html".to_owned(), 2)].into_iter().collect(),
            ..Summary::default()
        };
        let words = published(&summary, Path::new("www"), Duration::from_millis(1250));
        assert_eq!(
            words.en.lines().collect::<Vec<_>>(),
            [
                "  data              1 written,        1 unchanged,        0 removed",
                "  html              4 written,        0 unchanged,        2 removed",
                "www: 5 files written, 1 unchanged, 2 removed in 1.25 s",
            ]
        );
    }

    #[test]
    fn a_long_list_is_cut() {
        let files: Vec<PathBuf> = (0..12).map(|at| PathBuf::from(format!("www/{at}\n"))).collect();
        let words = in_the_way(&files).en;
        assert!(words.ends_with("\n  www/9\\n\n  and 2 more"), "{words}");
    }
}
