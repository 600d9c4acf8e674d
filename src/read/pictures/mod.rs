//! Pictures of `media/`, by their headers: shape, how they lie, whether they can be shown. Nothing is decoded.

#[cfg(feature = "pictures")]
mod pixels;
mod vector;

use crate::value::{Picture, PictureProblem};
#[cfg(feature = "pictures")]
use pixels::pixels;
use vector::vector;

/// What kind of picture a name promises; none for other files.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::read) enum Promise {
    /// A format that is resized.
    Pixels,
    /// SVG.
    Vector,
    /// A picture format that is not shown in pages.
    Other,
}

impl Promise {
    /// What the name of a file promises.
    pub(in crate::read) fn of(path: &str) -> Option<Self> {
        let ending = path.rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase())?;
        match ending.as_str() {
            "jpg" | "jpeg" | "jfif" | "png" | "webp" => Some(Self::Pixels),
            "svg" => Some(Self::Vector),
            "gif" | "apng" | "avif" | "heic" | "heif" | "tif" | "tiff" | "bmp" | "ico" => Some(Self::Other),
            _ => None,
        }
    }
}

/// What the bytes of a file are as a picture.
///
/// # Errors
/// Why it cannot be shown.
pub(in crate::read) fn picture(promise: Promise, bytes: &[u8]) -> Result<Picture, PictureProblem> {
    let hash = *blake3::hash(bytes).as_bytes();
    match promise {
        Promise::Pixels => pixels(bytes, hash),
        Promise::Vector => vector(bytes, hash),
        Promise::Other => Err(PictureProblem::Format),
    }
}

/// A program without the crates that make pictures smaller cannot know what they carry beside their pixels either.
#[cfg(not(feature = "pictures"))]
fn pixels(_: &[u8], _: [u8; 32]) -> Result<Picture, PictureProblem> {
    Err(PictureProblem::NotBuilt)
}

#[cfg(test)]
mod tests {
    use super::{Promise, picture};
    #[cfg(feature = "pictures")]
    use crate::value::PictureForm;
    use crate::value::PictureProblem;

    fn svg(inside: &str) -> Result<(u32, u32), PictureProblem> {
        let text = format!("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 40 30\">{inside}</svg>");
        picture(Promise::Vector, text.as_bytes()).map(|picture| (picture.width, picture.height))
    }

    #[test]
    fn drawings_that_only_draw_are_shown() {
        for sound in [
            "<path d=\"M0 0h4\" fill=\"#123456\"/>",
            "<style>.a { fill: url(#b) }</style><g class=\"a\"/>",
            "<use href=\"#x\"/><title>Onde-onde</title>",
        ] {
            assert_eq!(svg(sound), Ok((40, 30)), "{sound}");
        }
        for active in [
            "<script>1</script>",
            "<SCRIPT/>",
            "<path onload=\"x()\"/>",
            "<a href=\"#x\"/>",
            "<use href=\"https://example.org/x.svg#a\"/>",
            "<image href=\"data:image/png;base64,AAAA\"/>",
            "<rect style=\"fill: url(https://example.org/x)\"/>",
            "<style>@import 'x'; </style>",
            "<style><![CDATA[a { fill: url(//x) }]]></style>",
            "<animate attributeName=\"x\"/>",
            "<foreignObject/>",
            "<use href=\"java&#115;cript:x\"/>",
        ] {
            assert_eq!(svg(active), Err(PictureProblem::Active), "{active}");
        }
        assert_eq!(picture(Promise::Vector, b"<!DOCTYPE svg><svg width='1' height='1'/>"), Err(PictureProblem::Active));
        for broken in
            ["", "bukan gambar", "<svg/>", "<html/>", "<svg viewBox='0 0 0 9'/>", "<svg width='1' height='1'><g></svg>"]
        {
            assert_eq!(picture(Promise::Vector, broken.as_bytes()), Err(PictureProblem::Broken), "{broken}");
        }
    }

    #[test]
    #[cfg(feature = "pictures")]
    fn the_format_is_known_by_the_bytes() {
        let mut png = Vec::new();
        let image = image::DynamicImage::new_rgb8(9, 5);
        image.write_to(&mut std::io::Cursor::new(&mut png), image::ImageFormat::Png).expect("written");
        let found = picture(Promise::of("foto.JPG").expect("a picture"), &png).expect("sound");
        assert_eq!((found.form, found.width, found.height), (PictureForm::Drawing, 9, 5));
        assert_eq!(picture(Promise::Pixels, &png[..20]), Err(PictureProblem::Broken));
        assert_eq!(picture(Promise::Pixels, b"GIF89a\x01\x00\x01\x00"), Err(PictureProblem::Format));
        assert_eq!((Promise::of("a.pdf"), Promise::of("a.gif"), Promise::of("a")), (None, Some(Promise::Other), None));
    }
}
