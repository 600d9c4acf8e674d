//! Bank accounts: a number after `No. Rek` or `rekening`, or beside `a.n.` and its holder.
//!
//! Budgets have a "kode rekening" too, with short first groups (`5.1.02.…`): those are codes.

use super::Hit;
use super::chain::{Chain, Group, Separator};
use super::context::{self, before, begins, contains, ends};
use super::kind::Kind;

/// How far before the number its word may stand: bank, branch and holder come between.
const MOST_BEFORE: usize = 60;
const FEWEST: usize = 9;
const MOST: usize = 17;

/// The account that begins where `chain` begins and is called one.
pub(super) fn find_after_word(bytes: &[u8], chain: &Chain) -> Option<Hit> {
    let last = number(bytes, chain)?;
    let line = before(bytes, chain.start(), MOST_BEFORE);
    let word = (0..line.len()).rev().find(|at| is_account_word(line, *at))?;
    let coded = ends(line[..word].trim_ascii_end(), "kode");
    (!coded && !is_elsewise(bytes, chain, line)).then(|| Hit { kind: Kind::Account, range: chain.start()..last.end })
}

/// The account that begins where `chain` begins and has its holder beside it.
pub(super) fn find_with_holder(bytes: &[u8], chain: &Chain) -> Option<Hit> {
    let last = number(bytes, chain)?;
    if chain.total() < 10 {
        return None;
    }
    let line = before(bytes, chain.start(), MOST_BEFORE);
    let after = &bytes[last.end..];
    let signs = after.iter().take(4).take_while(|byte| matches!(byte, b' ' | b',' | b'(' | b'-' | b'/')).count();
    let is_holder = |text: &[u8]| ["a.n", "a/n", "atas nama"].iter().any(|word| begins(text, word));
    let beside = is_holder(&after[signs..])
        || (0..line.len())
            .any(|at| matches!(line[at], b'a' | b'A') && is_word_start(line, at) && is_holder(&line[at..]));
    (beside && !is_elsewise(bytes, chain, line)).then(|| Hit { kind: Kind::Account, range: chain.start()..last.end })
}

/// The last group of the number, if it is written as accounts are.
fn number<'c>(bytes: &[u8], chain: &'c Chain) -> Option<&'c Group> {
    let groups = chain.groups();
    let count = groups.iter().skip(1).take_while(|group| group.before != Separator::Line).count() + 1;
    let groups = &groups[..count];
    let digits: usize = groups.iter().map(Group::len).sum();
    let thousands = count > 1 && groups[1..].iter().all(|group| group.len() == 3 && group.before == Separator::Dot);
    let lengths = || groups.iter().map(Group::len);
    let dates = count > 1 && (lengths().all(|length| length == 4) || lengths().take(3).eq([4, 2, 2]));
    let written = chain.first_len() >= 3 && !thousands && !dates && (FEWEST..=MOST).contains(&digits);
    // Two groups with a dot: 112.632612 is a coordinate.
    let decimal = count == 2 && groups[1].before == Separator::Dot;
    let alone = || chain.stands_alone(bytes, count) && !context::is_money(bytes, chain.start());
    (written && !decimal && alone()).then(|| &groups[count - 1])
}

/// Whether the number belongs to a web address, or the words before it call it an office's telephone
/// or a book.
fn is_elsewise(bytes: &[u8], chain: &Chain, line: &[u8]) -> bool {
    context::in_address(bytes, chain.start())
        || ["telp", "telepon", "tel.", "fax", "faks", "phone", "isbn"].iter().any(|word| contains(line, word))
}

/// Whether "rek", "rekening", "norek" or "account no" begins at `at`.
fn is_account_word(line: &[u8], at: usize) -> bool {
    let tail = &line[at..];
    // The first letter decides nearly always.
    if !matches!(line[at].to_ascii_lowercase(), b'r' | b'n' | b'a') || !is_word_start(line, at) {
        return false;
    }
    let short = begins(tail, "rek") && tail.get(3).is_none_or(|byte| !byte.is_ascii_alphanumeric());
    short || ["rekening", "norek", "account n"].iter().any(|word| begins(tail, word))
}

fn is_word_start(line: &[u8], at: usize) -> bool {
    at == 0 || !line[at - 1].is_ascii_alphanumeric()
}
