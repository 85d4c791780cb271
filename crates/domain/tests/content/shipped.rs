//! The content that is shipped.

use domain::instrument::check::{Problem, load};

use crate::folder::shipped;

#[test]
fn the_shipped_content_has_no_problems() {
    let problems = load(&shipped()).err().unwrap_or_default();
    let listed: Vec<String> = problems.iter().map(Problem::to_string).collect();
    assert!(problems.is_empty(), "{}", listed.join("\n"));
}
