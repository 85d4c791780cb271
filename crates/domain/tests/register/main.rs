//! The register file: what is read, what is refused and where, and the file that is shipped.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod problems;
mod read;
mod shipped;

/// A file with the headings in their usual order and these lines.
fn file(lines: &[&str]) -> String {
    let headings = domain::organisation::register::Column::ALL.map(|column| column.heading());
    let mut file = headings.join(",");
    for line in lines {
        file += "\n";
        file += line;
    }
    file
}
