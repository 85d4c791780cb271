//! The page on what is published says what each column means.

use domain::text::Lang;
use report::open_data::Dataset;

use crate::example::TEXTS;
use crate::root;

#[test]
fn the_reference_says_what_each_column_means() {
    let path = root().join("docs/reference/comparison.md");
    let page = std::fs::read_to_string(path).expect("the page is there");
    let t = TEXTS.get(Lang::En);
    for dataset in Dataset::ALL {
        for column in dataset.columns() {
            let line = format!(
                "| `{}` | {} | {} |",
                column.name,
                column.datatype.name(),
                column.about(t)
            );
            assert!(page.contains(&line), "missing: {line}");
        }
    }
}
