//! What becomes of what is handed in: who can see what, by how the service is run.

use l10n::Texts;
use service::settings::Mode;

/// What handing in means, a sentence each: what it becomes, what is published, what is in it, what
/// never is.
pub(super) fn sentences(t: &Texts, mode: &Mode) -> [String; 4] {
    let [becomes, published] = match mode {
        Mode::Shared { agency } => [
            t.submit_shared_becomes(agency.as_str()),
            t.submit_shared_published(agency.as_str()),
        ],
        Mode::Own => [t.submit_own_becomes(), t.submit_own_published()],
    };
    [becomes, published, t.submit_holds(), t.submit_never()]
}
