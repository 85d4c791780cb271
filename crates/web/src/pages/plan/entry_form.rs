//! The form of a decision: gör, senare, inte, and what each of them needs.

use domain::day::Day;
use domain::instrument::Edition;
use domain::openness::TextFault;
use domain::organisation::EmailAddress;
use domain::plan::{Decision, Entry, OwnerName, PlanText, Status, Subject, Title, is_past};
use l10n::Texts;
use service::plans::owners::Naming;
use service::plans::{Kept, Plan, PlanError, Refusal};

use super::refusal;
use super::wording::{self, Wording, goal_title};
use crate::error::Failure;
use crate::forms::{Fault, Fields, LINE_LIMIT, TEXT_LIMIT};
use crate::pages::round::fields::{FieldFault, message};

/// The choices of a decision, as the form sends them.
pub(super) const OPEN: &str = "oppet";
pub(super) const DO: &str = "gor";
pub(super) const LATER: &str = "senare";
pub(super) const NO: &str = "inte";

/// One of several to choose among.
pub(super) struct Choice {
    pub(super) value: String,
    pub(super) text: String,
    pub(super) chosen: bool,
}

/// The form, as it is shown.
pub(super) struct Form {
    /// The revision that it was made from.
    pub(super) version: i64,
    /// Name and goal of an own action.
    pub(super) own: Option<(String, Vec<Choice>)>,
    pub(super) decision: String,
    /// Whether a decision can be taken back to nothing.
    pub(super) was_decided: bool,
    pub(super) owners: Vec<Choice>,
    pub(super) new_owner: String,
    pub(super) new_email: String,
    pub(super) by: String,
    pub(super) resources: String,
    pub(super) on: String,
    pub(super) because: String,
    pub(super) statuses: Vec<Choice>,
    pub(super) note: String,
}

/// What a form said.
pub(super) struct Sent {
    /// The revision that the form was made from.
    pub(super) version: i64,
    /// What it comes to, or what is wrong.
    pub(super) entry: Result<Entry, Vec<FieldFault>>,
    /// The fields as they came.
    pub(super) fields: Fields,
}

impl Sent {
    /// The field of the day that counts.
    pub(super) fn day_field(&self) -> &'static str {
        match self.fields.shown("beslut").as_str() {
            LATER => "nar",
            _ => "klart",
        }
    }
}

impl Form {
    /// The form as it stands, or as it was sent.
    pub(super) fn new(
        w: Wording<'_>,
        edition: Option<&Edition>,
        kept: Option<&Kept>,
        is_own: bool,
        sent: Option<&Sent>,
    ) -> Form {
        let entry = kept.map(|kept| &kept.entry);
        let decision = entry.map(|entry| &entry.decision);
        let shown =
            |field: &str, stands: String| sent.map_or(stands, |sent| sent.fields.shown(field));
        let [mut owner, mut by, mut resources, mut on, mut because] = [const { String::new() }; 5];
        match decision {
            Some(Decision::Do {
                owner: id,
                by: day,
                resources: set,
            }) => {
                (owner, by, resources) = (id.clone(), day.to_string(), set.clone());
            }
            Some(Decision::Later { on: day }) => on = day.to_string(),
            Some(Decision::No { because: why }) => because.clone_from(why),
            Some(Decision::Open) | None => {}
        }
        let owner: String = shown("agare", owner);
        let status = entry.map_or(Status::NotBegun, |entry| entry.status);
        let status = shown("lage", status.code().to_owned());
        Form {
            version: sent.map_or(kept.map_or(0, |kept| kept.revision), |sent| sent.version),
            own: is_own.then(|| own(w, edition, entry, sent)),
            decision: shown("beslut", decision.map_or("", code).to_owned()),
            was_decided: decision.is_some_and(|decision| *decision != Decision::Open),
            owners: w
                .plan
                .owners
                .iter()
                .map(|known| Choice {
                    value: known.id.to_string(),
                    text: match &known.email {
                        Some(email) => format!("{} ({email})", known.name),
                        None => known.name.clone(),
                    },
                    chosen: known.id.to_string() == owner,
                })
                .collect(),
            new_owner: shown("ny-agare", String::new()),
            new_email: shown("ny-epost", String::new()),
            by: shown("klart", by),
            resources: shown("resurser", resources),
            on: shown("nar", on),
            because: shown("varfor", because),
            statuses: Status::ALL
                .into_iter()
                .map(|one| Choice {
                    value: one.code().to_owned(),
                    text: wording::status(w.t, one),
                    chosen: one.code() == status,
                })
                .collect(),
            note: shown(
                "anteckning",
                entry.map_or_else(String::new, |entry| entry.note.clone()),
            ),
        }
    }
}

