//! The page that shows who may what.

use domain::account::{Action, Actor, AgencyRole, Role, Scope, Stage, can};

const FILE: &str = concat!(
    env!("CARGO_MANIFEST_DIR"),
    "/../../docs/reference/permissions.md"
);

fn columns() -> Vec<(&'static str, Actor)> {
    vec![
        ("anyone", Actor::Anyone),
        ("signed in", Actor::SignedIn),
        ("pending", Actor::Pending),
        ("kontaktperson", Actor::Member(Role::Contact)),
        ("svarande", Actor::Member(Role::Respondent)),
        ("läsare", Actor::Member(Role::Reader)),
        ("owner's kontaktperson", Actor::Parent(Role::Contact)),
        ("preparing unit", Actor::Preparer(Role::Contact)),
        ("svarslänk", Actor::Guest),
        ("workshop", Actor::Participant),
        ("secret address", Actor::AddressHolder),
        ("read link: beslutssida", Actor::LinkReader(Scope::Decision)),
        ("read link: resultat", Actor::LinkReader(Scope::Result)),
        ("read link: allt", Actor::LinkReader(Scope::Full)),
        ("handläggare", Actor::Agency(AgencyRole::CaseOfficer)),
        ("redaktör", Actor::Agency(AgencyRole::Editor)),
        ("publicerare", Actor::Agency(AgencyRole::Publisher)),
        ("administratör", Actor::Agency(AgencyRole::Administrator)),
    ]
}

/// When an actor may do something: never, always, or at which stages.
fn cell(actor: Actor, action: Action) -> String {
    if !action.of_round() {
        let may = can(actor, action, None);
        return if may { "yes" } else { "" }.to_owned();
    }
    let letter = |stage: Stage| match stage {
        Stage::Answering => 'A',
        Stage::Agreeing => 'E',
        Stage::Submitted => 'I',
        Stage::Withdrawn => 'Å',
    };
    let tried = can(actor, action, None).then_some('–');
    let stages = Stage::ALL
        .into_iter()
        .filter(|stage| can(actor, action, Some(*stage)))
        .map(letter);
    tried.into_iter().chain(stages).collect()
}

fn written() -> String {
    let columns = columns();
    let mut page = String::from(
        "# Who may what\n\n\
         Written by a test from `domain::account::can`, the one place that decides. Every line of\n\
         the route table names one of these actions, and a test asks for every route as everyone\n\
         here, in their own organisation and another, at every stage.\n\n\
         `yes`: always. Letters: at these stages of an organisation's round – `A` answering, `E`\n\
         agreeing (answering is closed), `I` handed in, `Å` withdrawn; `–`: in a round tried\n\
         without an account. Empty: never.\n\n| action |",
    );
    for (name, _) in &columns {
        page.push_str(&format!(" {name} |"));
    }
    page.push_str("\n|---|");
    page.push_str(&"---|".repeat(columns.len()));
    page.push('\n');
    for action in Action::ALL {
        page.push_str(&format!("| {action:?} |"));
        for (_, actor) in &columns {
            page.push_str(&format!(" {} |", cell(*actor, action)));
        }
        page.push('\n');
    }
    page
}

#[test]
fn the_page_on_permissions_says_what_is_decided() {
    let written = written();
    if std::env::var_os("UPDATE_DOCS").is_some() {
        std::fs::write(FILE, &written).expect("the page can be written");
    }
    let stored = std::fs::read_to_string(FILE).unwrap_or_default();
    assert_eq!(stored, written, "run the test once with UPDATE_DOCS=1");
}
