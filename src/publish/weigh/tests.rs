//! Pages on the scales.

use super::{Budget, Load, Weighed};
use crate::publish::Outputs;
use crate::render::RenderProblem;
use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};

struct Site(Vec<(&'static str, &'static str, String)>);

impl Outputs for Site {
    fn len(&self) -> usize {
        self.0.len()
    }
    fn path(&self, at: usize) -> &str {
        self.0[at].0
    }
    fn kind(&self, at: usize) -> &'static str {
        self.0[at].1
    }
    fn copied_from(&self, _: usize) -> Option<&Path> {
        None
    }
    fn make(&self, at: usize, out: &mut Vec<u8>) -> Result<(), RenderProblem> {
        out.clear();
        out.extend_from_slice(self.0[at].2.as_bytes());
        Ok(())
    }
    fn base_path(&self) -> String {
        "/m/".to_owned()
    }
}

/// Text that gzip makes hardly smaller.
fn noise(bytes: usize) -> String {
    let mut state = 1_u32;
    let mut next = || {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        char::from(b'a' + (state >> 24) as u8 % 26)
    };
    (0..bytes).map(|_| next()).collect()
}

fn weighed(budget: Budget) -> Vec<(Load, String, Vec<String>)> {
    let head = "<link rel=\"stylesheet\" href=\"../assets/a.css\"><script src=\"../assets/a.js\" defer></script>";
    let heavy = format!("{head}<section id=\"small\">x</section><section id=\"large\">{}</section>", noise(4000));
    let site = Site(vec![
        ("assets/a.css", "assets", noise(300)),
        ("assets/a.js", "assets", noise(900)),
        ("berat/index.html", "html", heavy),
        ("ringan/index.html", "html", head.to_owned()),
        ("ulang/index.html", "html", format!("{head}{}", "kata yang sama ".repeat(1000))),
    ]);
    let weighed = Weighed::new(&site, budget);
    let mut page = Vec::new();
    for at in 0..site.len() {
        weighed.make(at, &mut page).expect("made");
    }
    let name = |heavy: super::Heavy| (heavy.load, heavy.path, heavy.parts.into_iter().map(|(name, _)| name).collect());
    weighed.heavy().into_iter().map(name).collect()
}

#[test]
fn a_page_that_names_its_style_sheet_from_the_root_of_the_server_is_weighed_with_it() {
    let page = "<link rel=\"stylesheet\" href=\"/m/assets/a.css\">";
    let site = Site(vec![("404.html", "html", page.to_owned()), ("assets/a.css", "assets", noise(3000))]);
    let weighed = Weighed::new(&site, Budget { page: Some(1000), ..Budget::default() });
    weighed.make(0, &mut Vec::new()).expect("made");
    let heavy = weighed.heavy();
    assert_eq!(heavy.len(), 1);
    assert_eq!((heavy[0].path.as_str(), heavy[0].parts[0].0.as_str()), ("404.html", "assets/a.css"));
}

#[test]
fn only_what_is_heavy_after_compression_is_told_with_its_heaviest_parts() {
    let page = weighed(Budget { page: Some(2000), ..Budget::default() });
    let parts = ["#large", "assets/a.css", "#small"].map(str::to_owned).to_vec();
    assert_eq!(page, [(Load::Page, "berat/index.html".to_owned(), parts)]);
    let view = weighed(Budget { first_view: Some(3000), ..Budget::default() });
    assert_eq!(view.len(), 1);
    assert_eq!(view[0].2[..2], ["#large", "assets/a.js"]);
    assert_eq!(weighed(Budget { page: Some(9000), first_view: Some(9000), script: Some(900) }), []);
    assert_eq!(weighed(Budget { script: Some(100), ..Budget::default() }).len(), 3);
    assert_eq!(weighed(Budget::default()), []);
}

/// A page that shows a picture at once, and how often the picture is made.
struct WithPicture(String, AtomicUsize);

impl Outputs for WithPicture {
    fn len(&self) -> usize {
        2
    }
    fn path(&self, at: usize) -> &str {
        ["index.html", "media/foto-1-480.jpg"][at]
    }
    fn kind(&self, at: usize) -> &'static str {
        ["html", "media"][at]
    }
    fn copied_from(&self, _: usize) -> Option<&Path> {
        None
    }
    fn is_named_by_content(&self, at: usize) -> bool {
        at == 1
    }
    fn make(&self, at: usize, out: &mut Vec<u8>) -> Result<(), RenderProblem> {
        out.clear();
        if at == 0 {
            out.extend_from_slice(b"<img src=\"media/foto-1-480.jpg\" alt=\"\">");
        } else {
            self.1.fetch_add(1, Ordering::Relaxed);
            out.extend_from_slice(self.0.as_bytes());
        }
        Ok(())
    }
}

#[test]
fn a_picture_is_weighed_as_it_passes_by_and_never_made_for_the_scales() {
    for (order, picture_stands, limit, heavy) in
        [([0, 1], false, 3000, 1), ([1, 0], false, 3000, 1), ([0, 1], false, 9000, 0), ([0, 1], true, 3000, 1)]
    {
        let site = WithPicture(noise(5000), AtomicUsize::new(0));
        let weighed = Weighed::new(&site, Budget { first_view: Some(limit), ..Budget::default() });
        for at in order {
            match (at, picture_stands) {
                (1, true) => weighed.stands(1, &[0; 5000]),
                _ => weighed.make(at, &mut Vec::new()).expect("made"),
            }
        }
        let found = weighed.heavy();
        assert_eq!(found.len(), heavy, "{order:?} {picture_stands} {limit}");
        assert!(found.iter().all(|heavy| heavy.parts[0] == ("media/foto-1-480.jpg".to_owned(), 5000)));
        assert_eq!(site.1.load(Ordering::Relaxed), usize::from(!picture_stands));
        assert_eq!(weighed.heavy(), found);
    }
}
