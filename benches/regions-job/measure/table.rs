//! Markdown tables.

/// A table whose first column is words and whose others are numbers.
pub struct Table {
    heads: Vec<&'static str>,
    lines: Vec<Vec<String>>,
}

impl Table {
    /// A table with nothing in it.
    pub fn new(heads: &[&'static str]) -> Self {
        Self { heads: heads.to_vec(), lines: Vec::new() }
    }

    /// Adds a line.
    pub fn line(&mut self, cells: Vec<String>) {
        self.lines.push(cells);
    }

    /// The table as Markdown.
    pub fn markdown(&self) -> String {
        let row = |cells: Vec<&str>| format!("| {} |\n", cells.join(" | "));
        let mut text = row(self.heads.clone());
        text.push_str(&format!("|---|{}\n", "---:|".repeat(self.heads.len() - 1)));
        for line in &self.lines {
            text.push_str(&row(line.iter().map(String::as_str).collect()));
        }
        text
    }
}

/// Seconds with three figures that count.
pub fn seconds(value: Option<f64>) -> String {
    value.map_or_else(|| "–".to_owned(), three)
}

/// A number with three figures that count.
pub fn three(value: f64) -> String {
    let decimals = if value >= 99.95 {
        0
    } else if value >= 9.995 {
        1
    } else if value >= 0.9995 {
        2
    } else {
        3
    };
    format!("{value:.decimals$}")
}

/// A whole number with commas.
pub fn whole(value: u64) -> String {
    let digits = value.to_string();
    let mut text = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}
