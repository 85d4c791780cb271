//! The form of the decision page: what is bought for in a year, and owner and date per proposal.

use domain::text::Lang;
use service::rounds::Proposal;

use super::fields::{FieldFault, message};
use super::outcome::wording::Wording;
use crate::error::Failure;
use crate::forms::{Fault, Fields, LINE_LIMIT};

/// What a form says.
pub(super) struct Sent {
    /// Kronor a year; `None` if the field was left empty.
    pub(super) volume: Option<u64>,
    /// The amount as it was written.
    pub(super) volume_text: String,
    /// By card, in the order of the edition's cards. A card whose fields did not come is not here.
    pub(super) proposals: Vec<(String, Proposal)>,
    pub(super) faults: Vec<FieldFault>,
}

/// Reads the form, and the revision that it was made from.
///
/// # Errors
/// The form has no revision: it is none of ours.
pub(super) fn read(w: &Wording<'_>, fields: &Fields) -> Result<(Sent, u32), Failure> {
    let version = fields
        .one("version", LINE_LIMIT)
        .ok()
        .and_then(|version| version.parse().ok())
        .ok_or(Failure::BadForm)?;
    let mut faults = Vec::new();
    let volume = match fields.one("volym", LINE_LIMIT) {
        Ok(text) => kronor(text, w.lang).unwrap_or_else(|NotAnAmount| {
            faults.push(FieldFault {
                field: "volym".to_owned(),
                message: w.t.decision_volume_fault(),
            });
            None
        }),
        Err(fault) => {
            faults.push(unusable(w, "volym".to_owned(), fault));
            None
        }
    };
    let mut line = |name: &str, card: &str| {
        let field = format!("{name}.{card}");
        match fields.one(&field, LINE_LIMIT) {
            Ok(text) => text.split_whitespace().collect::<Vec<_>>().join(" "),
            Err(fault) => {
                faults.push(unusable(w, format!("{name}-{card}"), fault));
                fields.shown(&field)
            }
        }
    };
    let came = |card: &str| {
        ["agare", "datum"]
            .iter()
            .any(|name| fields.has(&format!("{name}.{card}")))
    };
    let proposals = w
        .edition
        .cards
        .keys()
        .filter(|card| came(card))
        .map(|card| {
            let proposal = Proposal {
                owner: line("agare", card),
                date: line("datum", card),
            };
            (card.clone(), proposal)
        })
        .collect();
    let sent = Sent {
        volume,
        volume_text: fields.shown("volym"),
        proposals,
        faults,
    };
    Ok((sent, version))
}

fn unusable(w: &Wording<'_>, field: String, fault: Fault) -> FieldFault {
    FieldFault {
        field,
        message: message(w.t, fault),
    }
}

/// A text that is no amount in whole kronor.
#[derive(Debug, PartialEq, Eq)]
struct NotAnAmount;

/// An amount in whole kronor: "1 250 000", "1 250 000 kr", in English also "SEK 1,250,000".
/// Nothing written is no amount. A comma between thousands is English; in Swedish it would be a
/// decimal sign.
fn kronor(text: &str, lang: Lang) -> Result<Option<u64>, NotAnAmount> {
    let text = text.trim().to_lowercase();
    let units = ["kronor", "kr", "sek"];
    let bare = units
        .iter()
        .find_map(|unit| text.strip_suffix(unit).or(text.strip_prefix(unit)))
        .unwrap_or(&text);
    if text.is_empty() {
        return Ok(None);
    }
    let between = |c: char| c.is_whitespace() || (lang == Lang::En && c == ',');
    let groups: Vec<&str> = bare.split(between).filter(|g| !g.is_empty()).collect();
    let grouped = groups.iter().skip(1).all(|group| group.len() == 3);
    let digits = groups.concat();
    if !grouped || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(NotAnAmount);
    }
    digits.parse().map(Some).map_err(|_| NotAnAmount)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn an_amount_is_read_as_people_write_it() {
        for text in [
            "1250000",
            "1 250 000",
            "1\u{a0}250\u{a0}000",
            " 1  250 000 kr ",
            "1 250 000 Kronor",
            "SEK 1250000",
        ] {
            assert_eq!(kronor(text, Lang::Sv), Ok(Some(1_250_000)), "{text}");
        }
        assert_eq!(kronor("1,250,000 kr", Lang::En), Ok(Some(1_250_000)));
        assert_eq!(kronor("  ", Lang::Sv), Ok(None));
        assert_eq!(kronor("0", Lang::Sv), Ok(Some(0)));
    }

    #[test]
    fn what_is_no_amount_in_whole_kronor_is_refused() {
        for text in [
            "1,2 miljarder",
            "1,250,000",
            "1.250.000",
            "12 50",
            "-5",
            "kr",
            "5 mkr",
            "1e9",
            "99999999999999999999",
        ] {
            assert_eq!(kronor(text, Lang::Sv), Err(NotAnAmount), "{text}");
        }
        assert_eq!(kronor("1,25", Lang::En), Err(NotAnAmount));
    }

    proptest! {
        #[test]
        fn an_amount_is_read_as_it_is_shown(amount: u64) {
            for lang in Lang::ALL {
                let shown = l10n::number(amount, lang);
                prop_assert_eq!(kronor(&shown, lang), Ok(Some(amount)));
            }
        }
    }
}
