//! What holds for every page, as far as its markup tells.

use std::collections::BTreeSet;

use domain::text::Lang;
use scraper::{ElementRef, Html};
use web::routes::Page;

use crate::http::{Reply, folded, selector};
use crate::places::public;

/// What a page breaks of what holds for all.
pub fn faults(page: &Reply, lang: Lang) -> Vec<String> {
    let html = page.html();
    let mut faults = Vec::new();
    let all = |css: &str| html.select(&selector(css)).collect::<Vec<_>>();
    let attribute =
        |element: ElementRef<'_>, name: &str| element.attr(name).unwrap_or_default().to_owned();

    let language = all("html").first().map(|root| attribute(*root, "lang"));
    if language.as_deref() != Some(lang.code()) {
        faults.push(format!("the language is {language:?}"));
    }
    let h1 = all("h1").len();
    if h1 != 1 {
        faults.push(format!("{h1} h1"));
    }
    // A list of what is wrong stands above the h1, with a heading of its own.
    let mut level = 1;
    for heading in all("h1, h2, h3, h4, h5, h6") {
        let next = heading.value().name()[1..].parse().unwrap_or(0);
        if next > level + 1 {
            faults.push(format!("a heading is skipped before {:?}", folded(heading)));
        }
        level = next;
    }
    let mut ids = BTreeSet::new();
    for element in all("[id]") {
        let id = attribute(element, "id");
        if !ids.insert(id.clone()) {
            faults.push(format!("the id {id:?} stands twice"));
        }
    }
    for control in all("input:not([type=hidden]), textarea, select") {
        let label = format!("label[for=\"{}\"]", attribute(control, "id"));
        if control.attr("aria-label").is_none() && all(&label).is_empty() {
            faults.push(format!("no label for {}", control.html()));
        }
    }
    for group in all("fieldset") {
        if group
            .select(&selector("legend"))
            .next()
            .is_none_or(|legend| folded(legend).is_empty())
        {
            faults.push("a group of choices without a legend".to_owned());
        }
    }
    for element in all("[aria-describedby], [aria-labelledby]") {
        for name in ["aria-describedby", "aria-labelledby"] {
            for id in attribute(element, name).split_whitespace() {
                if !ids.contains(id) {
                    faults.push(format!("{name} names {id}, which is not on the page"));
                }
            }
        }
    }
    for link in all("a[href^=\"#\"]") {
        let target = attribute(link, "href");
        if !ids.contains(target.trim_start_matches('#')) {
            faults.push(format!(
                "a link leads to {target}, which is not on the page"
            ));
        }
    }
    for element in all("a[href], button, summary") {
        if folded(element).is_empty() && element.attr("aria-label").is_none() {
            faults.push(format!("nothing to read in {}", element.html()));
        }
    }
    for element in all("[style], style, script:not([src]), [onclick]") {
        faults.push(format!("the policy refuses {}", element.value().name()));
    }
    let statement = format!(
        "footer a[href=\"{}\"]",
        public(Page::Accessibility, lang, &[])
    );
    if all(&statement).is_empty() {
        faults.push("the footer does not lead to the accessibility statement".to_owned());
    }
    if let Some(doubt) = says_two_things(&html) {
        faults.push(doubt);
    }
    faults
}

/// Whether what stands at a field, "Fel: …", is what the list says, which may name the field first.
fn says_the_same(at_field: &str, in_list: &str) -> bool {
    let words = at_field
        .split_once(": ")
        .map_or(at_field, |(_, words)| words);
    in_list.ends_with(words)
}

/// Two links with the same text that lead to different places, heard out of their context.
fn says_two_things(html: &Html) -> Option<String> {
    let mut seen: Vec<(String, String)> = Vec::new();
    for link in html.select(&selector("main a[href]")) {
        let text = link
            .attr("aria-label")
            .map_or_else(|| folded(link), str::to_owned);
        let target = link.attr("href").unwrap_or_default().to_owned();
        if let Some((_, other)) = seen
            .iter()
            .find(|(known, to)| *known == text && *to != target)
        {
            return Some(format!("{text:?} leads both to {other} and to {target}"));
        }
        seen.push((text, target));
    }
    None
}

/// What a page breaks of what holds for every form that has to be mended: it says so first of all
/// in its title, lists what is wrong with links to the fields, in the words that stand there.
pub fn mending_faults(page: &Reply, prefix: &str) -> Vec<String> {
    let html = page.html();
    let mut faults = Vec::new();
    let title = page.first("title");
    if !title.starts_with(prefix) {
        faults.push(format!("the title is {title:?}"));
    }
    let Some(summary) = html.select(&selector(".errors")).next() else {
        return vec!["no list of what is wrong".to_owned()];
    };
    if summary.attr("autofocus").is_none() || summary.attr("tabindex") != Some("-1") {
        faults.push("the list of what is wrong does not take the focus".to_owned());
    }
    let told: Vec<String> = html.select(&selector(".error")).map(folded).collect();
    let links: Vec<ElementRef<'_>> = summary.select(&selector("a[href^=\"#\"]")).collect();
    if links.is_empty() {
        faults.push("the list of what is wrong has no links".to_owned());
    }
    for link in links {
        let text = folded(link);
        let id = link
            .attr("href")
            .unwrap_or_default()
            .trim_start_matches('#');
        if html
            .select(&selector(&format!("[id=\"{id}\"]")))
            .next()
            .is_none()
        {
            faults.push(format!("{text:?} leads to {id}, which is not on the page"));
        }
        let is_answer_missing = html
            .select(&selector(&format!("a[id=\"{id}\"]")))
            .next()
            .is_some();
        if !is_answer_missing && !told.iter().any(|message| says_the_same(message, &text)) {
            faults.push(format!("{text:?} does not stand at its field"));
        }
    }
    faults
}
