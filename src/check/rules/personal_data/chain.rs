//! A number as people write it: groups of digits with blanks, dots or dashes between.

use std::ops::Range;

/// No number that we know has fewer digits.
const FEWEST_DIGITS: usize = 9;
/// No number that we know has more digits; longer ones are something else.
const MOST_DIGITS: usize = 18;
/// A taxpayer number has six groups, an identity number in pairs seven.
const MOST_GROUPS: usize = 8;
/// `) -` between groups, as in `(0812) - 3456`.
const MOST_SEPARATORS: usize = 3;
/// A folded line may be indented that far.
const MOST_INDENT: usize = 16;

/// What stands before a group.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Separator {
    Nothing,
    Blank,
    Dot,
    Dash,
    /// A parenthesis, or several signs.
    Mixed,
    /// A line break: the text is folded.
    Line,
}

/// Digits without anything between.
#[derive(Clone, Copy, Debug)]
pub(super) struct Group {
    pub(super) before: Separator,
    pub(super) start: usize,
    pub(super) end: usize,
}

impl Group {
    const NONE: Self = Self { before: Separator::Nothing, start: 0, end: 0 };

    pub(super) fn len(&self) -> usize {
        self.end - self.start
    }
}

/// Groups of digits that could be one number, from its first digit on; what lies beyond eighteen
/// digits or eight groups is not read.
pub(super) struct Chain {
    groups: [Group; MOST_GROUPS],
    count: usize,
    digits: [u8; MOST_DIGITS],
    total: usize,
    /// What follows the last group, if more digits follow.
    more: Option<Separator>,
}

impl Chain {
    /// Whether a number may begin with the digits at `first`: not if they are the decimals or the
    /// tail of another number, nor if all that follows is too short or too long for any that we know.
    /// Most numbers in a text are years, days and counts: they end here, and cost little.
    pub(super) fn may_begin(bytes: &[u8], first: Range<usize>) -> bool {
        let tail = match &bytes[..first.start] {
            [.., digit, b'.'] => digit.is_ascii_digit(),
            [.., digit, b'-'] => digit.is_ascii_digit() && first.len() < FEWEST_DIGITS,
            _ => false,
        };
        !tail && first.len() <= MOST_DIGITS && is_long(bytes, first)
    }

    /// Reads on from the digits at `first`, of which [`Chain::may_begin`] holds.
    pub(super) fn read(bytes: &[u8], first: Range<usize>) -> Self {
        let mut chain =
            Self { groups: [Group::NONE; MOST_GROUPS], count: 1, digits: [0; MOST_DIGITS], total: 0, more: None };
        chain.groups[0] = Group { before: Separator::Nothing, start: first.start, end: first.end };
        chain.take_digits(&bytes[first.clone()]);
        chain.read_rest(bytes, first.end);
        chain
    }

    fn read_rest(&mut self, bytes: &[u8], mut at: usize) {
        while let Some((before, start)) = separator(bytes, at) {
            let end = digits_end(bytes, start);
            if self.count == MOST_GROUPS || self.total + (end - start) > MOST_DIGITS {
                self.more = Some(before);
                return;
            }
            self.groups[self.count] = Group { before, start, end };
            self.count += 1;
            self.take_digits(&bytes[start..end]);
            at = end;
        }
    }

    fn take_digits(&mut self, digits: &[u8]) {
        for (place, digit) in self.digits[self.total..].iter_mut().zip(digits) {
            *place = digit - b'0';
            self.total += 1;
        }
    }

    pub(super) fn start(&self) -> usize {
        self.groups[0].start
    }

    pub(super) fn first_len(&self) -> usize {
        self.groups[0].len()
    }

    pub(super) fn groups(&self) -> &[Group] {
        &self.groups[..self.count]
    }

    /// How many digits all groups have.
    pub(super) fn total(&self) -> usize {
        self.total
    }

    /// The digits of all groups, as values 0 to 9.
    pub(super) fn digits(&self) -> &[u8] {
        &self.digits[..self.total]
    }

    /// The digits `from..to` as a number; 0 where there are none.
    pub(super) fn number(&self, from: usize, to: usize) -> u32 {
        self.digits().get(from..to).unwrap_or_default().iter().fold(0, |sum, digit| sum * 10 + u32::from(*digit))
    }

