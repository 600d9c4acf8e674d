//! JUnit XML, for programs that show test results. An error is a failed test, anything else a skipped one.

use super::{Setting, entries};
use crate::diag::{Places, Report, Severity};
use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesText, Event};
use std::io::{self, Write};

/// Prints all findings, each as a test; a site without findings is one test that passes.
///
/// # Errors
/// What the stream says.
pub fn print_junit(report: &Report, places: &dyn Places, setting: &Setting, out: &mut dyn Write) -> io::Result<()> {
    let entries = entries(report, places, setting);
    let errors = report.count(Severity::Error).to_string();
    let skipped = (entries.len() - report.count(Severity::Error)).to_string();
    let tests = entries.len().max(1).to_string();
    let mut writer = Writer::new_with_indent(&mut *out, b' ', 1);
    writer.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
    let counts = [("tests", tests.as_str()), ("failures", errors.as_str()), ("errors", "0")];
    writer.create_element("testsuites").with_attributes(counts).write_inner_content(|writer| {
        let suite = writer.create_element("testsuite").with_attribute(("name", "terbit check"));
        suite.with_attributes(counts).with_attribute(("skipped", skipped.as_str())).write_inner_content(|writer| {
            if entries.is_empty() {
                let all = [("classname", "content"), ("name", "terbit check")];
                writer.create_element("testcase").with_attributes(all).write_empty()?;
            }
            for entry in &entries {
                let spot = &entry.spot;
                let name = format!("{} {}:{}", entry.finding.code.word(), spot.line, spot.column);
                let path = legal(&entry.path);
                let case = [("classname", path.as_str()), ("name", name.as_str())];
                writer.create_element("testcase").with_attributes(case).write_inner_content(|writer| {
                    let element = if entry.finding.severity == Severity::Error { "failure" } else { "skipped" };
                    let (kind, message) = (entry.finding.code.word(), legal(entry.finding.message.get(&setting.lang)));
                    let attributes = [("type", kind.as_str()), ("message", message.as_str())];
                    let words =
                        legal(&format!("{}:{}:{}\n{}", path, spot.line, spot.column, entry.words(&setting.lang)));
                    writer
                        .create_element(element)
                        .with_attributes(attributes)
                        .write_text_content(BytesText::new(&words))?;
                    Ok(())
                })?;
            }
            Ok(())
        })?;
        Ok(())
    })?;
    writeln!(out)
}

/// Without the control characters that XML 1.0 has no way to write.
fn legal(text: &str) -> String {
    text.chars()
        .filter(|c| !c.is_control() || matches!(c, '\n' | '\t'))
        .filter(|c| !matches!(c, '\u{fffe}' | '\u{ffff}'))
        .collect()
}
