//! Share images: the picture of a page where others link to it, in the look of the site.
//!
//! In: a [`ShareCard`], the theme's colors and two of its fonts. Out: a PNG of 1200 x 630 pixels and sixteen colors.
//! A site has one for every region with activities, so that each must cost less than a page: letters are drawn once
//! (`letters`), the sheet is small (`canvas`), and nothing is blended.

mod canvas;
mod letters;

use super::brand::Brand;
use crate::plan::SHARE_SIZE;
use crate::plan::outputs::{ShareCard, ShareFigure};
use canvas::{Canvas, Ramp};
use letters::{Letters, Style, bold, regular};
use std::io::{self, Write};

/// The left edge of everything.
const LEFT: i32 = 72;
/// The width between the edges.
const WIDTH: i32 = 1200 - 2 * LEFT;
/// The distance from square to square of the map, and the side of a square.
const SQUARE: (i32, i32) = (22, 19);

/// Sizes of a title, the largest that fits is taken, and in how many lines.
const TITLES: [(Style, usize, i32); 5] =
    [(bold(96), 1, 100), (bold(84), 2, 88), (bold(72), 2, 78), (bold(62), 3, 68), (bold(52), 4, 58)];

/// What share images are made with.
pub struct Press {
    letters: Letters,
    brand: Brand,
}

/// The colors of one sheet.
struct Inks {
    ink: Ramp,
    soft: Ramp,
    line: u8,
}

impl Press {
    /// A press with these fonts; none if either is no font.
    pub fn new(regular: &[u8], bold: &[u8], brand: Brand) -> Option<Self> {
        Some(Self { letters: Letters::new(regular, bold)?, brand })
    }

    /// Writes the image of a card.
    ///
    /// # Errors
    /// What the stream says.
    pub fn write(&self, card: &ShareCard, out: impl Write) -> io::Result<()> {
        self.draw(card).write(out)
    }

    fn draw(&self, card: &ShareCard) -> Canvas {
        let mut canvas = Canvas::new(SHARE_SIZE, self.brand.paper);
        let inks = Inks {
            ink: canvas.ramp(self.brand.ink, 4),
            soft: canvas.ramp(self.brand.soft, 2),
            line: canvas.color(self.brand.line),
        };
        let map = self.map(&mut canvas, card);
        self.head(&mut canvas, card, &inks);
        self.title(&mut canvas, card, &inks, WIDTH - map);
        if card.figures.is_empty() {
            self.summary(&mut canvas, card, &inks);
        } else {
            self.figures(&mut canvas, &card.figures, &inks);
        }
        self.foot(&mut canvas, card, &inks);
        canvas
    }

    /// The name of the site over a line of ink.
    fn head(&self, canvas: &mut Canvas, card: &ShareCard, inks: &Inks) {
        let style = bold(34);
        let name = if card.site == card.title { card.address.as_str() } else { card.site.as_str() };
        for line in self.letters.cut(name, style, WIDTH, 1) {
            self.letters.draw(canvas, &line, (LEFT, 88), style, &inks.ink);
        }
        canvas.fill((LEFT, 112), (WIDTH, 2), inks.ink[3]);
    }

    /// The small map at the right; gives the width that it takes.
    fn map(&self, canvas: &mut Canvas, card: &ShareCard) -> i32 {
        let (step, side) = SQUARE;
        // Whoever has more columns than the stylesheet knows has no small map.
        let column = |x: u32| i32::try_from(x.min(100)).unwrap_or(0) * step;
        let width = card.tiles.iter().map(|tile| column(tile.x) + side).max().unwrap_or(0);
        if width == 0 || width > WIDTH / 2 {
            return 0;
        }
        let (tint, host, paper) = (self.brand.tint, self.brand.host, self.brand.paper);
        for tile in &card.tiles {
            let level = usize::try_from(tile.level.min(4)).unwrap_or(0);
            // The steps of the large map: never so faint that the quietest looks like nothing.
            let strength = [0, 30, 50, 75, 100][level];
            let mix = |at: usize| {
                let (from, to) = (u32::from(paper[at]), u32::from(host[at]));
                u8::try_from((from * (100 - strength) + to * strength) / 100).unwrap_or(0)
            };
            let color = if level == 0 { tint } else { [mix(0), mix(1), mix(2)] };
            let color = canvas.color(color);
            canvas.fill((LEFT + WIDTH - width + column(tile.x), 164 + column(tile.y)), (side, side), color);
        }
        width + 48
    }

    /// What the page is, and its name as large as there is room.
    fn title(&self, canvas: &mut Canvas, card: &ShareCard, inks: &Inks, width: i32) {
        let mut base = 182;
        for line in self.letters.cut(&card.kicker, regular(28), width, 1) {
            self.letters.draw(canvas, &line, (LEFT, base), regular(28), &inks.soft);
            base += 12;
        }
        let fitting = TITLES.iter().find_map(|(style, lines, height)| {
            Some((self.letters.wrap(&card.title, *style, width, *lines)?, *style, *height))
        });
        let (last, lines, height) = TITLES[TITLES.len() - 1];
        let (lines, style, height) =
            fitting.unwrap_or_else(|| (self.letters.cut(&card.title, last, width, lines), last, height));
        for line in lines {
            base += height;
            self.letters.draw(canvas, &line, (LEFT, base - height / 8), style, &inks.ink);
        }
    }

    fn summary(&self, canvas: &mut Canvas, card: &ShareCard, inks: &Inks) {
        for (base, line) in (464..).step_by(46).zip(self.letters.cut(&card.summary, regular(34), WIDTH, 2)) {
            self.letters.draw(canvas, &line, (LEFT, base), regular(34), &inks.soft);
        }
    }

