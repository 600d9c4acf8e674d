//! Middles and spreads.

/// Several values of one thing.
#[derive(Clone, Debug, Default)]
pub struct Values(Vec<f64>);

impl Values {
    /// The values.
    pub fn new(values: impl IntoIterator<Item = f64>) -> Self {
        let mut values: Vec<f64> = values.into_iter().filter(|value| value.is_finite()).collect();
        values.sort_by(f64::total_cmp);
        Self(values)
    }

    /// The middle one; of an even number the mean of the two in the middle. None of nothing.
    pub fn median(&self) -> Option<f64> {
        let middle = self.0.len() / 2;
        let upper = *self.0.get(middle)?;
        let lower = if self.0.len().is_multiple_of(2) { self.0[middle - 1] } else { upper };
        Some((lower + upper) / 2.0)
    }

    /// The least.
    pub fn least(&self) -> Option<f64> {
        self.0.first().copied()
    }

    /// The most.
    pub fn most(&self) -> Option<f64> {
        self.0.last().copied()
    }
}
