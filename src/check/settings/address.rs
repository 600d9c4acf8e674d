//! The address of the front page: `base_url`, or what the command line says instead.
//!
//! Every address of the site is this one and a path behind it, so nothing can follow the path of the front page.

use crate::check::describe::Shape;
use crate::check::record::scope::shown;
use crate::check::record::texts::is_web_address;
use crate::check::record::{Fields, url};
use crate::diag::{Bilingual, Code, Diagnostic};
use crate::options::Options;

/// The address, with `/` at its end.
pub(super) fn base_url(fields: &mut Fields<'_, '_>, options: &Options) -> Option<String> {
    let written = fields.required("base_url", |node, scope| {
        if scope.describes(|| Shape::Base) {
            return None;
        }
        let address = url(node, scope)?;
        let Some((message, repair)) = more_than_path(&address) else { return Some(address) };
        scope.push(Diagnostic::at(Code::V007, node.span, message).note(repair));
        None
    });
    let address = match &options.base_url {
        Some(address) => {
            let found = more_than_path(address);
            let wrong = if is_web_address(address) { found } else { Some(no_address(address)) };
            if let Some((message, repair)) = wrong {
                fields.scope.report.push(Diagnostic::about(Code::V007, "--base-url", message).note(repair));
                return None;
            }
            address.clone()
        }
        None => written?,
    };
    Some(with_slash(&address))
}

fn with_slash(address: &str) -> String {
    if address.ends_with('/') { address.to_owned() } else { format!("{address}/") }
}

/// What is said of a query or a fragment, and the address without it.
fn more_than_path(address: &str) -> Option<(Bilingual, Bilingual)> {
    let (path, _) = address.split_once(['?', '#'])?;
    let (word, rest) = (shown(address), shown(&address[path.len()..]));
    let message = Bilingual::new(
        format!("Alamat situs `{word}` tidak boleh memuat `{rest}`: alamat halaman disambung di belakangnya."),
        format!("The address of the site, `{word}`, must not hold `{rest}`: the addresses of pages follow it."),
    );
    let path = shown(&with_slash(path));
    Some((message, Bilingual::new(format!("Tulis `{path}`."), format!("Write `{path}`."))))
}

fn no_address(address: &str) -> (Bilingual, Bilingual) {
    let message =
        Bilingual::new(format!("`{address}` bukan alamat web."), format!("`{address}` is not a web address."));
    let repair = Bilingual::new(
        "Tulis misalnya https://example.go.id/magang/.",
        "Write for example https://example.go.id/internships/.",
    );
    (message, repair)
}

#[cfg(test)]
mod tests {
    use super::{more_than_path, with_slash};

    #[test]
    fn an_address_with_more_than_a_path_is_told_with_its_repair() {
        for address in ["https://x.go.id/a?b=1", "https://x.go.id/a#b", "https://x.go.id/a/?", "https://x.go.id/a#b?c"]
        {
            let (_, repair) = more_than_path(address).expect("told");
            assert_eq!(repair.en, "Write `https://x.go.id/a/`.");
        }
        assert_eq!(more_than_path("https://x.go.id/a"), None);
        assert_eq!(with_slash("https://x.go.id/a"), "https://x.go.id/a/");
    }
}