    /// Figures side by side, each under a bar of its tone.
    fn figures(&self, canvas: &mut Canvas, figures: &[ShareFigure], inks: &Inks) {
        let width = WIDTH / 3;
        canvas.fill((LEFT, 398), (WIDTH, 1), inks.line);
        for (left, figure) in (LEFT..).step_by(usize::try_from(width).unwrap_or(1)).zip(figures.iter().take(3)) {
            let tone = canvas.color(self.brand.tone(&figure.tone));
            canvas.fill((left, 398), (64, 6), tone);
            let mut pen = left;
            let style = if figure.words { regular(40) } else { bold(84) };
            if !figure.qualifier.is_empty() {
                self.letters.draw(canvas, &figure.qualifier, (pen, 482), regular(24), &inks.soft);
                pen += self.letters.width(&figure.qualifier, regular(24)) + 10;
            }
            for line in self.letters.cut(&figure.value, style, left + width - 24 - pen, 1) {
                let ramp = if figure.words { &inks.soft } else { &inks.ink };
                self.letters.draw(canvas, &line, (pen, 482), style, ramp);
            }
            for (base, line) in (522..).step_by(32).zip(self.letters.cut(&figure.label, regular(28), width - 24, 2)) {
                self.letters.draw(canvas, &line, (left, base), regular(28), &inks.soft);
            }
        }
    }

    /// Of what day it is, and where.
    fn foot(&self, canvas: &mut Canvas, card: &ShareCard, inks: &Inks) {
        let style = regular(24);
        self.letters.draw(canvas, &card.as_of, (LEFT, 598), style, &inks.soft);
        if card.site == card.title {
            return;
        }
        let room = WIDTH - self.letters.width(&card.as_of, style) - 40;
        for line in self.letters.cut(&card.address, style, room, 1) {
            let left = LEFT + WIDTH - self.letters.width(&line, style);
            self.letters.draw(canvas, &line, (left, 598), style, &inks.soft);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Press;
    use crate::diag::Report;
    use crate::plan::outputs::{ShareCard, ShareFigure, ShareTile};
    use crate::read::ThemeFiles;
    use crate::render::brand::Brand;

    fn press() -> Press {
        let files = ThemeFiles::carried();
        let brand = Brand::of(&files, &mut Report::new());
        Press::new(&files.share["regular.ttf"], &files.share["bold.ttf"], brand).expect("fonts")
    }

    fn card() -> ShareCard {
        let figure = |value: &str, tone: &str| ShareFigure {
            value: value.to_owned(),
            label: "orang magang di sini".to_owned(),
            tone: tone.to_owned(),
            ..ShareFigure::default()
        };
        ShareCard {
            site: "Laporan Magang".to_owned(),
            kicker: "Kota · Jawa Timur".to_owned(),
            title: "Kota Malang".to_owned(),
            figures: vec![figure("8", "host"), figure("10", "visit"), figure("3", "training")],
            tiles: (0..17).map(|x| ShareTile { x, y: x % 7, level: if x == 5 { 4 } else { 0 } }).collect(),
            as_of: "Data per 22 September 2025".to_owned(),
            address: "example.org/terbit".to_owned(),
            ..ShareCard::default()
        }
    }

    fn made(press: &Press, card: &ShareCard) -> Vec<u8> {
        let mut bytes = Vec::new();
        press.write(card, &mut bytes).expect("written");
        bytes
    }

    #[test]
    fn an_image_has_the_size_that_is_promised_and_the_colors_of_the_theme() {
        let bytes = made(&press(), &card());
        let image = image::load_from_memory(&bytes).expect("a picture").to_rgb8();
        assert_eq!(image.dimensions(), crate::plan::SHARE_SIZE);
        let colors: std::collections::BTreeSet<[u8; 3]> = image.pixels().map(|pixel| pixel.0).collect();
        let brand = Brand::of(&ThemeFiles::carried(), &mut Report::new());
        for color in [brand.paper, brand.ink, brand.soft, brand.tint, brand.host, brand.visit, brand.training] {
            assert!(colors.contains(&color), "{color:?} is not in the picture");
        }
        assert!(bytes.len() < 40_000, "{} bytes", bytes.len());
    }

    #[test]
    fn the_same_card_is_the_same_bytes_whatever_was_drawn_before() {
        let press = press();
        let first = made(&press, &card());
        let other = ShareCard { title: "Papua".to_owned(), figures: Vec::new(), ..card() };
        assert_ne!(made(&press, &other), first);
        assert_eq!(made(&press, &card()), first);
        assert_eq!(made(&self::press(), &card()), first);
    }

    #[test]
    fn no_words_break_it() {
        let press = press();
        let long = "Pemerintah ".repeat(60);
        for text in ["", " ", "\u{1f3d9}", "مدينة", "a\u{0}b", long.as_str(), &"x".repeat(500)] {
            let figure = ShareFigure { value: text.to_owned(), label: text.to_owned(), ..ShareFigure::default() };
            let all = text.to_owned();
            let tiles = vec![ShareTile { x: u32::MAX, y: 3, level: 9 }, ShareTile { x: 2, y: u32::MAX, level: 1 }];
            for tiles in [tiles, vec![ShareTile { x: 3, y: 900, level: 9 }]] {
                let card = ShareCard {
                    site: all.clone(),
                    kicker: all.clone(),
                    title: all.clone(),
                    summary: all.clone(),
                    figures: vec![figure.clone(); 5],
                    tiles,
                    as_of: all.clone(),
                    address: all.clone(),
                };
                assert!(image::load_from_memory(&made(&press, &card)).is_ok());
                assert!(image::load_from_memory(&made(&press, &ShareCard { figures: Vec::new(), ..card })).is_ok());
            }
        }
    }
}
