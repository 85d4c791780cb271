//! How often something about accounts may be done within an hour, counted in the database so that
//! it holds over restarts and several nodes.

use store::{StoreError, Tx};

use super::HOUR;
use crate::app::App;

/// What is counted.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Limit {
    /// Codes asked for by one requester. A whole organisation may look like one.
    CodesByRequester,
    /// Codes that one requester has mailed to one address.
    CodesToAddress,
    /// Codes mailed to one address by all, so that nobody alone can keep its owner out.
    CodesToAddressByAll,
    /// Mailed codes tried by one requester.
    TriesByRequester,
    /// Answers from a provider brought back by one requester: each makes us ask the provider.
    AnswersByRequester,
    /// Second factors tried by one person.
    FactorsByPerson,
    /// Times one person asks contact persons for help.
    HelpForPerson,
    /// Acts of one person that write to those who lead other organisations than their own.
    LettersByPerson,
}

impl Limit {
    fn scope(self) -> &'static str {
        match self {
            Limit::CodesByRequester => "codes by requester",
            Limit::CodesToAddress => "codes to address",
            Limit::CodesToAddressByAll => "codes to address by all",
            Limit::TriesByRequester => "tries by requester",
            Limit::AnswersByRequester => "answers by requester",
            Limit::FactorsByPerson => "factors by person",
            Limit::HelpForPerson => "help for person",
            Limit::LettersByPerson => "letters by person",
        }
    }

    fn most(self) -> i64 {
        match self {
            Limit::CodesByRequester => 100,
            Limit::CodesToAddress => 8,
            Limit::CodesToAddressByAll => 40,
            Limit::TriesByRequester | Limit::AnswersByRequester => 200,
            Limit::FactorsByPerson => 10,
            Limit::HelpForPerson => 2,
            Limit::LettersByPerson => 20,
        }
    }
}

/// One use of a limit by someone, to be counted in a write.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Hit {
    limit: Limit,
    key: [u8; 32],
    window: i64,
}

impl Hit {
    /// By whom: bytes that are the same every time. They are stored only as a keyed hash.
    pub(crate) fn new(app: &App, limit: Limit, by: &[u8]) -> Self {
        let now = app.now();
        Hit {
            limit,
            key: app.key.keyed_hash(limit.scope(), by),
            window: now - now.rem_euclid(HOUR),
        }
    }

    /// Counts it. `false`: it is more than allowed.
    pub(crate) async fn count(self, tx: &mut Tx) -> Result<bool, StoreError> {
        let scope = self.limit.scope();
        let count = tx.count_hit(scope, &self.key, self.window).await?;
        Ok(count <= self.limit.most())
    }
}
