//! `data.zip`: all tables in all languages, with what people and programs need to read them.
//!
//! The default language lies at the top, every other one in a folder of its name. Files are packed one by one as they are
//! made, so that only the packed bytes are held; entries carry the day of the records, not that of the clock.

use super::{csvw, data_csv, data_json, data_package, dictionary};
use crate::plan::PlannedPage;
use crate::plan::outputs::{Outputs, Package, Sizes};
use std::collections::BTreeSet;
use std::io::{self, BufWriter, Cursor, Write};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

/// The archive, and the sizes of the files in it that the site has, too.
#[derive(Debug, Default)]
pub struct Archive {
    /// Its bytes.
    pub bytes: Vec<u8>,
    /// Sizes by path of the site.
    pub sizes: Sizes,
}

/// Packs the whole data set of a site: `pages` are the download pages, that of the default language first.
///
/// # Errors
/// What the packer says.
pub fn write(outputs: &Outputs<'_>, pages: &[&PlannedPage], created: Option<chrono::NaiveDate>) -> io::Result<Archive> {
    let mut packer = Packer {
        zip: ZipWriter::new(Cursor::new(Vec::new())),
        options: options(created),
        names: BTreeSet::new(),
        sizes: Sizes::new(),
    };
    for (at, page) in pages.iter().enumerate() {
        let package = outputs.package(page);
        packer.add(package.words.get("readme_file"), |out| out.write_all(readme(&package).as_bytes()))?;
        let folder = if at == 0 { String::new() } else { format!("{}/", page.lang) };
        language(&mut packer, outputs, page, &package, &folder)?;
        if at == 0 {
            packer.add("LICENSE.txt", |out| out.write_all(license(outputs, pages).as_bytes()))?;
        }
    }
    Ok(Archive { bytes: packer.zip.finish().map_err(io::Error::other)?.into_inner(), sizes: packer.sizes })
}

fn language(
    packer: &mut Packer,
    outputs: &Outputs<'_>,
    page: &PlannedPage,
    package: &Package,
    folder: &str,
) -> io::Result<()> {
    let mut add = |name: &str, make: &mut dyn FnMut(&mut dyn Write) -> io::Result<()>| -> io::Result<()> {
        let bytes = packer.add(&format!("{folder}{name}"), |out| make(out))?;
        packer.sizes.insert(format!("{}{name}", page.path), bytes);
        Ok(())
    };
    for table in &package.tables {
        let set = outputs.table(page, table.kind);
        add(&format!("{}.csv", table.name), &mut |out| data_csv::write(&set.columns, set.rows(), out))?;
    }
    add("kamus-data.csv", &mut |out| dictionary::write(package, out))?;
    add("datapackage.json", &mut |out| data_package::write(package, out))?;
    add("csv-metadata.json", &mut |out| csvw::write(package, out))?;
    match outputs.data(page) {
        Some(set) => add("data.json", &mut |out| data_json::write(&set, out)),
        None => Ok(()),
    }
}

struct Packer {
    zip: ZipWriter<Cursor<Vec<u8>>>,
    options: SimpleFileOptions,
    names: BTreeSet<String>,
    sizes: Sizes,
}

impl Packer {
    /// Packs a file and tells how large it is. A name that is taken stays what it was.
    fn add(&mut self, name: &str, make: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> io::Result<u64> {
        if !self.names.insert(name.to_owned()) {
            return Ok(0);
        }
        self.zip.start_file(name, self.options).map_err(io::Error::other)?;
        let mut counted = BufWriter::with_capacity(1 << 16, Counted { inner: &mut self.zip, bytes: 0 });
        make(&mut counted)?;
        let counted = counted.into_inner().map_err(io::IntoInnerError::into_error)?;
        Ok(counted.bytes)
    }
}

/// Counts what passes.
struct Counted<W> {
    inner: W,
    bytes: u64,
}

impl<W: Write> Write for Counted<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let written = self.inner.write(bytes)?;
        self.bytes += written as u64;
        Ok(written)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.inner.flush()
    }
}

/// How large a file would be that `make` writes.
///
/// # Errors
/// What the maker says.
pub fn size_of(make: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> io::Result<u64> {
    let mut counted = Counted { inner: io::sink(), bytes: 0 };
    make(&mut counted)?;
    Ok(counted.bytes)
}

fn options(created: Option<chrono::NaiveDate>) -> SimpleFileOptions {
    use chrono::Datelike;
    let small = |number: u32| u8::try_from(number).unwrap_or(1);
    let day = created.and_then(|day| {
        let year = u16::try_from(day.year()).ok()?;
        DateTime::from_date_and_time(year, small(day.month()), small(day.day()), 0, 0, 0).ok()
    });
    SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .compression_level(Some(6))
        .unix_permissions(0o644)
        .last_modified_time(day.unwrap_or_default())
}

fn readme(package: &Package) -> String {
    let words = package.words;
    let none = words.get("about_license_none");
    let line = |table: &crate::plan::outputs::PackageTable| {
        let (file, rows) = (format!("{}.csv", table.name), table.rows.to_string());
        words.fill("readme_table", &[("file", &file), ("table", &table.title), ("rows", &rows)])
    };
    let files: Vec<String> = package.tables.iter().map(line).collect();
    words.fill(
        "readme",
        &[
            ("site", &package.head.site),
            ("url", &package.head.url),
            ("date", &package.date),
            ("publisher", package.head.publisher.as_deref().unwrap_or("–")),
            ("license", package.head.license.as_deref().unwrap_or(none)),
            ("files", &files.join("\n")),
            ("cite", &package.cite),
        ],
    )
}

/// The licence in every language of the site.
fn license(outputs: &Outputs<'_>, pages: &[&PlannedPage]) -> String {
    let one = |page: &&PlannedPage| {
        let package = outputs.package(page);
        let key = if package.head.license.is_some() { "license_text" } else { "license_text_none" };
        package.words.fill(
            key,
            &[
                ("site", &package.head.site),
                ("license", package.head.license.as_deref().unwrap_or_default()),
                ("license_url", package.license_url.as_deref().unwrap_or_default()),
                ("publisher", package.head.publisher.as_deref().unwrap_or("–")),
            ],
        )
    };
    pages.iter().map(one).collect::<Vec<_>>().join("\n")
}
