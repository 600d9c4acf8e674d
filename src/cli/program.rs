//! Which program this is: a site that another one made may differ in any byte.

use std::fs::File;

/// BLAKE3 of the file that runs: another version, or the same one built of other dependencies, is another program.
/// None where the system does not say where it lies.
#[expect(clippy::disallowed_methods, reason = "no input of a site: the program looks at itself")]
pub(in crate::cli) fn this() -> Option<[u8; 32]> {
    let file = File::open(std::env::current_exe().ok()?).ok()?;
    let mut hasher = blake3::Hasher::new();
    hasher.update_reader(file).ok()?;
    Some(*hasher.finalize().as_bytes())
}
