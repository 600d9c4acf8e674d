//! A picture in its widths: decoded once, turned upright, made smaller, its colors those of the web, and written anew with
//! nothing but its pixels.
//!
//! Whatever the original carried beside them (where it was taken, with what, by whom) is not written: there is
//! nothing to forget to remove. One picture at a time is in memory on each thread.

mod colors;

use crate::value::{Picture, PictureForm};
use image::codecs::png::{CompressionType, FilterType, PngEncoder};
use image::imageops::{self, FilterType as Kernel};
use image::{DynamicImage, ImageDecoder, ImageReader, Limits};
use std::io::Cursor;

/// Of a hundred: photographs of this size show no blocks, and weigh a third of what cameras write.
const QUALITY: u8 = 78;

/// The most memory that decoding may take.
const MEMORY: u64 = 512 * 1024 * 1024;

/// The files of a picture in these widths.
///
/// # Errors
/// What the decoder says of a damaged original.
pub fn made(original: &[u8], picture: &Picture, widths: &[u32]) -> Result<Vec<Vec<u8>>, String> {
    let (image, profile) = upright(original).map_err(|error| error.to_string())?;
    widths
        .iter()
        .map(|width| {
            let image = smaller(&image, *width, picture.height_at(*width));
            let image = colors::of_the_web(image, profile.as_deref());
            match picture.form {
                PictureForm::Photo => photo(&image),
                PictureForm::Drawing => drawing(&image),
                PictureForm::Vector => Ok(original.to_vec()),
            }
        })
        .collect()
}

/// The picture as it is seen, and the profile of its colors where it has one.
fn upright(original: &[u8]) -> image::ImageResult<(DynamicImage, Option<Vec<u8>>)> {
    let mut reader = ImageReader::new(Cursor::new(original)).with_guessed_format()?;
    let mut limits = Limits::default();
    limits.max_alloc = Some(MEMORY);
    reader.limits(limits);
    let mut decoder = reader.into_decoder()?;
    let orientation = decoder.orientation()?;
    // A profile that cannot be read is none.
    let profile = decoder.icc_profile().unwrap_or_default();
    let mut image = DynamicImage::from_decoder(decoder)?;
    image.apply_orientation(orientation);
    Ok((image, profile))
}

/// In two steps where it becomes much smaller: averages down to twice the size are cheap, and what is left to the
/// careful kernel costs the same for every camera.
fn smaller(image: &DynamicImage, width: u32, height: u32) -> DynamicImage {
    // Eight bits a channel are all that is written.
    if (image.width(), image.height()) == (width, height) {
        return if image.color().has_alpha() { image.to_rgba8().into() } else { image.to_rgb8().into() };
    }
    let near = (width.saturating_mul(2), height.saturating_mul(2));
    let nearer;
    let image = if image.width() > near.0.saturating_mul(3) / 2 && image.height() > near.1 {
        nearer = image.thumbnail_exact(near.0, near.1);
        &nearer
    } else {
        image
    };
    if image.color().has_alpha() {
        imageops::resize(&image.to_rgba8(), width, height, Kernel::CatmullRom).into()
    } else {
        imageops::resize(&image.to_rgb8(), width, height, Kernel::CatmullRom).into()
    }
}

/// JPEG, progressive: shows itself early on a slow line.
fn photo(image: &DynamicImage) -> Result<Vec<u8>, String> {
    let mut out = Vec::new();
    let pixels = image.to_rgb8();
    let side = |length: u32| u16::try_from(length).map_err(|error| error.to_string());
    let (width, height) = (side(pixels.width())?, side(pixels.height())?);
    let mut encoder = jpeg_encoder::Encoder::new(&mut out, QUALITY);
    encoder.set_progressive(true);
    encoder.set_optimized_huffman_tables(true);
    encoder.set_sampling_factor(jpeg_encoder::SamplingFactor::F_2_2);
    encoder.encode(&pixels, width, height, jpeg_encoder::ColorType::Rgb).map_err(|error| error.to_string())?;
    Ok(out)
}

fn drawing(image: &DynamicImage) -> Result<Vec<u8>, String> {
    let mut out = Vec::new();
    let encoder = PngEncoder::new_with_quality(&mut out, CompressionType::Default, FilterType::Adaptive);
    image.write_with_encoder(encoder).map_err(|error| error.to_string())?;
    Ok(out)
}

#[cfg(test)]
mod tests {
    use crate::value::{Picture, PictureForm};
    use image::{DynamicImage, ImageFormat, Rgb, RgbImage};
    use std::io::Cursor;

    /// A red left half and a blue right half.
    fn halves(width: u32, height: u32, format: ImageFormat) -> Vec<u8> {
        let image = RgbImage::from_fn(width, height, |x, _| Rgb(if x < width / 2 { [200, 0, 0] } else { [0, 0, 200] }));
        let mut bytes = Vec::new();
        DynamicImage::from(image).write_to(&mut Cursor::new(&mut bytes), format).expect("written");
        bytes
    }

    fn made(original: &[u8], form: PictureForm, size: (u32, u32), width: u32) -> Vec<u8> {
        let picture = Picture { form, width: size.0, height: size.1, hash: [0; 32] };
        super::made(original, &picture, &[width]).expect("made").remove(0)
    }

    #[test]
    fn pictures_become_smaller_and_stay_what_they_show() {
        for (form, format) in [(PictureForm::Photo, ImageFormat::Jpeg), (PictureForm::Drawing, ImageFormat::Png)] {
            let original = halves(900, 600, format);
            for width in [450, 90, 900] {
                let bytes = made(&original, form, (900, 600), width);
                assert_eq!(image::guess_format(&bytes).expect("a format"), format);
                let image = image::load_from_memory(&bytes).expect("a picture").to_rgb8();
                assert_eq!(image.dimensions(), (width, width * 2 / 3));
                let (left, right) = (image.get_pixel(width / 4, 5).0, image.get_pixel(width * 3 / 4, 5).0);
                assert!(left[0] > 180 && left[2] < 25 && right[2] > 180 && right[0] < 25, "{left:?} {right:?}");
                assert_eq!(bytes, made(&original, form, (900, 600), width), "the same each time");
            }
        }
    }

    #[test]
    fn made_together_they_are_what_they_are_made_alone() {
        let original = halves(900, 600, ImageFormat::Jpeg);
        let picture = Picture { form: PictureForm::Photo, width: 900, height: 600, hash: [0; 32] };
        let together = super::made(&original, &picture, &[480, 900]).expect("made");
        let alone = |width| made(&original, PictureForm::Photo, (900, 600), width);
        assert_eq!(together, [alone(480), alone(900)]);
    }

    #[test]
    fn what_is_transparent_stays_so() {
        let mut original = Vec::new();
        DynamicImage::new_rgba8(40, 20).write_to(&mut Cursor::new(&mut original), ImageFormat::Png).expect("written");
        let bytes = made(&original, PictureForm::Drawing, (40, 20), 20);
        assert_eq!(image::load_from_memory(&bytes).expect("a picture").to_rgba8().get_pixel(3, 3).0[3], 0);
    }

    #[test]
    fn a_damaged_picture_is_told_not_made_up() {
        let original = halves(900, 600, ImageFormat::Png);
        let picture = Picture { form: PictureForm::Drawing, width: 900, height: 600, hash: [0; 32] };
        let half = &original[..original.len() / 2];
        assert!(super::made(half, &picture, &[90]).is_err());
    }
}
