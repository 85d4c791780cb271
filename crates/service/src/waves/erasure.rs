//! What goes from stored releases when an organisation leaves with everything it has.

use domain::comparison::Release;
use store::Tx;

use crate::error::ServiceError;
use crate::secrets::Unreadable;

/// Erases an organisation's values in every stored release, in the caller's transaction, which
/// holds the installation. What is published stays as it was. `organisation` is its id in addresses.
pub(crate) async fn erase(tx: &mut Tx, organisation: &str) -> Result<(), ServiceError> {
    for row in tx.waves().await? {
        let release = tx.wave_release(row.id).await?.ok_or(Unreadable)?;
        let values = tx.wave_values(row.id).await?.ok_or(Unreadable)?;
        let mut release = Release::read(&release).map_err(|_| Unreadable)?;
        release.protected.values = serde_json::from_str(&values)?;
        release.erase(organisation);
        let left = serde_json_canonicalizer::to_string(&release.protected.values)?;
        if left != values {
            tx.set_wave_values(row.id, &left).await?;
        }
    }
    Ok(())
}
