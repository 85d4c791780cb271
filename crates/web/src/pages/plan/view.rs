//! A plan: by decision, by goal, by owner or by quarter.

use askama::Template;
use axum::response::Response;
use domain::account::Action;
use domain::advice::When;
use domain::day::Day;
use domain::plan::{Decision, Due, Status, difference, due};
use l10n::date;
use service::plans::Plan;

use super::lines::{Line, Lines, lines};
use super::wording::{Wording, goal_title};
use super::{files, plan, to, today};
use crate::context::OrgCx;
use crate::error::{Failure, page};
use crate::layout::Layout;
use crate::routes::Page;

/// What the lines are grouped by.
#[derive(Clone, Copy, PartialEq, Eq)]
enum By {
    Decision,
    Goal,
    Owner,
    Quarter,
}

impl By {
    const ALL: [By; 4] = [By::Decision, By::Goal, By::Owner, By::Quarter];

    /// The code in the address.
    fn code(self) -> &'static str {
        match self {
            By::Decision => "beslut",
            By::Goal => "mal",
            By::Owner => "ansvarig",
            By::Quarter => "kvartal",
        }
    }
}

struct Way {
    text: String,
    address: String,
    here: bool,
}

struct Row {
    title: String,
    address: String,
    /// How far people say it has come, or that it is late or to be decided.
    state: String,
    /// Whether it wants someone to look at it.
    urgent: bool,
    decision: String,
    /// How far the answers say it has come.
    by_answers: Option<String>,
    /// What people and answers say differently.
    difference: Option<String>,
}

struct Group {
    title: String,
    rows: Vec<Row>,
}

#[derive(Template)]
#[template(path = "plan/view.html")]
struct PlanPage<'a> {
    layout: Layout<'a>,
    plans: String,
    name: String,
    /// When it was made, closed and approved.
    facts: Vec<String>,
    /// How many of each, in one line.
    counts: String,
    /// From when the answers are that the second column leans on.
    answers_from: Option<String>,
    done: Option<String>,
    ways: Vec<Way>,
    groups: Vec<Group>,
    /// For whoever may change the plan, while it is open.
    own: Option<String>,
    manage: Vec<(String, String)>,
    /// Tables and calendar, and where a table is loaded.
    files: Vec<(String, String)>,
    decision: Option<String>,
}

/// When something is to happen, for the order of lines and for quarters.
fn day(line: &Line<'_>) -> Option<Day> {
    line.kept.and_then(|kept| kept.entry.day())
}

struct View<'a> {
    cx: &'a OrgCx,
    plan: &'a Plan,
    lines: &'a Lines<'a>,
    w: Wording<'a>,
    today: Day,
}

