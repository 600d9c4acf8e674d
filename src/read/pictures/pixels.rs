//! Photographs and drawings of pixels: size, how they lie, whether there is memory for them.

use crate::value::{Picture, PictureForm, PictureProblem};
use image::{ImageDecoder, ImageFormat, ImageReader, metadata::Orientation};
use std::io::Cursor;

/// The most pixels: four bytes each must fit into memory once for every thread.
const MOST_PIXELS: u64 = 60_000_000;

/// What the header of a picture says.
pub(super) fn pixels(bytes: &[u8], hash: [u8; 32]) -> Result<Picture, PictureProblem> {
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
