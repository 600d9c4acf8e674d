//! Letters: outlines of the theme's fonts, drawn once in each size and then only copied.

use super::canvas::{Canvas, Ramp, STEPS};
use ab_glyph::{Font, FontVec, Glyph as Placed, GlyphId, PxScale, point};
use std::sync::OnceLock;

/// The weights that a theme brings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weight {
    /// `share/regular.ttf`.
    Regular,
    /// `share/bold.ttf`.
    Bold,
}

/// A weight in a size, in pixels of the em.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Style {
    weight: Weight,
    size: u16,
}

/// Every style that is ever drawn, so that each has a table of its letters.
const STYLES: [Style; 12] = [
    bold(112),
    bold(96),
    bold(84),
    bold(72),
    bold(62),
    bold(52),
    bold(44),
    bold(34),
    regular(40),
    regular(34),
    regular(28),
    regular(24),
];

/// A bold style.
pub const fn bold(size: u16) -> Style {
    Style { weight: Weight::Bold, size }
}

/// A regular style.
pub const fn regular(size: u16) -> Style {
    Style { weight: Weight::Regular, size }
}

/// The fonts and the letters drawn so far.
pub struct Letters {
    regular: Face,
    bold: Face,
    /// One table a style; a letter is drawn when it is first needed, and is the same whoever draws it.
    drawn: Vec<Vec<OnceLock<Glyph>>>,
}

struct Face {
    font: FontVec,
    /// The characters that it has, sorted.
    has: Vec<(char, GlyphId)>,
}

/// A letter as a field of steps.
struct Glyph {
    left: i32,
    top: i32,
    width: usize,
    steps: Vec<u8>,
}

impl Letters {
    /// The letters of two fonts; none if either is no font.
    pub fn new(regular: &[u8], bold: &[u8]) -> Option<Self> {
        let (regular, bold) = (Face::new(regular)?, Face::new(bold)?);
        let table = |style: &Style| {
            let face = if style.weight == Weight::Bold { &bold } else { &regular };
            face.has.iter().map(|_| OnceLock::new()).collect()
        };
        let drawn = STYLES.iter().map(table).collect();
        Some(Self { regular, bold, drawn })
    }

    /// The width of a text.
    pub fn width(&self, text: &str, style: Style) -> i32 {
        let mut width = 0.0;
        self.walk(text, style, |_, _, _, end| width = end);
        whole(width)
    }

    /// Draws a line of text whose baseline begins at `(left, base)`. Characters that the font lacks are left out.
    pub fn draw(&self, canvas: &mut Canvas, text: &str, (left, base): (i32, i32), style: Style, ramp: &Ramp) {
        let Some(table) = STYLES.iter().position(|known| *known == style).and_then(|at| self.drawn.get(at)) else {
            return;
        };
        self.walk(text, style, |place, id, pen, _| {
            let Some(slot) = table.get(place) else { return };
            let glyph = slot.get_or_init(|| self.face(style).glyph(id, style.size));
            glyph.copy(canvas, (left + whole(pen), base), ramp);
        });
    }

    /// The text in at most `lines` lines of `width`; none if it needs more.
    pub fn wrap(&self, text: &str, style: Style, width: i32, lines: usize) -> Option<Vec<String>> {
        let mut wrapped: Vec<String> = Vec::new();
        for word in text.split_whitespace() {
            let longer = wrapped.last().map(|line| format!("{line} {word}"));
            match longer.filter(|line| self.width(line, style) <= width) {
                Some(line) => {
                    wrapped.pop();
                    wrapped.push(line);
                }
                None => wrapped.push(word.to_owned()),
            }
        }
        let fits = wrapped.len() <= lines && wrapped.iter().all(|line| self.width(line, style) <= width);
        fits.then_some(wrapped)
    }

    /// As much of the text as fits into `lines` lines, cut at a word and marked with `…`.
    pub fn cut(&self, text: &str, style: Style, width: i32, lines: usize) -> Vec<String> {
        if let Some(whole) = self.wrap(text, style, width, lines) {
            return whole;
        }
        let words: Vec<&str> = text.split_whitespace().collect();
        let fitting = (1..words.len())
            .map_while(|number| self.wrap(&format!("{}…", words[..number].join(" ")), style, width, lines))
            .last();
        fitting.unwrap_or_else(|| self.cut_inside(words.first().copied().unwrap_or_default(), style, width))
    }

    /// A word that is longer than a line.
    fn cut_inside(&self, word: &str, style: Style, width: i32) -> Vec<String> {
        let cuts = word.char_indices().map(|(end, _)| format!("{}…", &word[..end]));
        cuts.take_while(|line| self.width(line, style) <= width).last().into_iter().collect()
    }

    fn face(&self, style: Style) -> &Face {
        if style.weight == Weight::Bold { &self.bold } else { &self.regular }
    }

