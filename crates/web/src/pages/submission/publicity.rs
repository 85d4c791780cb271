//! What becomes of what is handed in: who can see what, by how the service is run and by what the
//! organisation has chosen.

use l10n::Texts;
use service::openness::{networks, partners};
use service::settings::Mode;

use crate::context::RoundCx;
use crate::error::Failure;
use crate::pages::openness::listed;

/// What handing in means, a sentence each: what it becomes, what is published, what is in it, what
/// never is, and who sees the levels since the organisation lets them.
pub(super) async fn sentences(cx: &RoundCx) -> Result<Vec<String>, Failure> {
    let (t, mode) = (cx.texts(), &cx.app().settings.mode);
    let mut sentences = by_mode(t, mode);
    if let Some(round) = cx.round.belongs {
        let app = cx.app();
        let joined = networks::of_organisation(app, round.organisation)
            .await?
            .joined;
        let names: Vec<String> = joined
            .into_iter()
            .map(|(network, _)| network.name)
            .collect();
        if !names.is_empty() {
            sentences.push(t.submit_networks(listed(t, names)));
        }
        let offers = partners::own(app, round.organisation).await?;
        if offers.iter().any(|offer| offer.about.is_some()) {
            sentences.push(t.submit_partners());
        }
    }
    Ok(sentences)
}

fn by_mode(t: &Texts, mode: &Mode) -> Vec<String> {
    let [becomes, published] = match mode {
        Mode::Shared { agency } => [
            t.submit_shared_becomes(agency.as_str()),
            t.submit_shared_published(agency.as_str()),
        ],
        Mode::Own => [t.submit_own_becomes(), t.submit_own_published()],
    };
    vec![becomes, published, t.submit_holds(), t.submit_never()]
}
