//! Colors of the web: pictures whose profile says that their numbers mean other colors than those of sRGB are converted.
//!
//! Telephones write Display P3, cameras often Adobe RGB. Without their profile such pictures look pale. They are converted,
//! not sent with the profile: it would tell with what they were made, and some browsers and all feed readers ignore it.

use image::{DynamicImage, ImageBuffer};
use moxcms::{ColorProfile, DataColorSpace, Layout, TransformOptions};

/// The picture, eight bits a channel, in the colors of sRGB. A profile that cannot be understood changes nothing.
pub(super) fn of_the_web(image: DynamicImage, profile: Option<&[u8]>) -> DynamicImage {
    let Some(profile) = profile.and_then(|bytes| ColorProfile::new_from_slice(bytes).ok()) else { return image };
    // What cameras and telephones write. It is reckoned in whole numbers, the same with and without vector instructions;
    // profiles with tables (of scanners and presses) are not.
    if profile.color_space != DataColorSpace::Rgb || !profile.is_matrix_shaper() {
        return image;
    }
    match image {
        DynamicImage::ImageRgb8(pixels) => {
            let size = pixels.dimensions();
            let raw = converted(pixels.into_raw(), &profile, Layout::Rgb);
            ImageBuffer::from_raw(size.0, size.1, raw).map_or_else(Default::default, DynamicImage::ImageRgb8)
        }
        DynamicImage::ImageRgba8(pixels) => {
            let size = pixels.dimensions();
            let raw = converted(pixels.into_raw(), &profile, Layout::Rgba);
            ImageBuffer::from_raw(size.0, size.1, raw).map_or_else(Default::default, DynamicImage::ImageRgba8)
        }
        other => other,
    }
}

fn converted(pixels: Vec<u8>, profile: &ColorProfile, layout: Layout) -> Vec<u8> {
    let to = ColorProfile::new_srgb();
    let Ok(transform) = profile.create_transform_8bit(layout, &to, layout, TransformOptions::default()) else {
        return pixels;
    };
    let mut converted = vec![0; pixels.len()];
    match transform.transform(&pixels, &mut converted) {
        Ok(()) => converted,
        Err(_) => pixels,
    }
}

#[cfg(test)]
mod tests {
    use super::of_the_web;
    use image::{DynamicImage, Rgb, RgbImage, Rgba, RgbaImage};
    use moxcms::ColorProfile;

    fn through(profile: &ColorProfile, color: [u8; 3]) -> [u8; 3] {
        let bytes = profile.encode().expect("a profile");
        let image: DynamicImage = RgbImage::from_pixel(3, 2, Rgb(color)).into();
        of_the_web(image, Some(&bytes)).to_rgb8().get_pixel(1, 1).0
    }

    #[test]
    fn numbers_of_wider_spaces_become_those_that_mean_the_same_color() {
        // Reckoned from the published primaries of both spaces, by hand.
        for (profile, from, to) in [
            (ColorProfile::new_display_p3(), [200, 100, 50], [215, 93, 31]),
            (ColorProfile::new_adobe_rgb(), [150, 120, 90], [162, 121, 88]),
            (ColorProfile::new_srgb(), [12, 130, 240], [12, 130, 240]),
        ] {
            let made = through(&profile, from);
            let near = made.iter().zip(to).all(|(one, other)| one.abs_diff(other) <= 2);
            assert!(near, "{from:?} became {made:?}, not {to:?}");
        }
        let grey = through(&ColorProfile::new_display_p3(), [128, 128, 128]);
        assert!(grey.iter().all(|channel| channel.abs_diff(128) <= 1), "{grey:?}");
    }

    #[test]
    fn what_is_no_profile_changes_nothing_and_transparency_stays() {
        let image: DynamicImage = RgbImage::from_pixel(2, 2, Rgb([9, 8, 7])).into();
        assert_eq!(of_the_web(image.clone(), Some(b"bukan profil")), image);
        assert_eq!(of_the_web(image.clone(), None), image);
        let bytes = ColorProfile::new_display_p3().encode().expect("a profile");
        let clear: DynamicImage = RgbaImage::from_pixel(2, 2, Rgba([200, 100, 50, 77])).into();
        assert_eq!(of_the_web(clear, Some(&bytes)).to_rgba8().get_pixel(0, 1).0[3], 77);
    }
}
