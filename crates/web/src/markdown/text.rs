//! Markdown as plain text, to copy into a document of one's own.

use domain::hub::markdown::parse;
use pulldown_cmark::{Event, Tag, TagEnd};

/// The text with its lists and tables: items begin with a hyphen or their number, cells have a tab
/// between them.
pub(crate) fn plain(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    // The next number of each list that the text is in; none for a list without.
    let mut lists: Vec<Option<u64>> = Vec::new();
    for event in parse(text) {
        match event {
            Event::Text(text) | Event::Code(text) | Event::Html(text) | Event::InlineHtml(text) => {
                out.push_str(&text);
            }
            Event::SoftBreak => out.push(' '),
            Event::HardBreak => out.push('\n'),
            Event::Start(Tag::List(first)) => {
                if !lists.is_empty() {
                    out.push('\n');
                }
                lists.push(first);
            }
            Event::End(TagEnd::List(_)) => {
                lists.pop();
                if lists.is_empty() {
                    out.push('\n');
                }
            }
            Event::Start(Tag::Item) => {
                out.push_str(&"  ".repeat(lists.len().saturating_sub(1)));
                match lists.last_mut() {
                    Some(Some(number)) => {
                        out.push_str(&format!("{number}. "));
                        *number += 1;
                    }
                    _ => out.push_str("- "),
                }
            }
            Event::End(TagEnd::Item) => {
                let length = out.trim_end().len();
                out.truncate(length);
                out.push('\n');
            }
            Event::End(TagEnd::TableCell) => out.push('\t'),
            Event::End(TagEnd::TableHead | TagEnd::TableRow) => {
                let length = out.trim_end_matches('\t').len();
                out.truncate(length);
                out.push('\n');
            }
            Event::End(TagEnd::Paragraph | TagEnd::Table | TagEnd::Heading(_)) => {
                out.push_str("\n\n")
            }
            _ => {}
        }
    }
    let length = out.trim_end().len();
    out.truncate(length);
    out
}

#[cfg(test)]
mod tests {
    use super::plain;

    #[test]
    fn lists_and_tables_are_kept() {
        let text = "Hej [du](card:a).\n\n1. Ett\n   - under\n2. **Två**\n\n| A | B |\n|---|---|\n| c | d |\n\nSlut.";
        assert_eq!(
            plain(text),
            "Hej du.\n\n1. Ett\n  - under\n2. Två\n\nA\tB\nc\td\n\n\nSlut."
        );
    }
}