    /// The first groups, if together they have exactly `digits` digits and stand for themselves:
    /// not the head or the tail of a longer code, not the decimals of a number.
    pub(super) fn whole(&self, bytes: &[u8], digits: usize) -> Option<&[Group]> {
        let mut sum = 0;
        for (at, group) in self.groups().iter().enumerate() {
            sum += group.len();
            if sum >= digits {
                let groups = &self.groups()[..=at];
                return (sum == digits && self.stands_alone(bytes, at + 1)).then_some(groups);
            }
        }
        None
    }

    /// Whether the first `count` groups are a number of their own. A dash may join a number in one
    /// piece to a year or a name (`2024-3573….pdf`), but makes groups part of a longer code.
    pub(super) fn stands_alone(&self, bytes: &[u8], count: usize) -> bool {
        let in_one_piece = count == 1;
        let next = self.groups().get(count).map(|group| group.before).or(self.more);
        let open = match next {
            Some(Separator::Dot) => true,
            Some(Separator::Dash) => !in_one_piece,
            _ => false,
        };
        !open && !self.continues(bytes, in_one_piece)
    }

    /// Whether digits with a dash stand right before the first group and it is no number in one piece.
    pub(super) fn continues(&self, bytes: &[u8], in_one_piece: bool) -> bool {
        match &bytes[..self.start()] {
            [.., digit, b'-'] => digit.is_ascii_digit() && !in_one_piece,
            _ => false,
        }
    }
}

/// Whether `first` and the groups behind it have enough digits together.
fn is_long(bytes: &[u8], first: Range<usize>) -> bool {
    let mut digits = first.len();
    let mut at = first.end;
    while digits < FEWEST_DIGITS {
        let Some((_, start)) = separator(bytes, at) else { return false };
        at = digits_end(bytes, start);
        digits += at - start;
    }
    true
}

/// Where the digits from `start` end; one more than a number can have is enough to know.
fn digits_end(bytes: &[u8], start: usize) -> usize {
    start + bytes[start..].iter().take(MOST_DIGITS + 1).take_while(|byte| byte.is_ascii_digit()).count()
}

/// The separator at `at`, and where the digit after it is.
fn separator(bytes: &[u8], at: usize) -> Option<(Separator, usize)> {
    let (mut separator, mut end) = sign(bytes, at)?;
    let most = if separator == Separator::Line { MOST_INDENT } else { MOST_SEPARATORS - 1 };
    for _ in 0..=most {
        if bytes.get(end)?.is_ascii_digit() {
            return Some((separator, end));
        }
        let (next, next_end) = sign(bytes, end)?;
        separator = match (separator, next) {
            (Separator::Blank, Separator::Blank) => Separator::Blank,
            (Separator::Line, Separator::Blank) | (Separator::Blank, Separator::Line) => Separator::Line,
            (Separator::Line, _) | (_, Separator::Line) => return None,
            _ => Separator::Mixed,
        };
        end = next_end;
    }
    None
}

/// One separating character, and where it ends.
fn sign(bytes: &[u8], at: usize) -> Option<(Separator, usize)> {
    match bytes.get(at..)? {
        [b' ', ..] => Some((Separator::Blank, at + 1)),
        [b'.', ..] => Some((Separator::Dot, at + 1)),
        [b'-', ..] => Some((Separator::Dash, at + 1)),
        [b'(' | b')', ..] => Some((Separator::Mixed, at + 1)),
        [b'\n', ..] => Some((Separator::Line, at + 1)),
        [b'\r', b'\n', ..] => Some((Separator::Line, at + 2)),
        // U+00A0 no-break space, U+00AD soft hyphen.
        [0xC2, 0xA0, ..] => Some((Separator::Blank, at + 2)),
        [0xC2, 0xAD, ..] => Some((Separator::Dash, at + 2)),
        // U+2000 to U+200D and U+202F: blanks of all widths, none included; U+2010 to U+2015: dashes.
        [0xE2, 0x80, 0x80..=0x8D | 0xAF, ..] => Some((Separator::Blank, at + 3)),
        [0xE2, 0x80, 0x90..=0x95, ..] => Some((Separator::Dash, at + 3)),
        // U+2212 minus.
        [0xE2, 0x88, 0x92, ..] => Some((Separator::Dash, at + 3)),
        _ => None,
    }
}
