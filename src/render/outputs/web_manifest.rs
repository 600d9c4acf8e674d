//! `site.webmanifest`: name, colors and icons. Addresses are relative, so that it works under any base path.

use crate::plan::outputs::WebManifest;
use crate::render::brand::{Brand, hex};
use serde_json::{Value, json};
use std::io::{self, Write};

/// An icon of the theme: its path below `assets/`, what sizes it has, and whether it may be cut to a circle.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Icon {
    path: String,
    sizes: String,
    media_type: &'static str,
    maskable: bool,
}

impl Icon {
    /// The icon that an asset is: `icon-192.png`, `icon-maskable-512.png`, `favicon.svg`; none for other assets.
    pub fn of(path: &str) -> Option<Self> {
        let icon = |sizes: String, media_type, maskable| Self { path: path.to_owned(), sizes, media_type, maskable };
        if path == "favicon.svg" {
            return Some(icon("any".to_owned(), "image/svg+xml", false));
        }
        let name = path.strip_prefix("icon-")?.strip_suffix(".png")?;
        let (size, maskable) = name.strip_prefix("maskable-").map_or((name, false), |size| (size, true));
        let is_size = !size.is_empty() && size.bytes().all(|byte| byte.is_ascii_digit());
        is_size.then(|| icon(format!("{size}x{size}"), "image/png", maskable))
    }
}

/// Writes a manifest.
///
/// # Errors
/// What the stream says.
pub fn write(manifest: &WebManifest, brand: &Brand, icons: &[Icon], mut out: impl Write) -> io::Result<()> {
    let icons: Vec<Value> = icons
        .iter()
        .map(|icon| {
            json!({
                "src": format!("{}assets/{}", manifest.root, icon.path),
                "sizes": icon.sizes,
                "type": icon.media_type,
                "purpose": if icon.maskable { "maskable" } else { "any" },
            })
        })
        .collect();
    let mut whole = json!({
        "name": manifest.name,
        "lang": manifest.lang.as_str(),
        "start_url": "./",
        "scope": manifest.root,
        "display": "minimal-ui",
        "background_color": hex(brand.paper),
        "theme_color": hex(brand.paper),
        "icons": icons,
    });
    if let (Some(description), Some(map)) = (&manifest.description, whole.as_object_mut()) {
        map.insert("description".to_owned(), description.as_str().into());
    }
    serde_json::to_writer_pretty(&mut out, &whole)?;
    out.write_all(b"\n")
}

#[cfg(test)]
mod tests {
    use super::{Icon, write};
    use crate::plan::outputs::WebManifest;
    use crate::render::brand::Brand;
    use crate::value::Lang;

    #[test]
    fn icons_are_known_by_their_names() {
        let sizes = |path: &str| Icon::of(path).map(|icon| (icon.sizes, icon.maskable));
        assert_eq!(sizes("icon-192.png"), Some(("192x192".to_owned(), false)));
        assert_eq!(sizes("icon-maskable-512.png"), Some(("512x512".to_owned(), true)));
        assert_eq!(sizes("favicon.svg"), Some(("any".to_owned(), false)));
        assert_eq!((sizes("icon-.png"), sizes("icon-a.png"), sizes("style.css")), (None, None, None));
    }

    #[test]
    fn names_stay_names() {
        let manifest = WebManifest {
            name: "A \"b\" </script>".to_owned(),
            description: None,
            lang: Lang::new("en"),
            root: "../".to_owned(),
        };
        let mut out = Vec::new();
        let icons: Vec<Icon> = Icon::of("icon-192.png").into_iter().collect();
        write(&manifest, &Brand::default(), &icons, &mut out).expect("written");
        let read: serde_json::Value = serde_json::from_slice(&out).expect("JSON");
        assert_eq!(read["name"], "A \"b\" </script>");
        assert_eq!(read["icons"][0]["src"], "../assets/icon-192.png");
        assert_eq!((read["start_url"].as_str(), read["scope"].as_str()), (Some("./"), Some("../")));
    }
}
