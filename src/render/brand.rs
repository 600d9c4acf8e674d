//! The colors of a theme, for what is no page: share images and the web manifest.

use crate::diag::{Bilingual, Code, Diagnostic, Report};
use crate::read::ThemeFiles;
use serde::Deserialize;
use std::collections::BTreeMap;

/// Red, green, blue.
pub type Rgb = [u8; 3];

/// The colors that `theme.yaml` names; those that it does not name are plain.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Brand {
    /// The ground.
    pub paper: Rgb,
    /// Text.
    pub ink: Rgb,
    /// Small text.
    pub soft: Rgb,
    /// Lines.
    pub line: Rgb,
    /// Quiet areas.
    pub tint: Rgb,
    /// What is hosted.
    pub host: Rgb,
    /// What is sent.
    pub origin: Rgb,
    /// Visits.
    pub visit: Rgb,
    /// Trainings.
    pub training: Rgb,
    /// Outcomes.
    pub outcome: Rgb,
}

impl Default for Brand {
    fn default() -> Self {
        let (ink, grey) = ([0x11; 3], [0x66; 3]);
        Self {
            paper: [0xff; 3],
            ink,
            soft: grey,
            line: [0xcc; 3],
            tint: [0xee; 3],
            host: ink,
            origin: grey,
            visit: grey,
            training: grey,
            outcome: grey,
        }
    }
}

/// What a program reads in `theme.yaml`; the rest of it is for people.
#[derive(Default, Deserialize)]
struct Settings {
    #[serde(default)]
    colors: BTreeMap<String, String>,
}

impl Brand {
    /// Reads `theme.yaml`; what is wrong there goes to the report.
    pub fn of(files: &ThemeFiles, report: &mut Report) -> Self {
        let mut brand = Self::default();
        let Some((path, text)) = &files.settings else { return brand };
        let settings: Settings = match serde_saphyr::from_str(text) {
            Ok(settings) => settings,
            Err(error) => {
                let line = error.location().map_or(1, |at| usize::try_from(at.line()).unwrap_or(1));
                report.push(unreadable(path, line));
                return brand;
            }
        };
        for (name, word) in &settings.colors {
            match (brand.slot(name), rgb(word)) {
                (Some(slot), Some(color)) => *slot = color,
                (None, _) => report.push(unknown(path, name)),
                (_, None) => report.push(no_color(path, name, word)),
            }
        }
        brand
    }

    fn slot(&mut self, name: &str) -> Option<&mut Rgb> {
        Some(match name {
            "paper" => &mut self.paper,
            "ink" => &mut self.ink,
            "soft" => &mut self.soft,
            "line" => &mut self.line,
            "tint" => &mut self.tint,
            "host" => &mut self.host,
            "origin" => &mut self.origin,
            "visit" => &mut self.visit,
            "training" => &mut self.training,
            "outcome" => &mut self.outcome,
            _ => return None,
        })
    }

    /// The color of a tone of the figures: `host`, `visit`, …; ink for those without one.
    pub fn tone(&self, name: &str) -> Rgb {
        let mut brand = *self;
        brand.slot(name).copied().unwrap_or(self.ink)
    }
}

/// `#rrggbb` as CSS writes it.
pub fn hex([red, green, blue]: Rgb) -> String {
    format!("#{red:02x}{green:02x}{blue:02x}")
}

fn rgb(word: &str) -> Option<Rgb> {
    let digits = word.strip_prefix('#').filter(|digits| digits.len() == 6 && digits.is_ascii())?;
    let part = |at: usize| u8::from_str_radix(&digits[at..at + 2], 16).ok();
    digits.bytes().all(|byte| byte.is_ascii_hexdigit()).then_some(())?;
    Some([part(0)?, part(2)?, part(4)?])
}

fn unreadable(path: &str, line: usize) -> Diagnostic {
    Diagnostic::about(
        Code::T004,
        path,
        Bilingual::new(format!("Baris {line} tidak dapat dibaca."), format!("Line {line} cannot be read.")),
    )
    .note(Bilingual::new(
        "Tulis `colors:` lalu `nama: \"#rrggbb\"` di bawahnya.",
        "Write `colors:`, and `name: \"#rrggbb\"` below it.",
    ))
}

fn unknown(path: &str, name: &str) -> Diagnostic {
    Diagnostic::about(
        Code::T004,
        path,
        Bilingual::new(format!("Warna `{name}` tidak dikenal."), format!("There is no color `{name}`.")),
    )
    .note(Bilingual::new(
        "Yang ada: paper, ink, soft, line, tint, host, origin, visit, training, outcome.",
        "There are paper, ink, soft, line, tint, host, origin, visit, training, outcome.",
    ))
}

fn no_color(path: &str, name: &str, word: &str) -> Diagnostic {
    let word = word.replace('`', "'");
    Diagnostic::about(
        Code::T004,
        path,
        Bilingual::new(
            format!("Warna `{name}` bukan warna: `{word}`."),
            format!("The color `{name}` is no color: `{word}`."),
        ),
    )
    .note(Bilingual::new(
        "Tulis enam angka heksadesimal: `\"#274690\"`.",
        "Write six hexadecimal digits: `\"#274690\"`.",
    ))
}

#[cfg(test)]
mod tests {
    use super::{Brand, hex, rgb};
    use crate::diag::Report;
    use crate::read::ThemeFiles;

    #[test]
    fn colors_are_six_digits() {
        assert_eq!(rgb("#274690"), Some([0x27, 0x46, 0x90]));
        assert_eq!(hex([0x27, 0x46, 0x90]), "#274690");
        for bad in ["274690", "#27469", "#2746900", "#27469g", "#+74690", "red", "#é4690"] {
            assert_eq!(rgb(bad), None, "{bad}");
        }
    }

    #[test]
    fn the_carried_theme_names_every_color() {
        let mut report = Report::new();
        let brand = Brand::of(&ThemeFiles::carried(), &mut report);
        assert!(report.diagnostics().is_empty());
        assert_eq!(hex(brand.tone("visit")), "#0b7268");
        assert_eq!(brand.tone(""), brand.ink);
        assert_ne!(brand, Brand::default());
    }
}
