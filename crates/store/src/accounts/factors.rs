//! The second factor that is typed: time-based codes, and the recovery codes behind them.

use uuid::Uuid;

use crate::tx::{execute, row};
use crate::{StoreError, Tx};

impl Tx {
    /// Gives a person an authenticator app's encrypted secret in place of an earlier one, with the
    /// time step that was used to show that it works.
    pub async fn set_totp(
        &mut self,
        person: Uuid,
        secret: &[u8],
        step: i64,
    ) -> Result<(), StoreError> {
        execute!(
            self,
            "UPDATE people SET totp = $2, totp_step = $3 WHERE id = $1",
            person,
            secret,
            step,
        )
        .map(drop)
    }

    /// Takes a person's authenticator app away.
    pub async fn remove_totp(&mut self, person: Uuid) -> Result<(), StoreError> {
        execute!(
            self,
            "UPDATE people SET totp = NULL, totp_step = NULL WHERE id = $1",
            person
        )
        .map(drop)
    }

    /// Uses a time step up. `false`: it, or a later one, has been used.
    pub async fn use_totp_step(&mut self, person: Uuid, step: i64) -> Result<bool, StoreError> {
        let used = execute!(
            self,
            "UPDATE people SET totp_step = $2
             WHERE id = $1 AND totp IS NOT NULL AND (totp_step IS NULL OR totp_step < $2)",
            person,
            step,
        )?;
        Ok(used == 1)
    }

    /// Gives a person recovery codes, as hashes, in place of all earlier ones.
    pub async fn replace_recovery_codes(
        &mut self,
        person: Uuid,
        hashes: &[Vec<u8>],
    ) -> Result<(), StoreError> {
        execute!(self, "DELETE FROM recovery_codes WHERE person = $1", person)?;
        for hash in hashes {
            execute!(
                self,
                "INSERT INTO recovery_codes (person, hash) VALUES ($1, $2)",
                person,
                hash,
            )?;
        }
        Ok(())
    }

    /// Uses a recovery code up. `false`: it is not one of the person's, or has been used.
    pub async fn use_recovery_code(
        &mut self,
        person: Uuid,
        hash: &[u8],
        at: i64,
    ) -> Result<bool, StoreError> {
        let used = execute!(
            self,
            "UPDATE recovery_codes SET used_at = $3
             WHERE person = $1 AND hash = $2 AND used_at IS NULL",
            person,
            hash,
            at,
        )?;
        Ok(used == 1)
    }

    /// How many recovery codes a person has left.
    pub async fn recovery_codes_left(&mut self, person: Uuid) -> Result<i64, StoreError> {
        let counted: Option<(i64,)> = row!(
            self,
            "SELECT COUNT(*) FROM recovery_codes WHERE person = $1 AND used_at IS NULL",
            person,
        )?;
        Ok(counted.map_or(0, |(count,)| count))
    }
}
