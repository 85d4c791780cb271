//! How many rounds without an account one requester starts or loads.

use std::net::IpAddr;

use store::StoreError;

use crate::app::App;
use crate::error::ServiceError;
use crate::secrets::requester_key;

/// Rounds that one requester may start within an hour: a whole lecture hall may look like one.
const PER_REQUESTER: i64 = 200;
const HOUR: i64 = 60 * 60 * 1000;

/// Counts a round that is about to be started. `false`: it is one too many.
pub async fn may_start(app: &App, from: IpAddr) -> Result<bool, ServiceError> {
    let now = app.now();
    let (requester, window) = (requester_key(app, from), now - now.rem_euclid(HOUR));
    let started = app
        .store
        .write(move |tx| {
            Box::pin(async move {
                let started = tx.count_hit("rounds", &requester, window).await?;
                Ok::<_, StoreError>(started)
            })
        })
        .await?;
    Ok(started <= PER_REQUESTER)
}
