//! Comparison in the result of a round: one sentence and the group's medians, for what an
//! organisation handed in last. Drafts get no verdict, and the page says when there will be one.

use std::collections::BTreeMap;

use domain::account::{Action, Stage};
use domain::assessment::Depth;
use domain::comparison::Quarters;
use service::waves;

use super::compared;
use super::figures;
use super::headline;
use super::setting::{Setting, wording};
use crate::error::Failure;
use crate::pages::round::outcome::Outcome;
use crate::routes::Page;

/// What a result says of a group.
pub(crate) struct Beside {
    /// How the organisation stands, or why that is not said here.
    pub(crate) sentence: String,
    /// Which group, how many, and when; `None` where nothing is compared.
    pub(crate) group: Option<String>,
    /// All of it in one sentence, where there is something to tell.
    short: Option<String>,
    pub(crate) synthetic: bool,
    /// The group's median of each goal that it shows, to draw and as text.
    pub(crate) medians: BTreeMap<String, (Quarters, String)>,
    /// Where there is more, and what that is called.
    pub(crate) link: (String, String),
}

/// `None` where a comparison would be out of place: no wave is published, snabbkollen, what is
/// withdrawn.
pub(crate) async fn beside(outcome: &Outcome<'_>) -> Result<Option<Beside>, Failure> {
    let (cx, t) = (outcome.cx, outcome.wording.t);
    if outcome.score.depth == Depth::Quick || waves::latest(cx.app()).await?.is_none() {
        return Ok(None);
    }
    let compare = cx
        .to_organisation(Page::Compare)
        .filter(|_| cx.may(Action::SeeOrganisation))
        .map(|address| (address, t.compare_title()));
    let method = || {
        let address = cx.cx.path(Page::ComparisonMethod, &[]);
        (address, t.comparison_method_link())
    };
    let only = |sentence: String, link: (String, String)| Beside {
        sentence,
        group: None,
        short: None,
        synthetic: false,
        medians: BTreeMap::new(),
        link,
    };
    let Some(belongs) = cx.round.belongs else {
        let statistics = (cx.cx.path(Page::Statistics, &[]), t.statistics_see());
        return Ok(Some(only(t.beside_alone(), statistics)));
    };
    match belongs.stage {
        Stage::Withdrawn => return Ok(None),
        Stage::Answering | Stage::Agreeing => {
            return Ok(Some(only(t.beside_draft(), compare.unwrap_or_else(method))));
        }
        Stage::Submitted => {}
    }
    let setting = Setting::of(cx.app(), belongs.organisation).await?;
    let Some((setting, own)) = setting
        .as_ref()
        .and_then(|setting| Some((setting, setting.own.as_ref()?)))
    else {
        return Ok(None);
    };
    let link = compare.unwrap_or_else(method);
    if own.round != cx.round.id() {
        return Ok(Some(only(t.beside_older(), link)));
    }
    let w = wording(&cx.cx, &setting.wave)?;
    let chosen = setting.choose(None);
    let goals = compared::goals(&w, chosen.figures, &own.values.goals, &BTreeMap::new());
    let medians = chosen.figures.iter().flat_map(|figures| &figures.goals);
    let day = figures::date(setting.wave.date, w.lang);
    let sentence = headline::headline(&w, &goals);
    let synthetic = setting.wave.publication.synthetic;
    let coverage = chosen.coverage(&w);
    let short = coverage.as_ref().map(|coverage| {
        let group = figures::group_within(chosen.group, w.lang);
        let (sentence, coverage, day) = (sentence.as_str(), coverage.as_str(), day.as_str());
        match synthetic {
            true => w.t.beside_short_synthetic(sentence, group, coverage, day),
            false => w.t.beside_short(sentence, group, coverage, day),
        }
    });
    Ok(Some(Beside {
        group: match coverage {
            Some(coverage) => Some(w.t.beside_group(chosen.group.name(w.lang), coverage, day)),
            None => chosen.why(&w),
        },
        short,
        sentence,
        synthetic,
        medians: medians
            .map(|figure| {
                let text = figures::quarters(figure.median, w.lang);
                (figure.id.clone(), (figure.median, text))
            })
            .collect(),
        link,
    }))
}

/// The same for a page with room for one sentence; `None` where nothing is compared.
pub(crate) async fn sentence(outcome: &Outcome<'_>) -> Result<Option<String>, Failure> {
    Ok(beside(outcome).await?.and_then(|beside| beside.short))
}
