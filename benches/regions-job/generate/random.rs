//! `SplitMix64` (Steele, Lea, Flood 2014): small, fast, the same everywhere. No secrets depend on it.

/// A stream of numbers.
pub struct Random(u64);

impl Random {
    /// The stream of a seed.
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// A number below `limit`.
    pub fn below(&mut self, limit: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        (mixed ^ (mixed >> 31)) % limit
    }

    /// A number from `first` to `last`, both included.
    pub fn between(&mut self, first: u64, last: u64) -> u64 {
        first + self.below(last - first + 1)
    }

    /// True so many times in a hundred.
    pub fn chance(&mut self, percent: u64) -> bool {
        self.below(100) < percent
    }

    /// A place in a list of `length`.
    pub fn index(&mut self, length: usize) -> usize {
        self.below(length as u64) as usize
    }

    /// An item.
    pub fn pick<'a, T>(&mut self, items: &'a [T]) -> &'a T {
        &items[self.index(items.len())]
    }

    /// `number` different places in a list of `length`.
    pub fn sample(&mut self, length: usize, number: usize) -> Vec<usize> {
        let mut chosen = Vec::with_capacity(number);
        while chosen.len() < number.min(length) {
            let at = self.index(length);
            if !chosen.contains(&at) {
                chosen.push(at);
            }
        }
        chosen
    }
}

/// Places of a list of which some come up more often than others.
pub struct Weighted {
    /// Sums of the weights up to each place.
    sums: Vec<u64>,
}

impl Weighted {
    /// A list by the weights of its items.
    pub fn new(weights: impl Iterator<Item = u64>) -> Self {
        let mut sum = 0;
        let add = |weight| {
            sum += weight;
            sum
        };
        Self { sums: weights.map(add).collect() }
    }

    /// A place.
    pub fn pick(&self, random: &mut Random) -> usize {
        let at = random.below(self.sums.last().copied().unwrap_or(1));
        self.sums.partition_point(|sum| *sum <= at)
    }
}
