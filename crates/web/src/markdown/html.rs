//! Markdown as HTML.

use std::collections::BTreeSet;
use std::fmt::{self, Write};

use askama::filters::{Escaper, Html, HtmlSafe};
use askama::{FastWritable, Values};
use domain::hub::markdown::{Target, links, parse};
use domain::hub::words::Finder;
use pulldown_cmark::{Event, Tag, TagEnd, TextMergeStream};

use super::address;
use crate::context::Cx;

/// Headings in a text begin below those of the page and its parts.
const HEADING: u8 = 2;

/// HTML that a [`Writer`] has written. Nothing else makes it, so that templates show it as it is.
pub(crate) struct Markup(String);

impl fmt::Display for Markup {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl FastWritable for Markup {
    fn write_into(&self, dest: &mut dyn Write, _: &dyn Values) -> askama::Result<()> {
        Ok(dest.write_str(&self.0)?)
    }
}

impl HtmlSafe for Markup {}

/// Writes the texts of one page, and links the words of the glossary where they first stand.
pub(crate) struct Writer<'a> {
    cx: &'a Cx,
    finder: Finder<'a>,
    /// The words that are linked already, or are not to be.
    linked: BTreeSet<String>,
    /// What links of the texts say, in small letters: the same does not lead to two places.
    taken: BTreeSet<String>,
}

/// What stands around the text being written.
#[derive(Default)]
struct Around {
    /// Whether each of the links around it leads somewhere.
    links: Vec<bool>,
    heading: bool,
    /// Whether it is in the row of a table's headings.
    head: bool,
    /// What closes the cell it is in.
    cell: &'static str,
}

impl<'a> Writer<'a> {
    pub(crate) fn new(cx: &'a Cx) -> Self {
        Writer {
            finder: Finder::new(cx.app().content.hub.terms.values(), cx.lang()),
            cx,
            linked: BTreeSet::new(),
            taken: BTreeSet::new(),
        }
    }

