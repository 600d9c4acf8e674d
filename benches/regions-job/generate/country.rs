//! The regions and their offices.

use super::random::{Random, Weighted};
use super::words::{ENDINGS, OFFICES, SYLLABLES, capital, slug};
use std::collections::BTreeSet;

pub const PROVINCES: usize = 38;
pub const LOWER: usize = 514;

/// A region. Its office number `n` has the id that [`Region::office_id`] gives.
pub struct Region {
    pub id: String,
    pub name: String,
    pub kind: &'static str,
    pub code: String,
    /// Its province; none for provinces.
    pub parent: Option<usize>,
    /// Names of its offices.
    pub offices: Vec<String>,
}

impl Region {
    /// The id of an office.
    pub fn office_id(&self, office: usize) -> String {
        format!("i-{}-{}", self.code.replace('.', ""), office + 1)
    }
}

/// Provinces first, then their regencies and cities.
pub struct Country {
    pub regions: Vec<Region>,
    /// Regencies and cities of each province.
    pub below: Vec<Vec<usize>>,
    lower: Weighted,
    provinces: Weighted,
}

impl Country {
    /// Invents one.
    pub fn new(random: &mut Random) -> Self {
        let mut regions = provinces(random);
        let mut names = BTreeSet::new();
        let mut below = vec![Vec::new(); PROVINCES];
        for number in 0..LOWER {
            let (parent, place) = (number % PROVINCES, number / PROVINCES);
            let is_city = place >= 11;
            let (kind, word, number) =
                if is_city { ("city", "Kota", 60 + place) } else { ("regency", "Kabupaten", 1 + place) };
            let name = format!("{word} {}", new_name(random, &mut names));
            let code = format!("{}.{number:02}", regions[parent].code);
            below[parent].push(regions.len());
            regions.push(Region { id: slug(&name), name, kind, code, parent: Some(parent), offices: Vec::new() });
        }
        for region in &mut regions {
            let number = *random.pick(&[1, 2, 2, 3]);
            region.offices = random
                .sample(OFFICES.len(), number)
                .into_iter()
                .map(|office| format!("{} {}", OFFICES[office], region.name))
                .collect();
        }
        let of_provinces: Vec<u64> = (0..PROVINCES).map(|_| random.between(100, 300)).collect();
        let of_lower = (0..LOWER).map(|number| random.between(100, 300) * of_provinces[number % PROVINCES]);
        let lower = Weighted::new(of_lower.collect::<Vec<_>>().into_iter());
        Self { regions, below, lower, provinces: Weighted::new(of_provinces.into_iter()) }
    }

    /// A regency or city; some are more active than others.
    pub fn pick_lower(&self, random: &mut Random) -> usize {
        PROVINCES + self.lower.pick(random)
    }

    /// A province.
    pub fn pick_province(&self, random: &mut Random) -> usize {
        self.provinces.pick(random)
    }

    /// The province that a region lies in or is.
    pub fn province(&self, region: usize) -> &Region {
        &self.regions[self.regions[region].parent.unwrap_or(region)]
    }
}

fn provinces(random: &mut Random) -> Vec<Region> {
    let mut names = BTreeSet::new();
    let province = |number: usize| {
        let name = new_name(random, &mut names);
        let code = (11 + number * 2).to_string();
        Region { id: slug(&name), name, kind: "province", code, parent: None, offices: Vec::new() }
    };
    (0..PROVINCES).map(province).collect()
}

fn new_name(random: &mut Random, taken: &mut BTreeSet<String>) -> String {
    loop {
        let length = *random.pick(&[2, 3, 3]);
        let mut word: String = (0..length).map(|_| *random.pick(&SYLLABLES)).collect();
        word.push_str(random.pick::<&str>(&ENDINGS));
        if taken.insert(word.clone()) {
            return capital(&word);
        }
    }
}
