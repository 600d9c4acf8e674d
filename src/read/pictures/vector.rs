//! SVG: published as it is, so it must be nothing but a drawing.

use crate::value::{Picture, PictureForm, PictureProblem};
use quick_xml::events::{BytesStart, Event};

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
pub(super) fn vector(bytes: &[u8], hash: [u8; 32]) -> Result<Picture, PictureProblem> {
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
