//! Memory that a preview frees goes back to the system at once.
//!
//! A build ends before anybody misses the memory it freed; a preview stands all day beside an editor and a browser, and
//! every save makes a site anew. The allocator keeps freed memory for some milliseconds, which a build is a tenth
//! faster by and a preview half as large again. It takes its settings from the environment, before anything of ours
//! runs: so the preview begins once more with the setting.

/// What `mimalloc` reads: after how many milliseconds freed memory goes back.
#[cfg(unix)]
const DELAY: &str = "MIMALLOC_PURGE_DELAY";

/// Begins this process once more with the setting, in its place: same number, same terminal. Whoever has set it
/// knows better. Where that cannot be, the preview is larger, and nothing else.
#[cfg(unix)]
pub(in crate::cli) fn give_back_at_once() {
    use std::os::unix::process::CommandExt;

    if std::env::var_os(DELAY).is_some() {
        return;
    }
    if let Ok(program) = std::env::current_exe() {
        let mut arguments = std::env::args_os();
        let mut command = std::process::Command::new(program);
        if let Some(name) = arguments.next() {
            command.arg0(name);
        }
        // Comes back only where the system refuses.
        let _ = command.args(arguments).env(DELAY, "0").exec();
    }
}

/// Elsewhere no process takes the place of another.
#[cfg(not(unix))]
pub(in crate::cli) fn give_back_at_once() {}