/// Name and goal of an own action, as it stands or as it was sent.
fn own(
    w: Wording<'_>,
    edition: Option<&Edition>,
    entry: Option<&Entry>,
    sent: Option<&Sent>,
) -> (String, Vec<Choice>) {
    let (title, goal) = match entry.map(|entry| &entry.subject) {
        Some(Subject::Own { title, goal }) => (title.clone(), goal.clone().unwrap_or_default()),
        _ => Default::default(),
    };
    let goal = sent.map_or(goal, |sent| sent.fields.shown("mal"));
    let goals = edition.into_iter().flat_map(|edition| &edition.goals);
    let choice = |one: &domain::instrument::Goal| {
        Some(Choice {
            text: goal_title(edition, &one.id, w.lang)?,
            chosen: one.id == goal,
            value: one.id.clone(),
        })
    };
    let title = sent.map_or(title, |sent| sent.fields.shown("titel"));
    (title, goals.filter_map(choice).collect())
}

/// What the form says for a decision; nothing is chosen beforehand where none is made.
fn code(decision: &Decision) -> &'static str {
    match decision {
        Decision::Open => "",
        Decision::Do { .. } => DO,
        Decision::Later { .. } => LATER,
        Decision::No { .. } => NO,
    }
}

/// Reads what was sent, and notes what is wrong field by field.
struct Reader<'a> {
    t: &'a Texts,
    fields: &'a Fields,
    /// The day that stands, and today.
    days: (Option<Day>, Day),
    faults: Vec<FieldFault>,
}

impl Reader<'_> {
    fn fault(&mut self, field: &str, message: String) {
        let field = field.to_owned();
        self.faults.push(FieldFault { field, message });
    }

    fn raw(&mut self, field: &str, limit: usize) -> String {
        match self.fields.one(field, limit) {
            Ok(text) => text.trim().to_owned(),
            Err(fault) => {
                let message = message(self.t, fault);
                self.fault(field, message);
                String::new()
            }
        }
    }

    /// A text as the domain wants it; nothing if it is empty.
    fn text<T>(&mut self, field: &str, limit: usize) -> Option<T>
    where
        T: for<'t> TryFrom<&'t str, Error = TextFault>,
    {
        match T::try_from(self.raw(field, limit).as_str()) {
            Ok(text) => Some(text),
            Err(TextFault::Empty) => None,
            Err(TextFault::TooLong(longest)) => {
                let message = message(self.t, Fault::TooLong(longest));
                self.fault(field, message);
                None
            }
        }
    }

    fn day(&mut self, field: &str) -> Option<Day> {
        let raw = self.raw(field, LINE_LIMIT);
        let day = Day::try_from(raw.as_str()).ok();
        let (stood, today) = self.days;
        match day {
            None => self.fault(field, self.t.plan_fault_day()),
            Some(day) if is_past(day, stood, today) => {
                self.fault(field, refusal(self.t, Refusal::PastDay));
            }
            Some(_) => {}
        }
        day
    }
}

