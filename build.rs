//! The binary carries `themes/warta`: a file added to or removed from it means compiling anew.

fn main() {
    println!("cargo:rerun-if-changed=themes/warta");
}