    /// The same for texts that have links of their own: what they link is not linked again.
    pub(crate) fn around<'t>(mut self, texts: impl Iterator<Item = &'t str>) -> Self {
        for link in texts.flat_map(links) {
            if let Some(Target::Term(id)) = Target::read(&link.to) {
                self.linked.insert(id.to_owned());
            }
            self.taken.insert(link.says.to_lowercase());
        }
        self
    }

    /// The same for a page that has other links, which say this.
    pub(crate) fn beside<'t>(mut self, links: impl IntoIterator<Item = &'t String>) -> Self {
        let links = links.into_iter().map(|says| says.to_lowercase());
        self.taken.extend(links);
        self
    }

    /// The same, with one word that is not linked: the one that is being explained.
    pub(crate) fn without(mut self, term: &str) -> Self {
        self.linked.insert(term.to_owned());
        self
    }

    /// A line of plain text.
    pub(crate) fn line(&mut self, text: &str) -> Markup {
        let mut out = String::with_capacity(text.len() * 2);
        self.words(&mut out, text);
        Markup(out)
    }

    /// A text in Markdown.
    pub(crate) fn blocks(&mut self, text: &str) -> Markup {
        let mut out = String::with_capacity(text.len() * 2);
        let mut around = Around::default();
        let events: Vec<Event<'_>> = TextMergeStream::new(parse(text)).collect();
        for (index, event) in events.iter().enumerate() {
            match event {
                Event::Start(tag) => {
                    let empty = matches!(events.get(index + 1), Some(Event::End(_)));
                    self.open(&mut out, tag, &mut around, empty);
                }
                Event::End(tag) => close(&mut out, *tag, &mut around),
                Event::Text(text) if around.links.is_empty() && !around.heading => {
                    self.words(&mut out, text);
                }
                Event::Text(text)
                | Event::Code(text)
                | Event::Html(text)
                | Event::InlineHtml(text) => escape(&mut out, text),
                Event::SoftBreak => out.push('\n'),
                Event::HardBreak => out.push_str("<br>"),
                Event::Rule => out.push_str("<hr>"),
                // Not turned on.
                Event::FootnoteReference(_)
                | Event::TaskListMarker(_)
                | Event::InlineMath(_)
                | Event::DisplayMath(_) => {}
            }
        }
        Markup(out)
    }

    fn open(&mut self, out: &mut String, tag: &Tag<'_>, around: &mut Around, empty: bool) {
        match tag {
            Tag::Paragraph => out.push_str("<p>"),
            Tag::Heading { level, .. } => {
                around.heading = true;
                let _ = write!(out, "<h{}>", below(*level as u8));
            }
            Tag::BlockQuote(_) => out.push_str("<blockquote>"),
            Tag::CodeBlock(_) => out.push_str("<pre>"),
            Tag::List(None) => out.push_str("<ul>"),
            Tag::List(Some(1)) => out.push_str("<ol>"),
            Tag::List(Some(first)) => {
                let _ = write!(out, "<ol start=\"{first}\">");
            }
            Tag::Item => out.push_str("<li>"),
            Tag::Strong => out.push_str("<strong>"),
            Tag::Emphasis => out.push_str("<em>"),
            Tag::Table(_) => {
                let label = self.cx.texts().hub_table();
                out.push_str("<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"");
                escape(out, &label);
                out.push_str("\"><table>");
            }
            Tag::TableHead => {
                around.head = true;
                out.push_str("<thead><tr>");
            }
            Tag::TableRow => out.push_str("<tr>"),
            // A heading that says nothing is none.
            Tag::TableCell if around.head && !empty => {
                around.cell = "</th>";
                out.push_str("<th scope=\"col\">");
            }
            Tag::TableCell => {
                around.cell = "</td>";
                out.push_str("<td>");
            }
            Tag::Link { dest_url, .. } => {
                let address = Target::read(dest_url).and_then(|target| address(self.cx, target));
                if let Some(address) = &address {
                    out.push_str("<a href=\"");
                    escape(out, address);
                    out.push_str("\">");
                }
                around.links.push(address.is_some());
            }
            // Of a picture its words are left.
            _ => {}
        }
    }

    /// A text in which words of the glossary are linked, each the first time.
    fn words(&mut self, out: &mut String, text: &str) {
        let mut at = 0;
        for (range, id) in self.finder.find(text) {
            let taken = self.taken.contains(&text[range.clone()].to_lowercase());
            if taken || !self.linked.insert(id.to_owned()) {
                continue;
            }
            let Some(address) = address(self.cx, Target::Term(id)) else {
                continue;
            };
            escape(out, &text[at..range.start]);
            let _ = write!(out, "<a class=\"term\" href=\"{address}\">");
            escape(out, &text[range.clone()]);
            out.push_str("</a>");
            at = range.end;
        }
        escape(out, &text[at..]);
    }
}

fn close(out: &mut String, tag: TagEnd, around: &mut Around) {
    out.push_str(match tag {
        TagEnd::Paragraph => "</p>\n",
        TagEnd::Heading(level) => {
            around.heading = false;
            let _ = writeln!(out, "</h{}>", below(level as u8));
            return;
        }
        TagEnd::BlockQuote(_) => "</blockquote>\n",
        TagEnd::CodeBlock => "</pre>\n",
        TagEnd::List(false) => "</ul>\n",
        TagEnd::List(true) => "</ol>\n",
        TagEnd::Item => "</li>\n",
        TagEnd::Strong => "</strong>",
        TagEnd::Emphasis => "</em>",
        TagEnd::Table => "</tbody></table></div>\n",
        TagEnd::TableHead => {
            around.head = false;
            "</tr></thead><tbody>\n"
        }
        TagEnd::TableRow => "</tr>\n",
        TagEnd::TableCell => around.cell,
        TagEnd::Link => match around.links.pop() {
            Some(true) => "</a>",
            _ => "",
        },
        _ => "",
    });
}

/// The level of a heading, below the page's.
fn below(level: u8) -> u8 {
    (level + HEADING).min(6)
}

fn escape(out: &mut String, text: &str) {
    // A String takes whatever is written.
    let _ = Html.write_escaped_str(out, text);
}
