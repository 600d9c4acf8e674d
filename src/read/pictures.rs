//! Pictures of `media/`, by their headers: shape, how they lie, whether they can be shown. Nothing is decoded.

use crate::value::{Picture, PictureForm, PictureProblem};
use image::{ImageDecoder, ImageFormat, ImageReader, metadata::Orientation};
use quick_xml::events::{BytesStart, Event};
use std::io::Cursor;

/// The most pixels: four bytes each must fit into memory once for every thread.
const MOST_PIXELS: u64 = 60_000_000;

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

fn pixels(bytes: &[u8], hash: [u8; 32]) -> Result<Picture, PictureProblem> {
    let broken = |_| PictureProblem::Broken;
    let reader = ImageReader::new(Cursor::new(bytes)).with_guessed_format().map_err(|_| PictureProblem::Broken)?;
    let format = reader.format().ok_or(PictureProblem::Broken)?;
    if !matches!(format, ImageFormat::Jpeg | ImageFormat::Png | ImageFormat::WebP) {
        return Err(PictureProblem::Format);
    }
    let mut decoder = reader.into_decoder().map_err(broken)?;
    let (width, height) = decoder.dimensions();
    if width == 0 || height == 0 {
        return Err(PictureProblem::Broken);
    }
    if u64::from(width) * u64::from(height) > MOST_PIXELS {
        return Err(PictureProblem::Huge);
    }
    let is_photo = format == ImageFormat::Jpeg || (format == ImageFormat::WebP && !decoder.color_type().has_alpha());
    let lies = matches!(
        decoder.orientation().unwrap_or(Orientation::NoTransforms),
        Orientation::Rotate90 | Orientation::Rotate270 | Orientation::Rotate90FlipH | Orientation::Rotate270FlipH
    );
    let (width, height) = if lies { (height, width) } else { (width, height) };
    let form = if is_photo { PictureForm::Photo } else { PictureForm::Drawing };
    Ok(Picture { form, width, height, hash })
}

/// Elements that do more than draw. Links out of a picture lead nowhere in a page, and animation moves by itself.
const ACTIVE: [&str; 13] = [
    "script",
    "foreignObject",
    "iframe",
    "object",
    "embed",
    "audio",
    "video",
    "image",
    "a",
    "animate",
    "animateTransform",
    "animateMotion",
    "set",
];

/// An SVG that only draws, and only with what is in it.
fn vector(bytes: &[u8], hash: [u8; 32]) -> Result<Picture, PictureProblem> {
    let text = std::str::from_utf8(bytes).map_err(|_| PictureProblem::Broken)?;
    let mut reader = quick_xml::Reader::from_str(text.trim_start_matches('\u{feff}'));
    let mut size = None;
    loop {
        match reader.read_event().map_err(|_| PictureProblem::Broken)? {
            Event::Start(element) | Event::Empty(element) => {
                if size.is_none() {
                    size = Some(size_of(&element)?);
                }
                draws_only(&element)?;
            }
            // Styles are text: what they load is seen there.
            Event::Text(words) if loads(&String::from_utf8_lossy(&words)) => return Err(PictureProblem::Active),
            Event::CData(words) if loads(&String::from_utf8_lossy(&words)) => return Err(PictureProblem::Active),
            // A document type can declare entities, an instruction can name a style sheet.
            Event::DocType(_) | Event::PI(_) => return Err(PictureProblem::Active),
            Event::Eof => break,
            _ => {}
        }
    }
    let (width, height) = size.ok_or(PictureProblem::Broken)?;
    Ok(Picture { form: PictureForm::Vector, width, height, hash })
}

fn draws_only(element: &BytesStart<'_>) -> Result<(), PictureProblem> {
    let name = String::from_utf8_lossy(element.local_name().as_ref()).into_owned();
    if ACTIVE.iter().any(|active| name.eq_ignore_ascii_case(active)) {
        return Err(PictureProblem::Active);
    }
    for attribute in element.attributes() {
        let attribute = attribute.map_err(|_| PictureProblem::Broken)?;
        let key = String::from_utf8_lossy(attribute.key.local_name().as_ref()).to_ascii_lowercase();
        let value = String::from_utf8_lossy(&attribute.value).into_owned();
        let leads_out = matches!(key.as_str(), "href" | "src") && !value.trim_start().starts_with('#');
        if key.starts_with("on") || leads_out || loads(&value) {
            return Err(PictureProblem::Active);
        }
    }
    Ok(())
}

/// Whether a style or value names anything outside the drawing.
fn loads(text: &str) -> bool {
    let lower = text.to_ascii_lowercase();
    // Escapes can spell any of these words.
    lower.contains("@import")
        || lower.contains("javascript:")
        || (lower.contains('\\') && lower.contains("url"))
        || lower.split("url(").skip(1).any(|rest| !rest.trim_start_matches([' ', '"', '\'']).starts_with('#'))
        || lower.contains("&#")
}

/// Width and height of the drawing, or of its view box.
fn size_of(root: &BytesStart<'_>) -> Result<(u32, u32), PictureProblem> {
    if root.local_name().as_ref() != b"svg" {
        return Err(PictureProblem::Broken);
    }
    let value = |name: &str| {
        let found = root.attributes().flatten().find(|attribute| attribute.key.as_ref() == name.as_bytes())?;
        Some(String::from_utf8_lossy(&found.value).into_owned())
    };
    let length = |text: String| text.trim().trim_end_matches("px").parse::<f64>().ok();
    let (width, height) = (value("width").and_then(length), value("height").and_then(length));
    let (width, height) = match (width, height) {
        (Some(width), Some(height)) => (width, height),
        _ => {
            let text = value("viewBox").unwrap_or_default();
            let numbers: Vec<f64> =
                text.split([' ', ',']).filter(|part| !part.is_empty()).filter_map(|part| part.parse().ok()).collect();
            match numbers.as_slice() {
                [_, _, width, height] => (*width, *height),
                _ => return Err(PictureProblem::Broken),
            }
        }
    };
    let pixels = |number: f64| {
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "checked to be a small positive number"
        )]
        (number.is_finite() && (0.5..20_000.0).contains(&number)).then(|| number.round() as u32)
    };
    pixels(width).zip(pixels(height)).ok_or(PictureProblem::Broken)
}

#[cfg(test)]
mod tests {
    use super::{Promise, picture};
    use crate::value::{PictureForm, PictureProblem};

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
