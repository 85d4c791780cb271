//! The shared screen: one question in large type, how many have answered, how the answers are
//! spread once they are shown, and what the group agrees on.

use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use domain::instrument::{Edition, Question};
use domain::voices::Anonymity;
use l10n::time_of_day;
use report::qr;
use service::rounds::agreement;
use service::workshops::{self, Phase, Workshop};

use crate::context::RoundCx;
use crate::error::{Failure, page, page_with, see_other};
use crate::forms::{Fields, LINE_LIMIT};
use crate::layout::Layout;
use crate::pages::leading::given::{Given, by_disagreement};
use crate::pages::leading::number;
use crate::pages::round::fields::{Choice, FieldFault, QuestionFields, in_words, value};
use crate::pages::round::saving::{Saving, save};
use crate::routes::Page;

/// A question in the list to choose from.
struct Listed {
    id: String,
    label: String,
    text: String,
    agreed: bool,
}

/// The question on the screen.
struct Asked {
    id: String,
    dashed: String,
    label: String,
    goal: String,
    text: String,
    levels: Vec<Choice>,
}

/// The answers to it, to agree on one from.
struct Shown {
    fields: QuestionFields,
    levels: Vec<Given>,
    others: Vec<Given>,
    /// How many answered.
    answered: u32,
    /// What the group has agreed on, in words, and when.
    agreed: Option<(String, String)>,
    /// Everybody gave the answer that is chosen in the form.
    unanimous: bool,
}

#[derive(Template)]
#[template(path = "workshop/start.html")]
struct StartPage<'a> {
    layout: Layout<'a>,
    closed: bool,
    back: String,
}

#[derive(Template)]
#[template(path = "workshop/screen.html")]
struct ScreenPage<'a> {
    layout: Layout<'a>,
    faults: Vec<FieldFault>,
    asked: Option<Asked>,
    shown: Option<Shown>,
    next: Option<Listed>,
    listed: Vec<Listed>,
    /// Another who leads the workshop was faster.
    overtaken: bool,
    joined: u32,
    answered: u32,
    few: bool,
    /// Where phones join, as it is written, up to the code.
    address: String,
    code: String,
    qr: String,
    here: String,
    back: String,
    events: String,
    version: i64,
}

impl ScreenPage<'_> {
    fn title(&self) -> String {
        match &self.asked {
            Some(asked) => format!("{} {}", asked.label, asked.text),
            None => self.layout.t.workshop_title(),
        }
    }

    /// What someone who does not see the screen is told when it has changed.
    fn news(&self) -> String {
        let t = self.layout.t;
        match (&self.asked, &self.shown) {
            (_, Some(_)) => t.workshop_news_shown(),
            (Some(asked), None) => t.workshop_news_asking(asked.text.as_str()),
            (None, None) => t.workshop_title(),
        }
    }

    /// The question that stands on the screen, for forms that lead to another.
    fn from(&self) -> &str {
        self.asked.as_ref().map_or("", |asked| asked.id.as_str())
    }
}

/// The questions to ask, those first that the respondents disagree on the most.
async fn order(cx: &RoundCx, edition: &Edition) -> Result<Vec<String>, Failure> {
    let together = agreement::together(cx.app(), &cx.round, edition).await?;
    Ok(by_disagreement(cx, edition, &together))
}

/// What a refused form held, to be mended.
struct Sent<'a> {
    fields: &'a Fields,
    faults: Vec<FieldFault>,
}

async fn shown(
    cx: &RoundCx,
    edition: &Edition,
    workshop: &Workshop,
    question: &Question,
    sent: Option<Sent<'_>>,
) -> Result<Option<Shown>, Failure> {
    let (Some(tally), Some(place)) = (
        workshops::tally(cx.app(), &cx.round, edition, workshop).await?,
        edition.place(&question.id),
    ) else {
        return Ok(None);
    };
    let latest = cx.round.latest(&question.id);
    let unanimous = tally.unanimous.as_ref().filter(|_| latest.revision == 0);
    // What was sent is not overruled by what is proposed.
    let proposed = unanimous.filter(|_| sent.is_none()).map(value);
    let mut fields = match sent {
        Some(sent) => QuestionFields::sent(cx, &place, question, sent.fields, sent.faults),
        None => QuestionFields::saved(cx, &place, question),
    };
    let agreed = latest.said.answer.as_ref().map(|answer| {
        let (t, lang) = (cx.texts(), cx.lang());
        let (title, _) = in_words(&cx.app().content, question, Some(answer), t, lang);
        (title, time_of_day(latest.at, lang))
    });
    let counts = Some(&tally.counts);
    let given = |choice: Choice| Given::new(choice, counts, proposed.as_deref());
    Ok(Some(Shown {
        levels: fields.levels.drain(..).map(given).collect(),
        others: fields.others.drain(..).map(given).collect(),
        answered: number(tally.counts.answered()),
        agreed,
        unanimous: proposed.is_some(),
        fields,
    }))
}

