//! The Markdown of longer texts: paragraphs, bold, lists, tables, and links to our own pages and
//! to sources by id. What is here reads it; `web` writes it as HTML.

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

/// The events of a text.
pub fn parse(text: &str) -> Parser<'_> {
    Parser::new_ext(text, Options::ENABLE_TABLES)
}

/// Where a link leads.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Target<'a> {
    /// `card:<id>`
    Card(&'a str),
    /// `question:<id>`
    Question(&'a str),
    /// `hub:<id>`
    Page(&'a str),
    /// `term:<id>`
    Term(&'a str),
    /// `source:<id>`
    Source(&'a str),
}

impl<'a> Target<'a> {
    /// Reads what a link gives as its destination; `None` if it is in another form.
    pub fn read(destination: &'a str) -> Option<Target<'a>> {
        let (scheme, id) = destination.split_once(':')?;
        match scheme {
            "card" => Some(Target::Card(id)),
            "question" => Some(Target::Question(id)),
            "hub" => Some(Target::Page(id)),
            "term" => Some(Target::Term(id)),
            "source" => Some(Target::Source(id)),
            _ => None,
        }
    }
}

/// A link of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// Where it leads, as it is written.
    pub to: String,
    /// What it says.
    pub says: String,
}

/// The links of a text, in order.
pub fn links(text: &str) -> Vec<Link> {
    let mut links: Vec<Link> = Vec::new();
    let mut inside = false;
    for event in parse(text) {
        match event {
            Event::Start(Tag::Link { dest_url, .. }) => {
                inside = true;
                links.push(Link {
                    to: dest_url.into_string(),
                    says: String::new(),
                });
            }
            Event::End(TagEnd::Link) => inside = false,
            Event::Text(text) | Event::Code(text) if inside => {
                if let Some(link) = links.last_mut() {
                    link.says.push_str(&text);
                }
            }
            _ => {}
        }
    }
    links
}

/// What a text holds beside what it may, each once, in plain English.
pub fn strangers(text: &str) -> Vec<&'static str> {
    let mut found = Vec::new();
    for event in parse(text) {
        let stranger = match event {
            Event::Html(_) | Event::InlineHtml(_) | Event::Start(Tag::HtmlBlock) => HTML,
            Event::Start(Tag::Image { .. }) => "an image",
            Event::Start(Tag::Heading { .. }) => "a heading",
            Event::Start(Tag::CodeBlock(_)) | Event::Code(_) => "code",
            Event::Start(Tag::BlockQuote(_)) => "a quotation mark for a paragraph (>)",
            Event::Start(Tag::Emphasis) => "emphasis with one mark",
            Event::Rule => "a rule",
            _ => continue,
        };
        if !found.contains(&stranger) {
            found.push(stranger);
        }
    }
    // A tag that is never closed is no HTML to Markdown, and is meant as such all the same.
    if text.to_lowercase().contains("<script") && !found.contains(&HTML) {
        found.push(HTML);
    }
    found
}

/// HTML, among [`strangers`].
pub const HTML: &str = "HTML";

/// The text without its marks: each paragraph, list item and table cell for itself.
pub fn blocks(text: &str) -> Vec<String> {
    let mut blocks = vec![String::new()];
    for event in parse(text) {
        let at = blocks.len() - 1;
        match event {
            Event::Text(text) | Event::Code(text) | Event::Html(text) | Event::InlineHtml(text) => {
                blocks[at].push_str(&text);
            }
            Event::SoftBreak | Event::HardBreak => blocks[at].push(' '),
            Event::Start(Tag::Item | Tag::Paragraph | Tag::TableCell)
            | Event::End(TagEnd::Item | TagEnd::Paragraph | TagEnd::TableCell) => {
                blocks.push(String::new());
            }
            _ => {}
        }
    }
    blocks.retain(|block| !block.trim().is_empty());
    blocks
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_paragraph_item_and_cell_is_a_block_without_marks() {
        let text = "Ett [anbud](term:anbud) och\n**två**.\n\n- Ring\n- Skriv\n  1. kort\n\n| A | B |\n|---|---|\n| c | d |\n";
        assert_eq!(
            blocks(text),
            [
                "Ett anbud och två.",
                "Ring",
                "Skriv",
                "kort",
                "A",
                "B",
                "c",
                "d"
            ]
        );
        let link = Link {
            to: "term:anbud".to_owned(),
            says: "anbud".to_owned(),
        };
        assert_eq!(links(text), [link]);
        assert!(strangers(text).is_empty());
    }

    #[test]
    fn what_does_not_belong_is_told() {
        for (text, stranger) in [
            ("# Rubrik", "a heading"),
            ("![bild](card:a)", "an image"),
            ("a <b>c</b>", HTML),
            ("<div>", HTML),
            ("x <SCRIPT", HTML),
            ("`kod`", "code"),
            ("*lut*", "emphasis with one mark"),
            ("a\n\n---\n\nb", "a rule"),
        ] {
            assert_eq!(strangers(text), [stranger], "{text}");
        }
        assert!(strangers("Fler än 3 < 5 anbud").is_empty());
    }

    #[test]
    fn a_target_is_read_from_its_form() {
        assert_eq!(Target::read("card:a-b"), Some(Target::Card("a-b")));
        assert_eq!(Target::read("https://example.org"), None);
        assert_eq!(Target::read("javascript:alert(1)"), None);
        assert_eq!(Target::read("a"), None);
    }
}