impl View<'_> {
    fn row(&self, line: &Line<'_>) -> Row {
        let (t, entry) = (self.w.t, line.entry());
        let due = due(&entry, self.today);
        let derived = self.lines.derived(line);
        let differs = derived.and_then(|derived| difference(&entry, derived));
        Row {
            title: self.w.title(&entry),
            address: to(self.cx, Page::PlanEntry, self.plan, &[&line.key]),
            urgent: matches!(due, Some(Due::Late | Due::TakeUp)),
            state: match due {
                Some(Due::Late) => t.plan_state_late(),
                Some(Due::TakeUp) => t.plan_state_take_up(),
                _ => match &entry.decision {
                    Decision::Open => t.plan_state_open(),
                    Decision::Do { .. } => self.w.status(&entry).unwrap_or_default(),
                    Decision::Later { .. } => t.plan_state_later(),
                    Decision::No { .. } => t.plan_state_no(),
                },
            },
            decision: self.w.decision(&entry),
            by_answers: derived.map(|derived| self.w.derived(derived)),
            difference: differs.map(|differs| self.w.difference(differs)),
        }
    }

    /// The groups in order, with the lines of each; a group without lines is not shown.
    fn groups(&self, by: By) -> Vec<Group> {
        let mut lines: Vec<&Line> = self.lines.lines.iter().collect();
        // What has a day comes in the order of days, what has none in the order of the answers.
        lines.sort_by_key(|line| (day(line).is_none(), day(line)));
        let mut groups: Vec<(String, Vec<Row>)> = Vec::new();
        for title in self.titles(by) {
            groups.push((title, Vec::new()));
        }
        for line in lines {
            let Some(title) = self.title(by, line) else {
                continue;
            };
            let row = self.row(line);
            match groups.iter_mut().find(|(known, _)| *known == title) {
                Some((_, rows)) => rows.push(row),
                None => groups.push((title, vec![row])),
            }
        }
        groups.retain(|(_, rows)| !rows.is_empty());
        let group = |(title, rows)| Group { title, rows };
        groups.into_iter().map(group).collect()
    }

    /// The titles of the groups whose order is given; others follow as they come.
    fn titles(&self, by: By) -> Vec<String> {
        let t = self.w.t;
        match by {
            By::Decision => vec![
                t.plan_group_now(),
                t.plan_group_next(),
                t.plan_group_do(),
                t.plan_group_take_up(),
                t.plan_group_rest(),
                t.plan_group_done(),
                t.plan_group_no(),
            ],
            By::Goal => {
                let goals = self
                    .lines
                    .edition
                    .into_iter()
                    .flat_map(|edition| &edition.goals);
                let title = |goal: &domain::instrument::Goal| {
                    goal_title(self.lines.edition, &goal.id, self.w.lang)
                };
                goals
                    .filter_map(title)
                    .chain([t.plan_group_no_goal()])
                    .collect()
            }
            By::Owner => {
                let owners = self.plan.owners.iter();
                owners.map(|owner| owner.name.clone()).collect()
            }
            By::Quarter => vec![t.plan_group_late()],
        }
    }

    /// The group of a line; none if this view does not show it.
    fn title(&self, by: By, line: &Line<'_>) -> Option<String> {
        let (t, entry) = (self.w.t, line.entry());
        match by {
            By::Decision => Some(match (&entry.decision, line.when) {
                (Decision::Open, Some(When::Now)) => t.plan_group_now(),
                (Decision::Open, Some(When::Next)) => t.plan_group_next(),
                (Decision::Open, _) => t.plan_group_rest(),
                (Decision::Do { .. }, _) if entry.status == Status::Done => t.plan_group_done(),
                (Decision::Do { .. }, _) => t.plan_group_do(),
                (Decision::Later { .. }, _) => t.plan_group_take_up(),
                (Decision::No { .. }, _) => t.plan_group_no(),
            }),
            By::Goal => {
                let goal = line.goal.as_deref();
                let goal = goal.and_then(|id| goal_title(self.lines.edition, id, self.w.lang));
                Some(goal.unwrap_or_else(|| t.plan_group_no_goal()))
            }
            By::Owner => entry.owner().map(|id| self.w.owner(id)),
            By::Quarter => {
                let at = day(line)?;
                Some(match due(&entry, self.today) {
                    Some(Due::Late) => t.plan_group_late(),
                    _ => quarter(t, at),
                })
            }
        }
    }

    /// "4 att göra, 1 av dem klara. …"
    fn counts(&self) -> String {
        let (mut to_do, mut done, mut later, mut no, mut open) = (0, 0, 0, 0, 0);
        for line in &self.lines.lines {
            let entry = line.entry();
            match entry.decision {
                Decision::Open => open += 1,
                Decision::Do { .. } => {
                    to_do += 1;
                    done += u32::from(entry.status == Status::Done);
                }
                Decision::Later { .. } => later += 1,
                Decision::No { .. } => no += 1,
            }
        }
        self.w.t.plan_counts(to_do, done, later, no, open)
    }
}

/// "Januari–mars 2027".
fn quarter(t: &l10n::Texts, day: Day) -> String {
    let text = day.to_string();
    let (year, month) = (&text[..4], text[5..7].parse::<u8>().unwrap_or(1));
    match (month - 1) / 3 {
        0 => t.plan_quarter_1(year),
        1 => t.plan_quarter_2(year),
        2 => t.plan_quarter_3(year),
        _ => t.plan_quarter_4(year),
    }
}

