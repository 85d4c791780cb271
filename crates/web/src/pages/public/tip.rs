//! Everything on one tip's card.

use askama::Template;
use axum::response::Response;
use domain::instrument::{Card, Edition};
use domain::organisation::OrganisationSize;
use domain::text::Lang;
use service::waves;

use super::tips::goal_of;
use super::{Link, SourceLink, card_link, goal_address, question_link, source, steps};
use crate::context::Cx;
use crate::error::{Failure, page};
use crate::layout::Layout;
use crate::markdown::{Markup, Writer};
use crate::pages::comparison::figures;
use crate::pages::hub::{Entry, entries};
use crate::routes::Page;
use crate::words;

#[derive(Template)]
#[template(path = "public/tip.html")]
struct TipPage<'a> {
    layout: Layout<'a>,
    lang: Lang,
    card: &'a Card,
    what: Markup,
    /// What there is to read about it.
    reading: Vec<Entry>,
    /// Back to the goal's part of all tips.
    back: String,
    before: Option<Link>,
    after: Vec<Link>,
    serves: Vec<Served>,
    effort: Vec<(String, String)>,
    benefit: String,
    links: Vec<SourceLink>,
    told: Option<Told>,
}

/// What has become of the tip in plans, where the newest comparison shows it.
struct Told {
    sentences: Vec<String>,
    synthetic: bool,
    /// How it is counted.
    method: String,
}

/// A question that the tip serves, and the steps it takes there.
struct Served {
    question: Link,
    steps: Vec<(u8, u8)>,
}

const SIZES: [OrganisationSize; 3] = [
    OrganisationSize::Small,
    OrganisationSize::Medium,
    OrganisationSize::Large,
];

pub(crate) async fn get(cx: Cx) -> Result<Response, Failure> {
    let edition = cx.edition()?;
    let card = edition.card(cx.segment("card")).ok_or(Failure::NotFound)?;
    let t = cx.texts();
    let links: Vec<SourceLink> = card.links.iter().filter_map(|id| source(&cx, id)).collect();
    let titles = links.iter().map(|source| &source.title);
    let what = Writer::new(&cx)
        .beside(titles)
        .line(card.what.get(cx.lang()));
    page(&TipPage {
        lang: cx.lang(),
        what,
        reading: entries(&cx, |page| page.file.cards.contains(&card.id)),
        back: goal_address(&cx, Page::Tips, goal_of(edition, card).unwrap_or_default()),
        before: card
            .prerequisite
            .as_deref()
            .and_then(|id| edition.card(id))
            .map(|before| card_link(&cx, before)),
        after: edition
            .cards
            .values()
            .filter(|after| after.prerequisite.as_deref() == Some(card.id.as_str()))
            .map(|after| card_link(&cx, after))
            .collect(),
        serves: served(&cx, edition, card),
        effort: SIZES
            .into_iter()
            .map(|size| {
                let effort = words::effort(t, card.effort.band(size));
                (words::size(t, size), effort)
            })
            .collect(),
        benefit: words::benefit(t, card.benefit),
        links,
        told: told(&cx, card).await?,
        layout: Layout::of(&cx).about(format!("card:{}", card.id)),
        card,
    })
}

async fn told(cx: &Cx, card: &Card) -> Result<Option<Told>, Failure> {
    let (t, lang) = (cx.texts(), cx.lang());
    let Some(wave) = waves::latest(cx.app()).await? else {
        return Ok(None);
    };
    let Some(figure) = wave.publication.card(&card.id) else {
        return Ok(None);
    };
    let mut sentences = vec![t.tip_told_chosen(figures::owners(t, figure.chosen))];
    sentences.extend(
        figure
            .done
            .map(|done| t.tip_told_done(figures::owners(t, done))),
    );
    sentences.extend(figure.rose.map(|share| t.tip_told_rose(u32::from(share))));
    sentences.push(t.tip_told_from(figures::date(figure.from, lang)));
    Ok(Some(Told {
        sentences,
        synthetic: wave.publication.synthetic,
        method: format!("{}#valda", cx.path(Page::Method, &[])),
    }))
}

fn served(cx: &Cx, edition: &Edition, card: &Card) -> Vec<Served> {
    card.serves
        .iter()
        .filter_map(|serves| {
            Some(Served {
                question: question_link(cx, edition, &serves.question)?,
                steps: steps(serves)
                    .map(|(from, to)| (from.number(), to.number()))
                    .collect(),
            })
        })
        .collect()
}