/// Reads the form of an entry that says `old` today; `None` is a new own action. `naming` keeps the
/// owner that it names for the first time.
///
/// # Errors
/// The form has no revision: it is none of ours.
pub(super) fn read(
    t: &Texts,
    plan: &Plan,
    naming: &mut Naming<'_>,
    edition: Option<&Edition>,
    (old, today): (Option<Entry>, Day),
    fields: &Fields,
) -> Result<Sent, Failure> {
    let version = fields.one("version", LINE_LIMIT).ok();
    let version = version.and_then(|version| version.parse().ok());
    let mut reader = Reader {
        t,
        fields,
        days: (old.as_ref().and_then(Entry::day), today),
        faults: Vec::new(),
    };
    let subject = match old.map(|old| old.subject) {
        Some(Subject::Card(card)) => Some(Subject::Card(card)),
        Some(Subject::Own { .. }) | None => own_subject(&mut reader, edition),
    };
    let decided = decision(&mut reader, plan, naming)?;
    let status = reader.raw("lage", LINE_LIMIT);
    let status = Status::try_from(status.as_str()).unwrap_or_default();
    let note: Option<PlanText> = reader.text("anteckning", TEXT_LIMIT);
    let entry = match (subject, decided, reader.faults.is_empty()) {
        (Some(subject), Some(decision), true) => Ok(Entry {
            subject,
            decision,
            status,
            note: note.map_or_else(String::new, |note| note.as_str().to_owned()),
        }),
        _ => Err(reader.faults),
    };
    Ok(Sent {
        version: version.ok_or(Failure::BadForm)?,
        entry,
        fields: fields.clone(),
    })
}

fn own_subject(reader: &mut Reader<'_>, edition: Option<&Edition>) -> Option<Subject> {
    let title: Option<Title> = reader.text("titel", TEXT_LIMIT);
    if title.is_none() && !reader.faults.iter().any(|fault| fault.field == "titel") {
        reader.fault("titel", reader.t.plan_fault_title());
    }
    let goal = reader.raw("mal", LINE_LIMIT);
    let goal = edition
        .and_then(|edition| edition.goal(&goal))
        .map(|goal| goal.id.clone());
    Some(Subject::Own {
        title: title?.as_str().to_owned(),
        goal,
    })
}

fn decision(
    reader: &mut Reader<'_>,
    plan: &Plan,
    naming: &mut Naming<'_>,
) -> Result<Option<Decision>, Failure> {
    Ok(match reader.raw("beslut", LINE_LIMIT).as_str() {
        OPEN => Some(Decision::Open),
        DO => {
            let owner = owner(reader, plan, naming)?;
            let by = reader.day("klart");
            let resources: Option<PlanText> = reader.text("resurser", TEXT_LIMIT);
            let resources = resources.map_or_else(String::new, |text| text.as_str().to_owned());
            owner.zip(by).map(|(owner, by)| Decision::Do {
                owner,
                by,
                resources,
            })
        }
        LATER => reader.day("nar").map(|on| Decision::Later { on }),
        NO => {
            let because: Option<PlanText> = reader.text("varfor", TEXT_LIMIT);
            if because.is_none() && !reader.faults.iter().any(|fault| fault.field == "varfor") {
                reader.fault("varfor", reader.t.plan_fault_because());
            }
            because.map(|because| Decision::No {
                because: because.as_str().to_owned(),
            })
        }
        _ => {
            reader.fault("beslut-gor", reader.t.plan_fault_decision());
            None
        }
    })
}

/// The owner's id: one that is chosen, or one that is named.
fn owner(
    reader: &mut Reader<'_>,
    plan: &Plan,
    naming: &mut Naming<'_>,
) -> Result<Option<String>, Failure> {
    let name: Option<OwnerName> = reader.text("ny-agare", TEXT_LIMIT);
    let email = reader.raw("ny-epost", LINE_LIMIT);
    let address = EmailAddress::try_from(email.as_str());
    if !email.is_empty() && address.is_err() {
        reader.fault("ny-epost", reader.t.refusal_bad_address());
        return Ok(None);
    }
    if let Some(name) = name {
        return match naming.id(&name, address.as_ref().ok()) {
            Ok(id) => Ok(Some(id.to_string())),
            Err(PlanError::Refused(why)) => {
                reader.fault("ny-agare", refusal(reader.t, why));
                Ok(None)
            }
            Err(PlanError::Failed(error)) => Err(error.into()),
        };
    }
    let chosen = reader.raw("agare", LINE_LIMIT);
    if plan.owner(&chosen).is_some() && email.is_empty() {
        return Ok(Some(chosen));
    }
    if !reader.faults.iter().any(|fault| fault.field == "ny-agare") {
        let message = match email.is_empty() {
            true => reader.t.plan_fault_owner(),
            false => reader.t.plan_fault_owner_name(),
        };
        reader.fault("ny-agare", message);
    }
    Ok(None)
}
