//! How often something has been done, for limits that hold over restarts and nodes.

use crate::tx::{execute, row};
use crate::{StoreError, Tx};

impl Tx {
    /// Counts one more of what `scope` names, done by `key`, in the window of time that began at
    /// `window_start` (Unix milliseconds). Gives how many it has been in that window.
    pub async fn count_hit(
        &mut self,
        scope: &str,
        key: &[u8],
        window_start: i64,
    ) -> Result<i64, StoreError> {
        let counted: Option<(i64,)> = row!(
            self,
            "INSERT INTO limits (scope, key, window_start, count) VALUES ($1, $2, $3, 1)
             ON CONFLICT (scope, key) DO UPDATE SET
                 count = CASE WHEN limits.window_start = excluded.window_start
                              THEN limits.count + 1 ELSE 1 END,
                 window_start = excluded.window_start
             RETURNING count",
            scope,
            key,
            window_start,
        )?;
        counted
            .map(|(count,)| count)
            .ok_or_else(|| StoreError::Other("an upsert returned no row".to_owned()))
    }

    /// Forgets counts whose window began before `at`. Gives how many.
    pub async fn forget_hits_before(&mut self, at: i64) -> Result<u64, StoreError> {
        execute!(self, "DELETE FROM limits WHERE window_start < $1", at)
    }
}
