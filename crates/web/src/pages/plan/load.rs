//! Loading a plan's table back: all that it changes, or a list of everything that is wrong.

use std::collections::BTreeMap;

use askama::Template;
use axum::extract::Multipart;
use axum::http::StatusCode;
use axum::response::Response;
use domain::day::Day;
use domain::plan::{Entry, Subject};
use report::plan::{At, CellFault, Chosen, Column, Found, Loaded, Row};
use service::plans::owners::Naming;
use service::plans::{self, Kept, Plan, PlanError, Refusal, own_key};

use super::entry_form::read;
use super::files::{CSV, EXCEL};
use super::lines::{Line, Lines, lines};
use super::table;
use super::wording::{Wording, goal_title};
use super::{plan, refusal, refused, to, today};
use crate::context::OrgCx;
use crate::error::{Failure, page, page_with, see_other};
use crate::layout::Layout;
use crate::pages::round::open::sent_file;
use crate::routes::Page;

#[derive(Template)]
#[template(path = "plan/load.html")]
struct LoadPage<'a> {
    layout: Layout<'a>,
    plan: String,
    plan_name: &'a str,
    excel: String,
    csv: String,
    /// Everything that is wrong with the file that was sent.
    faults: Vec<String>,
}

fn view<'a>(cx: &'a OrgCx, plan: &'a Plan, faults: Vec<String>) -> LoadPage<'a> {
    LoadPage {
        plan: to(cx, Page::Plan, plan, &[]),
        plan_name: &plan.document.name,
        excel: to(cx, Page::PlanFile, plan, &[EXCEL]),
        csv: to(cx, Page::PlanFile, plan, &[CSV]),
        faults,
        layout: Layout::of_organisation(cx),
    }
}

pub(crate) async fn get(cx: OrgCx) -> Result<Response, Failure> {
    let plan = plan(&cx).await?;
    page(&view(&cx, &plan, Vec::new()))
}

pub(crate) async fn post(cx: OrgCx, sent: Multipart) -> Result<Response, Failure> {
    let plan = plan(&cx).await?;
    let there = to(&cx, Page::Plan, &plan, &[]);
    if plan.closed_at.is_some() {
        return refused(&cx, Refusal::Closed.into(), there);
    }
    let bytes = sent_file(sent).await?;
    let (app, t) = (cx.cx.app(), cx.cx.texts());
    let told = |faults: Vec<String>| {
        page_with(StatusCode::UNPROCESSABLE_ENTITY, &view(&cx, &plan, faults))
    };
    let loaded = match report::plan::read(&bytes, &app.texts, &plan.edition) {
        Ok(loaded) => loaded,
        Err(error) => return told(vec![error.in_words(&plan.edition, t)]),
    };
    let lines = lines(&cx.cx, &plan).await?;
    let mut reading = Reading::new(&cx, &plan, &lines)?;
    reading.read(&loaded).await?;
    if !reading.problems.is_empty() {
        return told(reading.in_words());
    }
    let (entries, added, places) = (reading.entries, reading.naming.added(), reading.places);
    match plans::save_all(app, cx.session.person, &plan, entries, added).await {
        Ok(conflicts) if conflicts.is_empty() => Ok(see_other(&format!("{there}?klart=inlast"))),
        Ok(conflicts) => {
            let w = Wording::of(&cx.cx, &plan);
            let told_of = |(key, kept): &(String, Kept)| {
                let changed = changed(&w, kept);
                places.get(key).map(|at| at.in_words(&changed, t))
            };
            told(conflicts.iter().filter_map(told_of).collect())
        }
        Err(PlanError::Refused(why @ Refusal::TooMany)) => told(vec![refusal(t, why)]),
        Err(error) => refused(&cx, error, there),
    }
}

/// That somebody else has changed a row, and what stands now.
fn changed(w: &Wording<'_>, kept: &Kept) -> String {
    w.t.plan_row_changed(w.said(kept).join(" "))
}

/// The revision that a line stands at.
fn version(line: &Line<'_>) -> i64 {
    line.kept.map_or(0, |kept| kept.revision)
}

/// Collects what a table changes, and what is wrong in it.
struct Reading<'a> {
    cx: &'a OrgCx,
    plan: &'a Plan,
    lines: &'a Lines<'a>,
    w: Wording<'a>,
    today: Day,
    naming: Naming<'a>,
    entries: plans::Entries,
    /// Where each of the entries stands, by its key.
    places: BTreeMap<String, At>,
    problems: BTreeMap<At, String>,
}

impl<'a> Reading<'a> {
    fn new(cx: &'a OrgCx, plan: &'a Plan, lines: &'a Lines<'a>) -> Result<Self, Failure> {
        let (app, lang) = (cx.cx.app(), cx.cx.lang());
        Ok(Reading {
            cx,
            plan,
            lines,
            w: Wording::of(&cx.cx, plan),
            today: today(&cx.cx)?,
            naming: Naming::new(app, plan, &cx.organisation, lang),
            entries: Vec::new(),
            places: BTreeMap::new(),
            problems: BTreeMap::new(),
        })
    }

