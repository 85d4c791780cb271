//! What a comparison does not show, and why, for whoever publishes it: on its page and as a file.

use std::collections::BTreeMap;

use axum::http::header;
use axum::response::{IntoResponse, Response};
use domain::comparison::{Finding, Note, Outcome, Report, Rule, WhyLeftOut};
use domain::day::Day;
use domain::text::Lang;
use l10n::Texts;
use service::waves;

use super::figures::Words;
use super::{date, preview};
use crate::context::AgencyCx;
use crate::error::Failure;
use crate::pages::agency::waves::names;
use crate::pages::round::outcome::wording::number;
use crate::routes::Page;

/// Lines of one kind that the page shows; the file has all.
const SHOWN: usize = 200;

/// Everything that came to the same by the same rule.
pub(super) struct Kind {
    pub(super) title: String,
    pub(super) count: usize,
    pub(super) lines: Vec<String>,
    /// How many more there are.
    pub(super) more: u32,
}

pub(super) struct ReportPart {
    pub(super) sums: String,
    pub(super) findings: Vec<Kind>,
    pub(super) notes: Vec<Kind>,
    pub(super) file: String,
}

fn kind(title: String, lines: impl ExactSizeIterator<Item = String>) -> Kind {
    let count = lines.len();
    Kind {
        title,
        count,
        lines: lines.take(SHOWN).collect(),
        more: number(count.saturating_sub(SHOWN)),
    }
}

fn outcome(t: &Texts, outcome: Outcome) -> String {
    match outcome {
        Outcome::Hidden => t.wave_outcome_hidden(),
        Outcome::HeldBack => t.wave_outcome_held_back(),
        Outcome::Kept => t.wave_outcome_kept(),
        Outcome::Withdrawn => t.wave_outcome_withdrawn(),
    }
}

fn rule(t: &Texts, rule: Rule, min: u32) -> String {
    match rule {
        Rule::FewestOwners => t.wave_rule_fewest_owners(min),
        Rule::Population => t.wave_rule_population(min),
        Rule::JointRenewal => t.wave_rule_joint_renewal(),
        Rule::FewestChanges => t.wave_rule_fewest_changes(),
        Rule::Remainder => t.wave_rule_remainder(),
        Rule::Age => t.wave_rule_age(),
        Rule::FewestForDistribution => t.wave_rule_distribution(),
        Rule::RenewalOfDetail => t.wave_rule_renewal_of_detail(),
        Rule::Concentration => t.wave_rule_concentration(),
        Rule::FewestForQuartiles => t.wave_rule_quartiles(),
        Rule::FewestForVerdict => t.wave_rule_verdict(),
        Rule::ChangedQuestion => t.wave_rule_changed_question(),
        Rule::Erased => t.wave_rule_erased(),
    }
}

fn why(t: &Texts, why: WhyLeftOut) -> String {
    match why {
        WhyLeftOut::Later => t.wave_note_later(),
        WhyLeftOut::TooOld => t.wave_note_too_old(),
        WhyLeftOut::Quick => t.wave_note_quick(),
        WhyLeftOut::OtherEdition => t.wave_note_other_edition(),
        WhyLeftOut::NoPopulation => t.wave_note_no_population(),
        WhyLeftOut::NoSkrGroup => t.wave_note_no_skr_group(),
        WhyLeftOut::NoLan => t.wave_note_no_lan(),
        WhyLeftOut::NoVolume => t.wave_note_no_volume(),
    }
}

fn line(t: &Texts, lang: Lang, words: &Words<'_>, finding: &Finding) -> String {
    let mut line = finding.group.name(lang);
    if finding.panel {
        line = t.wave_finding_panel(line.as_str());
    }
    if let Some(cell) = &finding.cell {
        line.push_str(&format!(": {}", words.cell(cell)));
    }
    match finding.owners {
        Some(owners) => t.wave_finding_owners(line.as_str(), owners.to_string()),
        None => line,
    }
}

/// The report as the page shows it.
pub(super) async fn part(
    cx: &AgencyCx,
    words: &Words<'_>,
    report: &Report,
    date: Day,
) -> Result<ReportPart, Failure> {
    let (t, lang) = (cx.cx.texts(), cx.cx.lang());
    let of_rule = |((became, by), findings): ((Outcome, Rule), Vec<&Finding>)| {
        let (became, by) = (outcome(t, became), rule(t, by, words.min()));
        let lines = findings.iter().map(|finding| line(t, lang, words, finding));
        kind(t.wave_report_rule(became.as_str(), by.as_str()), lines)
    };
    let mut notes: BTreeMap<String, Vec<&Note>> = BTreeMap::new();
    for note in &report.notes {
        notes.entry(why(t, note.why)).or_default().push(note);
    }
    let names = match notes.is_empty() {
        true => BTreeMap::new(),
        false => names(cx).await?,
    };
    let of_why = |(why, notes): (String, Vec<&Note>)| {
        let name = |note: &&Note| {
            let id = &note.organisation;
            names.get(id).unwrap_or(id).clone()
        };
        kind(why, notes.iter().map(name))
    };
    Ok(ReportPart {
        sums: t.wave_report_sums(
            report.submissions.to_string(),
            report.organisations.to_string(),
            report.owners.to_string(),
        ),
        findings: waves::by_rule(report).into_iter().map(of_rule).collect(),
        notes: notes.into_iter().map(of_why).collect(),
        file: cx.cx.path(Page::WaveReport, &[&date.to_string()]),
    })
}

pub(crate) async fn file(cx: AgencyCx) -> Result<Response, Failure> {
    let date = date(&cx)?;
    let preview = match preview(&cx, date).await? {
        Ok(preview) => preview,
        Err(response) => return Ok(response),
    };
    let disposition = format!("attachment; filename=\"jamforelse-{date}-rapport.csv\"");
    let headers = [
        (header::CONTENT_TYPE, "text/csv; charset=utf-8".to_owned()),
        (header::CONTENT_DISPOSITION, disposition),
    ];
    Ok((headers, waves::as_csv(&preview.report)?).into_response())
}
