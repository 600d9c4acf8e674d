//! What both verbs may be told, as it is typed.

pub(in crate::cli) use super::clock::instant as instant_of;
use chrono::{DateTime, FixedOffset};
use clap::{Args, ColorChoice, ValueEnum};
use std::path::PathBuf;

/// The flags of `build` and `check`.
#[derive(Clone, Debug, Args)]
pub(in crate::cli) struct SharedArgs {
    /// The folder that holds content/, themes/ and output/
    #[arg(long, value_name = "FOLDER", default_value = ".")]
    pub(in crate::cli) root: PathBuf,

    /// Where the site is written, relative to the current folder [default: <root>/output]
    #[arg(short, long, value_name = "FOLDER")]
    pub(in crate::cli) output: Option<PathBuf>,

    /// The address of the site, in place of base_url in content/site.yaml
    #[arg(long, value_name = "URL", value_parser = web_address)]
    pub(in crate::cli) base_url: Option<String>,

    /// Drafts and records under embargo count too
    #[arg(long)]
    pub(in crate::cli) drafts: bool,

    /// The clock, with offset or zone: decides what is under embargo and what lies ahead
    /// [default: SOURCE_DATE_EPOCH, else the time of the run]
    #[arg(long, value_name = "INSTANT", value_parser = instant_of)]
    pub(in crate::cli) now: Option<DateTime<FixedOffset>>,

    /// Warnings are errors
    #[arg(long)]
    pub(in crate::cli) strict: bool,

    /// Say only what is wrong
    #[arg(short, long, conflicts_with = "verbose")]
    pub(in crate::cli) quiet: bool,

    /// Say how long each step took, and what each output cost
    #[arg(short, long)]
    pub(in crate::cli) verbose: bool,

    /// Show every finding in full, not only the first twenty
    #[arg(long)]
    pub(in crate::cli) all: bool,

    /// How findings are printed; all but text go to standard output
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    pub(in crate::cli) format: Format,

    /// Files that were changed, one a line (`git diff --name-only`); with --format github they come first
    #[arg(long, value_name = "FILE")]
    pub(in crate::cli) changed: Option<PathBuf>,

    /// Colours in messages
    #[arg(long, value_name = "WHEN", default_value = "auto")]
    pub(in crate::cli) color: ColorChoice,

    /// The language of messages [default: the site's, else the locale's, else English]
    #[arg(long, value_name = "LANGUAGE")]
    pub(in crate::cli) lang: Option<MessageLang>,
}

impl SharedArgs {
    /// The site at `root`, with nothing else asked for.
    pub(in crate::cli) fn at(root: PathBuf) -> Self {
        Self {
            root,
            output: None,
            base_url: None,
            drafts: false,
            now: None,
            strict: false,
            quiet: false,
            verbose: false,
            all: false,
            format: Format::Text,
            changed: None,
            color: ColorChoice::Auto,
            lang: None,
        }
    }
}

/// How findings are printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(in crate::cli) enum Format {
    /// For people
    Text,
    /// One document, described by docs/findings.schema.json
    Json,
    /// Annotations of GitHub Actions, and the table of the step
    Github,
    /// GitLab's Code Quality report
    Gitlab,
    /// SARIF 2.1.0, for code scanning
    Sarif,
    /// Test results
    Junit,
}

/// The languages in which Terbit speaks to its users.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(in crate::cli) enum MessageLang {
    /// Indonesian
    Id,
    /// English
    En,
}

impl MessageLang {
    /// The tag.
    pub(in crate::cli) fn tag(self) -> &'static str {
        match self {
            Self::Id => "id",
            Self::En => "en",
        }
    }
}

/// An `http` or `https` address without query, with `/` at its end.
pub(in crate::cli) fn web_address(text: &str) -> Result<String, String> {
    let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
    let host = rest.map(|rest| rest.split('/').next().unwrap_or_default()).unwrap_or_default();
    let is_odd = |letter: char| letter.is_whitespace() || letter.is_control() || "?#\"<>\\".contains(letter);
    // Whoever signs in there must not stand in every page.
    if host.is_empty() || host.contains('@') || text.contains(is_odd) {
        return Err("expected an address such as https://example.go.id/magang/".to_owned());
    }
    Ok(if text.ends_with('/') { text.to_owned() } else { format!("{text}/") })
}

#[cfg(test)]
mod tests {
    use super::web_address;

    #[test]
    fn addresses_end_with_a_slash() {
        assert_eq!(web_address("https://a.go.id/b").unwrap(), "https://a.go.id/b/");
        assert_eq!(web_address("http://localhost:8000/").unwrap(), "http://localhost:8000/");
        for bad in [
            "",
            "a.go.id",
            "https://",
            "https:///x",
            "ftp://a/",
            "https://a/?x",
            "https://a b/",
            "javascript:x",
            "https://u:p@a/",
        ] {
            assert!(web_address(bad).is_err(), "{bad}");
        }
    }
}