    async fn read(&mut self, loaded: &Loaded) -> Result<(), Failure> {
        for (at, fault) in &loaded.faults {
            self.problems.insert(at.clone(), fault.in_words(self.w.t));
        }
        for found in &loaded.rows {
            self.row(found).await?;
        }
        Ok(())
    }

    /// Notes what is wrong in a cell; what was said of it first is enough.
    fn problem(&mut self, at: At, message: String) {
        self.problems.entry(at).or_insert(message);
    }

    async fn row(&mut self, found: &Found) -> Result<(), Failure> {
        let (t, lines) = (self.w.t, self.lines);
        let line = match found.row.key.as_str() {
            "" => None,
            key => match lines.lines.iter().find(|line| line.key == key) {
                Some(line) => Some(line),
                None => {
                    let unknown = CellFault::UnknownKey(key.to_owned());
                    self.problem(found.at(Column::Key), unknown.in_words(t));
                    return Ok(());
                }
            },
        };
        let old = line.map(Line::entry);
        let is_card = old.as_ref().is_some_and(|old| old.card().is_some());
        let mut goal = "";
        if !is_card && !found.row.goal.is_empty() {
            match table::goal(lines.edition, &found.row.goal) {
                Some(id) => goal = id,
                None => {
                    let unknown = CellFault::UnknownGoal(found.row.goal.clone());
                    self.problem(found.at(Column::Goal), unknown.in_words(t));
                }
            }
        }
        if let Some(line) = line {
            if self.says_nothing_new(line, &found.row, goal).await? {
                return Ok(());
            }
            if found.row.version != version(line) {
                let wrong = match line.kept {
                    Some(kept) => changed(&self.w, kept),
                    None => CellFault::Version.in_words(t),
                };
                self.problem(found.at(Column::Version), wrong);
                return Ok(());
            }
        }
        let Row {
            chosen,
            owner,
            date,
            because,
            ..
        } = &found.row;
        let said = [owner, date, because].iter().any(|text| !text.is_empty());
        if *chosen == Chosen::Open && said {
            self.problem(found.at(Column::Decision), t.plan_row_undecided());
        }
        let fields = table::fields(&found.row, goal);
        let naming = &mut self.naming;
        let sent = read(
            t,
            self.plan,
            naming,
            lines.edition,
            (old, self.today),
            &fields,
        )?;
        match sent.entry {
            Ok(entry) => self.entry(line, found, entry),
            Err(faults) => {
                for fault in faults {
                    self.problem(found.at(table::column(&fault.field)), fault.message);
                }
            }
        }
        Ok(())
    }

    fn entry(&mut self, line: Option<&Line<'_>>, found: &Found, entry: Entry) {
        let (key, version) = match line {
            Some(line) => (line.key.clone(), version(line)),
            None => (own_key(self.cx.cx.app()), 0),
        };
        self.places.insert(key.clone(), found.at(Column::Version));
        self.entries.push((key, entry, version));
    }

    /// Whether a row says what stands, or what stood when the file was fetched: then whoever sends
    /// it has not touched it, and what somebody else has decided since is left as it is.
    async fn says_nothing_new(
        &self,
        line: &Line<'_>,
        row: &Row,
        goal: &str,
    ) -> Result<bool, Failure> {
        let edition = self.lines.edition;
        let says = |entry: &Entry| {
            let stands = Row {
                version: row.version,
                ..table::row(&self.w, edition, line, entry)
            };
            // In a tip's row, goal and title only tell which one it is.
            let (goal, title) = match entry.subject {
                Subject::Card(_) => (stands.goal.clone(), stands.title.clone()),
                Subject::Own { .. } => (
                    goal_title(edition, goal, self.w.lang).unwrap_or_default(),
                    row.title.clone(),
                ),
            };
            let said = Row {
                goal,
                title,
                ..row.clone()
            };
            said == stands
        };
        if says(&line.entry()) {
            return Ok(true);
        }
        if row.version == version(line) {
            return Ok(false);
        }
        if row.version == 0 {
            return Ok(line
                .card
                .is_some_and(|card| says(&Entry::undecided(&card.id))));
        }
        let history = plans::history(self.cx.cx.app(), self.plan, &line.key).await?;
        let mut fetched = history.iter().filter(|kept| kept.revision == row.version);
        Ok(fetched.any(|kept| says(&kept.entry)))
    }

    /// Everything that is wrong, as one reads.
    fn in_words(&self) -> Vec<String> {
        let problems = self.problems.iter();
        problems
            .map(|(at, problem)| at.in_words(problem, self.w.t))
            .collect()
    }
}