/// What is said of the plan as a whole.
fn facts(cx: &OrgCx, plan: &Plan) -> Vec<String> {
    let (t, lang) = (cx.cx.texts(), cx.cx.lang());
    let mut facts = vec![t.plan_made_on(date(plan.created_at, lang))];
    if let Some(approval) = &plan.document.approved {
        let day = date(approval.at, lang);
        facts.push(match approval.reference.is_empty() {
            true => t.plan_approved_by(approval.by.as_str(), day),
            false => {
                t.plan_approved_reference(approval.by.as_str(), day, approval.reference.as_str())
            }
        });
        if plan.changed_since_approval() {
            facts.push(t.plan_changed_since());
        }
    }
    facts.extend(plan.closed_at.map(|at| t.plan_closed_on(date(at, lang))));
    facts
}

pub(crate) async fn get(cx: OrgCx) -> Result<Response, Failure> {
    let plan = plan(&cx).await?;
    let lines = lines(&cx.cx, &plan).await?;
    let t = cx.cx.texts();
    let asked = cx.cx.query("visa").unwrap_or_default();
    let by = By::ALL.into_iter().find(|by| by.code() == asked);
    let by = by.unwrap_or(By::Decision);
    let view = View {
        cx: &cx,
        plan: &plan,
        lines: &lines,
        w: Wording::of(&cx.cx, &plan),
        today: today(&cx.cx)?,
    };
    let here = to(&cx, Page::Plan, &plan, &[]);
    let way = |way: By| Way {
        text: match way {
            By::Decision => t.plan_by_decision(),
            By::Goal => t.plan_by_goal(),
            By::Owner => t.plan_by_owner(),
            By::Quarter => t.plan_by_quarter(),
        },
        address: format!("{here}?visa={}", way.code()),
        here: way == by,
    };
    let changes = cx.may(Action::EditPlan) && plan.closed_at.is_none();
    let link = |page, text: String| (to(&cx, page, &plan, &[]), text);
    let file = |name: &str, text: String| (to(&cx, Page::PlanFile, &plan, &[name]), text);
    let mut files = vec![
        file(files::EXCEL, t.plan_excel()),
        file(files::CSV, t.plan_csv()),
    ];
    // What is left of a closed plan is nobody's to do.
    if plan.closed_at.is_none() {
        files.push(file(files::CALENDAR, t.plan_calendar()));
    }
    if changes {
        files.push(link(Page::PlanLoad, t.plan_load_title()));
    }
    page(&PlanPage {
        plans: cx.to(Page::Plans, &[]),
        name: plan.document.name.clone(),
        facts: facts(&cx, &plan),
        counts: view.counts(),
        answers_from: lines
            .agreed
            .as_ref()
            .map(|agreed| t.plan_answers_from(date(agreed.at, cx.cx.lang()))),
        done: match cx.cx.query("klart").as_deref() {
            Some("beslut") => Some(t.plan_done_decided()),
            Some("godkand") => Some(t.plan_done_approved()),
            Some("avslutad") => Some(t.plan_done_closed()),
            Some("inlast") => Some(t.plan_done_loaded()),
            _ => None,
        },
        ways: By::ALL.into_iter().map(way).collect(),
        groups: view.groups(by),
        own: changes.then(|| to(&cx, Page::PlanEntry, &plan, &[super::entry::NEW])),
        manage: match changes {
            true => vec![
                link(Page::PlanOwners, t.plan_owners_title()),
                link(Page::PlanApprove, t.plan_approve_title()),
                link(Page::PlanClose, t.plan_close_title()),
            ],
            false => Vec::new(),
        },
        files,
        decision: plan.round.map(|round| cx.to_round(Page::Decision, round)),
        layout: Layout::of_organisation(&cx),
    })
}
