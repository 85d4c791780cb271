//! What the organisations that are seen from inside have chosen to let each other see.

use domain::openness::{About, NetworkName, Purpose};

use super::seed::{SeedError, hold};
use super::story::Lead;
use super::timeline::Timeline;
use crate::app::App;
use crate::openness::{invitations, networks, partners};
use crate::organisations;
use crate::secrets::Unreadable;

/// What whoever tells others says of how they work. It fits any goal.
const ABOUT: &str = "Vi visar gärna hur vi gör: mallarna, mötena och vad vi skulle göra om.";

/// The days that the networks are founded, and that the municipality joins. Whoever has been there
/// longest looks after a network.
const FOUNDED: &str = "2030-04-22";
const JOINED: &str = "2030-04-29";

/// The region looks after a network that the municipality is in and its company is invited to; the
/// state agency looks after one that the municipality is invited to. Those two tell others about
/// the goals that stand highest.
pub(super) async fn chosen(
    app: &App,
    timeline: &Timeline,
    [municipality, company, region, agency]: [Lead; 4],
) -> Result<(), SeedError> {
    hold(timeline, FOUNDED)?;
    let near = found(
        app,
        region,
        "Regionens inköpsnätverk",
        "Vi ses en gång i kvartalet och byter underlag inför upphandlingar.",
    )
    .await?;
    invite(app, region, near, municipality).await?;
    let far = found(
        app,
        agency,
        "Hållbara it-inköp",
        "Vi jämför hur vi ställer och följer upp krav på it.",
    )
    .await?;
    hold(timeline, JOINED)?;
    let (person, organisation) = (municipality.person, municipality.organisation);
    invitations::accept(app, person, organisation, near).await?;
    invite(app, region, near, company).await?;
    invite(app, agency, far, municipality).await?;
    for lead in [region, agency] {
        tell(app, lead).await?;
    }
    Ok(())
}

async fn found(app: &App, lead: Lead, name: &str, purpose: &str) -> Result<uuid::Uuid, SeedError> {
    let name = NetworkName::try_from(name).map_err(|_| Unreadable)?;
    let purpose = Purpose::try_from(purpose).map_err(|_| Unreadable)?;
    Ok(networks::found(app, lead.person, lead.organisation, &name, &purpose).await?)
}

async fn invite(app: &App, by: Lead, network: uuid::Uuid, invited: Lead) -> Result<(), SeedError> {
    let invited = organisations::by_id(app, invited.organisation).await?;
    let invited = invited.ok_or(Unreadable)?.public_id;
    invitations::invite(app, by.person, by.organisation, network, &invited).await?;
    Ok(())
}

/// Offers to tell about the goal with the highest level.
async fn tell(app: &App, lead: Lead) -> Result<(), SeedError> {
    let about = About::try_from(ABOUT).map_err(|_| Unreadable)?;
    let own = partners::own(app, lead.organisation).await?;
    let levels = own
        .iter()
        .filter_map(|goal| Some((goal.level.ok()?, &goal.goal)));
    if let Some((_, goal)) = levels.max_by_key(|(level, _)| *level) {
        partners::offer(app, lead.person, lead.organisation, goal, Some(&about)).await?;
    }
    Ok(())
}
