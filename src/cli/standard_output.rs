//! What programs read: on standard output, whole or with an error.

use super::console::Console;
use super::exit::Exit;
use crate::diag::Bilingual;
use std::io::{self, ErrorKind, Write};

/// How the command ends if not everything arrived; none if it did. Nobody listens on a stream that its reader closed, and that is no fault; a full disk is
/// one: half a report would pass for the whole.
pub(in crate::cli) fn arrived(written: io::Result<()>, console: &Console) -> Option<Exit> {
    match written {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => {
            console.fail(&Bilingual::new(
                format!("keluaran standar tidak dapat ditulis: {error}"),
                format!("standard output cannot be written: {error}"),
            ));
            Some(Exit::Usage)
        }
        _ => None,
    }
}

/// Writes `bytes`, and says how the command ends: with `done` if they arrived.
pub(in crate::cli) fn print(bytes: &[u8], console: &Console, done: Exit) -> Exit {
    let mut out = io::stdout().lock();
    arrived(out.write_all(bytes).and_then(|()| out.flush()), console).unwrap_or(done)
}
