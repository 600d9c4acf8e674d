//! Pictures of `media/`: what is known of one before it is decoded, and the files that are made of it.

use std::fmt::Write;

/// The widths that a picture is shown in: of a phone, of a column, of a wide or dense screen.
const WIDTHS: [u32; 3] = [480, 960, 1600];

/// Changes when the same picture would give other bytes: part of every name, so that an old file is never taken for a new one.
const RECIPE: &str = concat!(env!("CARGO_PKG_VERSION"), " 2");

/// What a picture becomes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PictureForm {
    /// A photograph: JPEG.
    Photo,
    /// A drawing, or what has transparent parts: PNG.
    Drawing,
    /// An SVG: published as it is, once it is known to be nothing but a drawing.
    Vector,
}

/// A picture, known by its header.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Picture {
    /// What it becomes.
    pub form: PictureForm,
    /// The width in pixels, as it is seen: a photograph lying on its side is turned upright.
    pub width: u32,
    /// The height in pixels, as it is seen.
    pub height: u32,
    /// BLAKE3 of the original.
    pub hash: [u8; 32],
}

/// Why a file of `media/` is no picture that a page can show.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PictureProblem {
    /// It cannot be read as the picture that its name promises.
    Broken,
    /// A format that not every browser shows, or that moves.
    Format,
    /// A drawing that does more than show: scripts, animation, files from elsewhere.
    Active,
    /// More pixels than there is memory for.
    Huge,
    /// This program was built without what makes pictures smaller.
    NotBuilt,
}

impl Picture {
    /// The widths of the files that are made of it, narrowest first; never wider than it is.
    pub fn widths(&self) -> Vec<u32> {
        if self.form == PictureForm::Vector {
            return vec![self.width];
        }
        let widest = self.width.min(WIDTHS[WIDTHS.len() - 1]);
        // A file that is hardly narrower than the next one is not worth its bytes.
        let narrower = WIDTHS.into_iter().filter(|width| u64::from(*width) * 10 <= u64::from(widest) * 9);
        narrower.chain([widest]).collect()
    }

    /// The height at a width; at least one pixel.
    pub fn height_at(&self, width: u32) -> u32 {
        let height =
            (u64::from(self.height) * u64::from(width) + u64::from(self.width) / 2) / u64::from(self.width.max(1));
        u32::try_from(height).unwrap_or(u32::MAX).max(1)
    }

    /// The path of the file in a width. `path` is that of the original below `media/`.
    ///
    /// The name holds a hash of the original and of how the file is made: equal names are equal bytes.
    pub fn file(&self, path: &str, width: u32) -> String {
        let ending = match self.form {
            PictureForm::Vector => return format!("media/{path}"),
            PictureForm::Photo => "jpg",
            PictureForm::Drawing => "png",
        };
        let mut hasher = blake3::Hasher::new();
        hasher.update(&self.hash).update(RECIPE.as_bytes());
        let mut mark = String::new();
        for byte in &hasher.finalize().as_bytes()[..5] {
            // Writing into a text cannot fail.
            let _ = write!(mark, "{byte:02x}");
        }
        let stem = path.rsplit_once('.').map_or(path, |(stem, _)| stem);
        format!("media/{stem}-{mark}-{width}.{ending}")
    }
}

#[cfg(test)]
mod tests {
    use super::{Picture, PictureForm};

    fn picture(width: u32, height: u32) -> Picture {
        Picture { form: PictureForm::Photo, width, height, hash: [7; 32] }
    }

    #[test]
    fn no_file_is_wider_than_its_picture() {
        for (width, widths) in [
            (4000, vec![480, 960, 1600]),
            (1600, vec![480, 960, 1600]),
            (1000, vec![480, 1000]),
            (500, vec![500]),
            (1, vec![1]),
        ] {
            assert_eq!(picture(width, 10).widths(), widths, "{width}");
        }
    }

    #[test]
    fn heights_keep_the_shape() {
        assert_eq!(picture(4000, 3000).height_at(960), 720);
        assert_eq!(picture(3, 1000).height_at(1), 333);
        assert_eq!(picture(5000, 1).height_at(480), 1);
    }

    #[test]
    fn names_tell_contents_apart() {
        let one = picture(4000, 3000).file("2022/foto satu.JPG", 480);
        assert!(one.starts_with("media/2022/foto satu-") && one.ends_with("-480.jpg"), "{one}");
        let other = Picture { hash: [8; 32], ..picture(4000, 3000) }.file("2022/foto satu.JPG", 480);
        assert_ne!(one, other);
        let drawing = Picture { form: PictureForm::Vector, ..picture(1, 1) };
        assert_eq!(drawing.file("a.svg", 1), "media/a.svg");
    }
}
