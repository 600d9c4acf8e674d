//! What a run says beside the check: about pages that cannot be made, pages that are too heavy, and outputs that exclude
//! each other.

use super::Outcome;
use crate::diag::{Bilingual, Code, Diagnostic, Report};
use crate::options::Options;
use crate::publish::{Heavy, PublishProblem, findings};
use crate::render::RenderProblem;
use std::collections::BTreeMap;

/// Reports pages over the budget: after the others, so they become errors here where warnings are errors.
pub(in crate::pipeline) fn report_heavy(heavy: Vec<Heavy>, options: &Options, report: &mut Report) {
    findings(heavy).into_iter().for_each(|found| report.push(found));
    if options.strict {
        report.make_strict();
    }
}

/// Files of `static/` that would be published in vain: something that is made has their address.
pub(in crate::pipeline) fn report_lost(paths: &[String], report: &mut Report) {
    for path in paths {
        let message = Bilingual::new(
            format!("Alamat `/{path}` sudah dipakai sesuatu yang dibuat Terbit."),
            format!("The address `/{path}` already belongs to something that Terbit makes."),
        );
        let repair = Bilingual::new("Ganti nama atau hapus berkas ini.", "Rename or remove this file.");
        report.push(Diagnostic::about(Code::A001, format!("content/static/{path}"), message).note(repair));
    }
}

/// A file that could not be read may hold what the others refer to: one line instead of one for
/// every reference to it.
pub(in crate::pipeline) fn spare_references(report: &mut Report) {
    let before = report.diagnostics().len();
    report.retain(|found| found.code != Code::R001);
    if report.diagnostics().len() < before && !report.diagnostics().iter().any(|found| found.code == Code::R008) {
        let message = Bilingual::new(
            "Rujukan belum diperiksa, karena ada berkas yang tidak terbaca.",
            "References were not checked, because some files could not be read.",
        );
        report.push(Diagnostic::about(Code::R008, "content/", message));
    }
}

/// Findings for what lies in the input; the rest is about the output folder.
pub(in crate::pipeline) fn refused(problem: PublishProblem, options: &Options, report: &mut Report) -> Outcome {
    match problem {
        PublishProblem::Render(problems) => report_unrendered(problems, report),
        PublishProblem::Heavy(heavy) => report_heavy(heavy, options, report),
        PublishProblem::Clash(one, other) => report.push(Diagnostic::about(
            Code::A001,
            other.clone(),
            Bilingual::new(
                format!("`{one}` dan `{other}` tidak dapat ada bersama"),
                format!("`{one}` and `{other}` cannot both be there"),
            ),
        )),
        PublishProblem::Unsafe(path) => report.push(Diagnostic::about(
            Code::A001,
            path,
            Bilingual::new("alamat ini tidak berada di dalam situs", "this address does not lie inside the site"),
        )),
        PublishProblem::Input(path, error) => {
            let shown = path.strip_prefix(&options.root).unwrap_or(&path).to_string_lossy().into_owned();
            let message = Bilingual::new(format!("tidak dapat dibaca: {error}"), format!("cannot be read: {error}"));
            report.push(Diagnostic::about(Code::I003, shown, message));
        }
        other => return Outcome::Refused(other),
    }
    Outcome::Errors
}

/// A picture whose header is sound and whose inside is not.
fn damaged(problem: RenderProblem) -> Diagnostic {
    let said = problem.reason.replace('`', "'");
    Diagnostic::about(
        Code::N017,
        problem.path,
        Bilingual::new("Gambar untuk berkas ini rusak di tengah.", "The picture for this file is damaged inside."),
    )
    .note(Bilingual::new(format!("Kata pembacanya: `{said}`."), format!("The decoder says: `{said}`.")))
    .note(Bilingual::new(
        "Buka gambarnya di komputer Anda, lalu simpan ulang.",
        "Open it on your computer, and save it again.",
    ))
}

/// One finding for each reason: a mistake in a template fails on thousands of pages.
pub(in crate::pipeline) fn report_unrendered(problems: Vec<RenderProblem>, report: &mut Report) {
    let mut by_reason: BTreeMap<String, (String, usize)> = BTreeMap::new();
    let (pictures, problems): (Vec<_>, Vec<_>) = problems.into_iter().partition(|problem| problem.in_picture);
    // A picture fails in each of its widths.
    let pictures: BTreeMap<String, RenderProblem> =
        pictures.into_iter().map(|problem| (problem.path.clone(), problem)).collect();
    pictures.into_values().for_each(|problem| report.push(damaged(problem)));
    for problem in problems {
        by_reason.entry(problem.reason).or_insert_with(|| (problem.path, 0)).1 += 1;
    }
    for (reason, (path, pages)) in by_reason {
        let more = (pages > 1).then(|| {
            Bilingual::new(
                format!("Begitu juga {} halaman lain.", pages - 1),
                format!("So it is with {} more pages.", pages - 1),
            )
        });
        let message = Bilingual::new(
            "Halaman ini tidak dapat dibuat dari templatnya.",
            "This page cannot be made from its template.",
        );
        let said = reason.replace('`', "'");
        report.push(
            Diagnostic::about(Code::T002, path, message)
                .note(Bilingual::new(
                    format!("Kata mesin templat: `{said}`."),
                    format!("The template engine says: `{said}`."),
                ))
                .note_if(more)
                .note(Bilingual::new(
                    "Perbaiki templatnya; docs/views.md menyebut apa yang dilihat setiap templat.",
                    "Mend the template; docs/views.md says what each template sees.",
                )),
        );
    }
}

#[cfg(test)]
mod tests {
    use super::{report_unrendered, spare_references};
    use crate::diag::{Bilingual, Code, Diagnostic, Report};
    use crate::render::RenderProblem;

    #[test]
    fn one_reason_is_told_once() {
        let problem = |path: &str, reason: &str| RenderProblem {
            path: path.to_owned(),
            reason: reason.to_owned(),
            in_picture: false,
        };
        let mut report = Report::new();
        report_unrendered(vec![problem("b", "x"), problem("a", "x"), problem("c", "y")], &mut report);
        let told: Vec<_> =
            report.diagnostics().iter().map(|found| (found.path.as_deref(), found.notes.len())).collect();
        assert_eq!(told, [(Some("b"), 3), (Some("c"), 2)]);
    }

    #[test]
    fn references_into_unread_files_are_not_blamed() {
        let mut report = Report::new();
        report.push(Diagnostic::about(Code::I004, "content/regions.yaml", Bilingual::new("", "")));
        spare_references(&mut report);
        assert_eq!(report.diagnostics().len(), 1);
        report.push(Diagnostic::about(Code::R001, "content/cohorts.yaml", Bilingual::new("", "")));
        spare_references(&mut report);
        let codes: Vec<Code> = report.diagnostics().iter().map(|found| found.code).collect();
        assert_eq!(codes, [Code::I004, Code::R008]);
    }
}