    /// Visits each letter: its place in the table, its glyph, where it begins and where it ends.
    fn walk(&self, text: &str, style: Style, mut visit: impl FnMut(usize, GlyphId, f32, f32)) {
        let face = self.face(style);
        let scale = f32::from(style.size) / face.font.units_per_em().unwrap_or(1000.0);
        let (mut pen, mut last) = (0.0, None);
        for letter in text.chars() {
            let Ok(place) = face.has.binary_search_by_key(&letter, |(known, _)| *known) else { continue };
            let id = face.has[place].1;
            pen += last.map_or(0.0, |last| face.font.kern_unscaled(last, id) * scale);
            let end = pen + face.font.h_advance_unscaled(id) * scale;
            visit(place, id, pen, end);
            (pen, last) = (end, Some(id));
        }
    }
}

impl Face {
    fn new(bytes: &[u8]) -> Option<Self> {
        let font = FontVec::try_from_vec(bytes.to_vec()).ok()?;
        // Every letter that Latin scripts need; a font's own list would leave out those that share a glyph.
        let letters = ('\u{20}'..='\u{24f}').chain('\u{1e00}'..='\u{22ff}');
        let has = letters.map(|letter| (letter, font.glyph_id(letter))).filter(|(_, id)| id.0 != 0).collect();
        Some(Self { font, has })
    }

    fn glyph(&self, id: GlyphId, size: u16) -> Glyph {
        let per_em = self.font.height_unscaled() / self.font.units_per_em().unwrap_or(1000.0);
        let placed: Placed = id.with_scale_and_position(PxScale::from(f32::from(size) * per_em), point(0.0, 0.0));
        let Some(outline) = self.font.outline_glyph(placed) else {
            return Glyph { left: 0, top: 0, width: 0, steps: Vec::new() };
        };
        let bounds = outline.px_bounds();
        let width = usize::try_from(whole(bounds.width())).unwrap_or(0);
        let height = usize::try_from(whole(bounds.height())).unwrap_or(0);
        let mut steps = vec![0; width * height];
        outline.draw(|x, y, covered| {
            if let Some(slot) = steps.get_mut(y as usize * width + x as usize).filter(|_| (x as usize) < width) {
                *slot = u8::try_from(whole(covered * STEPS as f32)).unwrap_or(0).min(STEPS as u8);
            }
        });
        Glyph { left: whole(bounds.min.x), top: whole(bounds.min.y), width, steps }
    }
}

impl Glyph {
    fn copy(&self, canvas: &mut Canvas, (left, base): (i32, i32), ramp: &Ramp) {
        for (y, row) in (base + self.top..).zip(self.steps.chunks_exact(self.width.max(1))) {
            for (x, step) in (left + self.left..).zip(row) {
                if let Some(color) = usize::from(*step).checked_sub(1).and_then(|step| ramp.get(step)) {
                    canvas.set(x, y, *color);
                }
            }
        }
    }
}

/// The nearest whole number.
#[expect(clippy::cast_possible_truncation, reason = "pixels of a small picture")]
fn whole(number: f32) -> i32 {
    number.round() as i32
}

#[cfg(test)]
mod tests {
    use super::{Letters, bold, regular};
    use crate::read::ThemeFiles;

    fn letters() -> Letters {
        let files = ThemeFiles::carried();
        Letters::new(&files.share["regular.ttf"], &files.share["bold.ttf"]).expect("fonts")
    }

    #[test]
    fn texts_are_as_wide_as_their_letters() {
        let letters = letters();
        let (one, two) = (letters.width("Papua", bold(96)), letters.width("Papua Papua", bold(96)));
        assert!(one > 150 && one < 400 && two > 2 * one && two < 3 * one, "{one} {two}");
        assert!(letters.width("To", bold(96)) < letters.width("T", bold(96)) + letters.width("o", bold(96)));
        assert_eq!(letters.width("\u{1f3d9}مدينة", bold(96)), 0);
    }

    #[test]
    fn long_texts_are_wrapped_or_cut() {
        let letters = letters();
        let style = regular(34);
        let text = "Lima aparatur dari Papua belajar merencanakan di Kota Malang";
        let lines = letters.wrap(text, style, 500, 3).expect("three lines");
        assert_eq!(lines.join(" "), text);
        assert!(lines.len() > 1 && lines.iter().all(|line| letters.width(line, style) <= 500), "{lines:?}");
        assert_eq!(letters.wrap(text, style, 500, 1), None);
        let cut = letters.cut(text, style, 300, 2);
        assert!(cut.len() == 2 && cut[1].ends_with('…') && letters.width(&cut[1], style) <= 300, "{cut:?}");
        let long = letters.cut(&"a".repeat(100), style, 300, 2);
        assert!(long[0].ends_with('…') && letters.width(&long[0], style) <= 300, "{long:?}");
        assert!(letters.cut("", style, 300, 2).is_empty());
    }
}
