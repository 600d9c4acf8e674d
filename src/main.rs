//! The `terbit` command: everything it does is in the library.

use std::process::ExitCode;

fn main() -> ExitCode {
    terbit::cli::run(std::env::args_os())
}