async fn view<'a>(
    cx: &'a RoundCx,
    workshop: &Workshop,
    sent: Option<Sent<'_>>,
) -> Result<ScreenPage<'a>, Failure> {
    let (edition, lang, t) = (cx.edition()?, cx.lang(), cx.texts());
    let current = workshop.phase.question();
    let listed = |id: &str| {
        let (place, question) = (edition.place(id)?, edition.question(id)?);
        Some(Listed {
            id: id.to_owned(),
            label: place.label(),
            text: question.question.get(lang).to_owned(),
            agreed: cx.round.latest(id).said.answer.is_some(),
        })
    };
    let order = order(cx, edition).await?;
    let list: Vec<Listed> = order.iter().filter_map(|id| listed(id)).collect();
    let next = list
        .iter()
        .find(|listed| !listed.agreed && Some(listed.id.as_str()) != current)
        .and_then(|next| listed(&next.id));
    let question = current.and_then(|id| edition.question(id));
    let asked = question.and_then(|question| {
        let place = edition.place(&question.id)?;
        let fields = QuestionFields::saved(cx, &place, question);
        Some(Asked {
            id: question.id.clone(),
            dashed: fields.dashed(),
            label: fields.label,
            goal: place.goal.short.get(lang).to_owned(),
            text: fields.question,
            levels: fields.levels,
        })
    });
    let shown = match question {
        Some(question) => shown(cx, edition, workshop, question, sent).await?,
        None => None,
    };
    let code = workshop.code.text();
    let base = &cx.app().settings.base_url;
    let whole = format!("{base}{}", cx.cx.path(Page::Phone, &[&code]));
    let (_, written) = whole.split_once("://").unwrap_or(("", &whole));
    Ok(ScreenPage {
        faults: shown
            .as_ref()
            .map(|shown| shown.fields.faults.clone())
            .unwrap_or_default(),
        asked,
        shown,
        next,
        listed: list,
        overtaken: cx.cx.query("hann").is_some(),
        joined: number(workshop.joined),
        answered: number(workshops::answered(cx.app(), workshop).await?),
        few: Anonymity::among(workshop.joined) == Anonymity::NotKept,
        qr: qr::svg(&whole, &t.workshop_qr_label()).unwrap_or_default(),
        address: written.strip_suffix(&code).unwrap_or(written).to_owned(),
        code,
        here: cx.to(Page::Workshop),
        back: cx.to(Page::Differences),
        events: cx.to(Page::WorkshopEvents),
        version: workshop.version,
        layout: Layout {
            about: None,
            ..Layout::of_round(cx)
        },
    })
}

pub(crate) async fn get(cx: RoundCx) -> Result<Response, Failure> {
    match workshops::of_round(cx.app(), &cx.round).await? {
        Some(workshop) => page(&view(&cx, &workshop, None).await?),
        None => page(&StartPage {
            closed: cx.cx.query("slut").is_some(),
            back: cx.to(Page::Differences),
            layout: Layout {
                about: None,
                ..Layout::of_round(&cx)
            },
        }),
    }
}

pub(crate) async fn post(cx: RoundCx, fields: Fields) -> Result<Response, Failure> {
    let here = cx.to(Page::Workshop);
    let (session, _) = cx.member()?;
    let by = session.person;
    let what = fields.one("gor", LINE_LIMIT).unwrap_or_default();
    if what == "starta" {
        workshops::start(cx.app(), &cx.round, by).await?;
        return Ok(see_other(&here));
    }
    let Some(workshop) = workshops::of_round(cx.app(), &cx.round).await? else {
        // Another who leads it has closed it.
        return Ok(see_other(&format!("{here}?slut=ja")));
    };
    let edition = cx.edition()?;
    let id = fields.one("fraga", LINE_LIMIT).unwrap_or_default();
    let first = match what {
        "avsluta" => {
            workshops::close(cx.app(), &cx.round, &workshop, by).await?;
            return Ok(see_other(&format!("{here}?slut=ja")));
        }
        "fraga" => {
            if !order(&cx, edition).await?.iter().any(|asked| asked == id) {
                return Err(Failure::BadForm);
            }
            let from = fields
                .one("fran", LINE_LIMIT)
                .map_err(|_| Failure::BadForm)?;
            let from = Some(from).filter(|from| !from.is_empty());
            workshops::ask(cx.app(), &workshop, from, id).await?
        }
        "visa" => {
            let shown = workshops::show(cx.app(), &workshop, id).await?;
            // Pressed twice, it shows what it should.
            shown || workshop.phase == Phase::Shown(id.to_owned())
        }
        _ => return agree(&cx, &workshop, &fields).await,
    };
    Ok(see_other(&if first {
        here
    } else {
        format!("{here}?hann=ja")
    }))
}

/// Saves what the group agrees on.
async fn agree(cx: &RoundCx, workshop: &Workshop, fields: &Fields) -> Result<Response, Failure> {
    let here = cx.to(Page::Workshop);
    let edition = cx.edition()?;
    let sent = edition
        .places()
        .filter(|(_, question)| fields.has(&format!("version.{}", question.id)));
    let questions: Vec<_> = sent.collect();
    let [(_, question)] = questions.as_slice() else {
        return Err(Failure::BadForm);
    };
    match save(cx, &questions, fields).await? {
        Saving::Conflict(page) => Ok(page),
        Saving::Saved(_) => Ok(see_other(&here)),
        Saving::Faults(mut faults) => {
            let faults = faults.remove(&question.id).unwrap_or_default();
            if workshop.phase != Phase::Shown(question.id.clone()) {
                return Ok(see_other(&format!("{here}?hann=ja")));
            }
            let shown = view(cx, workshop, Some(Sent { fields, faults })).await?;
            page_with(StatusCode::UNPROCESSABLE_ENTITY, &shown)
        }
    }
}
