//! Who follows a workshop is told when it has changed.
//!
//! The truth is the workshop's row in the database, so that several nodes tell the same. One task
//! for each workshop that someone follows here reads it now and then, for all who do, and ends
//! with the last of them.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use tokio::sync::watch;
use uuid::Uuid;

use crate::app::App;
use crate::error::ServiceError;

/// How often a workshop that is followed is looked at.
const EVERY: Duration = Duration::from_millis(500);

/// How far a workshop has come.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Moment {
    /// Changes with every change.
    pub version: i64,
    /// Changes with every change that phones show.
    pub turn: i64,
    /// Whether it goes on.
    pub open: bool,
}

/// All workshops that someone follows in this process. Clones share them.
#[derive(Clone, Debug, Default)]
pub struct Live(Arc<Mutex<Followed>>);

#[derive(Debug, Default)]
struct Followed {
    workshops: HashMap<Uuid, watch::Sender<Moment>>,
    stopped: bool,
}

/// Follows a workshop.
#[derive(Debug)]
pub struct Follower(watch::Receiver<Moment>);

impl Follower {
    /// How far the workshop has come.
    pub fn now(&mut self) -> Moment {
        *self.0.borrow_and_update()
    }

    /// Waits for the next change. `None` when there is no more to follow.
    pub async fn next(&mut self) -> Option<Moment> {
        self.0.changed().await.ok()?;
        Some(self.now())
    }
}

impl Live {
    fn lock(&self) -> MutexGuard<'_, Followed> {
        // What is behind the lock is whole after every line that changes it.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Follows a workshop from now on. Must be called within a Tokio runtime.
    pub async fn follow(&self, app: &Arc<App>, workshop: Uuid) -> Result<Follower, ServiceError> {
        let now = moment(app, workshop).await?;
        let mut followed = self.lock();
        if let Some(sender) = followed.workshops.get(&workshop) {
            return Ok(Follower(sender.subscribe()));
        }
        let (sender, receiver) = watch::channel(now);
        // After the stop nobody waits for changes: the sender is dropped, which ends the follower.
        if !followed.stopped {
            followed.workshops.insert(workshop, sender);
            tokio::spawn(self.clone().look(Arc::clone(app), workshop));
        }
        Ok(Follower(receiver))
    }

    /// Ends all followers, now and from now on: the service stops.
    pub fn stop(&self) {
        let mut followed = self.lock();
        followed.stopped = true;
        followed.workshops.clear();
    }

    /// Looks at a workshop until nobody follows it any more.
    async fn look(self, app: Arc<App>, workshop: Uuid) {
        loop {
            tokio::time::sleep(EVERY).await;
            let found = moment(&app, workshop).await;
            let mut followed = self.lock();
            let Some(sender) = followed.workshops.get(&workshop) else {
                return;
            };
            if sender.receiver_count() == 0 {
                followed.workshops.remove(&workshop);
                return;
            }
            match found {
                Ok(now) => {
                    sender.send_if_modified(|was| {
                        let changed = *was != now;
                        *was = now;
                        changed
                    });
                }
                // It is looked at again, and pages say by themselves what is wrong.
                Err(error) => tracing::warn!(%error, "a workshop could not be looked at"),
            }
        }
    }
}

/// How far a workshop has come; one whose round is gone goes on no more.
async fn moment(app: &App, workshop: Uuid) -> Result<Moment, ServiceError> {
    let state = app.store.read().await?.workshop_state(workshop).await?;
    Ok(state.map_or(Moment::default(), |state| Moment {
        version: state.version,
        turn: state.turn,
        open: state.open,
    }))
}
