//! The agency's own people.

use domain::account::AgencyRole;
use uuid::Uuid;

use crate::app::App;
use crate::error::ServiceError;

/// A person's roles at the agency.
pub async fn roles(app: &App, person: Uuid) -> Result<Vec<AgencyRole>, ServiceError> {
    let codes = app.store.read().await?.agency_roles(person).await?;
    let role = |code: &String| AgencyRole::try_from(code.as_str()).ok();
    Ok(codes.iter().filter_map(role).collect())
}
