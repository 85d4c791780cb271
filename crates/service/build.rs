//! A content file that is added or removed is built in anew.

fn main() {
    println!("cargo::rerun-if-changed=../../content");
}
