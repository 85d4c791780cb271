//! `user grant`, `user revoke`, `user reset-factor`, `user end-sessions`: people, for the operator.

use domain::account::AgencyRole;
use domain::organisation::EmailAddress;
use service::accounts::sessions;
use service::organisations::{By, OrganisationError, Refusal, agency, factor};

use crate::org::shared;
use crate::outcome::{Failure, print};
use crate::serve::{app, runtime};
use crate::settings::Arguments;

#[derive(clap::Subcommand)]
pub(crate) enum Command {
    /// Give the holder of an e-mail address a role at the agency.
    Grant(Box<Role>),
    /// Take a role at the agency from the holder of an e-mail address.
    Revoke(Box<Role>),
    /// Take away someone's second factor, for them to set it up anew at the next sign-in.
    ResetFactor(Box<Someone>),
    /// Sign someone out everywhere.
    EndSessions(Box<Someone>),
}

#[derive(clap::Args)]
pub(crate) struct Role {
    /// The person's e-mail address.
    email: String,
    /// case_officer (handläggare), editor (redaktör), publisher (publicerare) or administrator
    /// (administratör).
    #[arg(long, value_parser = role)]
    role: AgencyRole,
    #[command(flatten)]
    settings: Arguments,
}

#[derive(clap::Args)]
pub(crate) struct Someone {
    /// The person's e-mail address.
    email: String,
    #[command(flatten)]
    settings: Arguments,
}

fn role(code: &str) -> Result<AgencyRole, String> {
    let known = AgencyRole::ALL.map(AgencyRole::code).join(", ");
    AgencyRole::try_from(code).map_err(|error| format!("{error}; there are {known}"))
}

pub(crate) fn run(command: &Command) -> Result<(), Failure> {
    runtime()?.block_on(async {
        match command {
            Command::Grant(arguments) => grant(arguments).await,
            Command::Revoke(arguments) => revoke(arguments).await,
            Command::ResetFactor(arguments) => reset_factor(arguments).await,
            Command::EndSessions(arguments) => end_sessions(arguments).await,
        }
    })
}

async fn grant(arguments: &Role) -> Result<(), Failure> {
    let app = shared(&arguments.settings).await?;
    agency::grant(&app, By::CommandLine, &arguments.email, arguments.role)
        .await
        .map_err(|error| told(&arguments.email, error))?;
    let code = arguments.role.code();
    print(&format!("user: {} has the role {code}\n", arguments.email))
}

async fn revoke(arguments: &Role) -> Result<(), Failure> {
    let app = shared(&arguments.settings).await?;
    agency::revoke(&app, By::CommandLine, &arguments.email, arguments.role)
        .await
        .map_err(|error| told(&arguments.email, error))?;
    let code = arguments.role.code();
    print(&format!(
        "user: {} no longer has the role {code}\n",
        arguments.email
    ))
}

async fn reset_factor(arguments: &Someone) -> Result<(), Failure> {
    let app = app(&arguments.settings, arguments.settings.listen.port()).await?;
    factor::reset(&app, By::CommandLine, &arguments.email)
        .await
        .map_err(|error| told(&arguments.email, error))?;
    print(&format!(
        "user: {} sets up a second factor at the next sign-in\n",
        arguments.email
    ))
}

async fn end_sessions(arguments: &Someone) -> Result<(), Failure> {
    let app = app(&arguments.settings, arguments.settings.listen.port()).await?;
    let holder = arguments.email.as_str();
    let email = EmailAddress::try_from(holder)
        .map_err(|_| Failure::Usage(format!("{holder}: is no e-mail address")))?;
    let ended = sessions::end_all(&app, &email).await;
    match ended.map_err(|error| Failure::Usage(error.to_string()))? {
        Some(ended) => print(&format!(
            "user: {holder} is signed out, {ended} sessions ended\n"
        )),
        None => Err(Failure::Usage(format!(
            "{holder}: is nobody's address here"
        ))),
    }
}

/// A refusal in the operator's words.
fn told(email: &str, error: OrganisationError) -> Failure {
    let why = match error {
        OrganisationError::Refused(Refusal::BadAddress) => "is no e-mail address".to_owned(),
        OrganisationError::Refused(Refusal::Missing) => {
            "is nobody's address here, or has not got the role".to_owned()
        }
        OrganisationError::Refused(Refusal::InOrganisation) => {
            "belongs to an organisation, and so has no role at the agency".to_owned()
        }
        error => error.to_string(),
    };
    Failure::Usage(format!("{email}: {why}"))
}
