//! The `terbit` command: everything it does is in the library.

use std::process::ExitCode;

/// A page is made of thousands of small texts; an allocator made for many threads saves a third of the time of a build.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    terbit::cli::run(std::env::args_os())
}
