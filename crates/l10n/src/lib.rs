//! Interface texts in Swedish and English, and how numbers and dates are written in each.

mod format;
mod generated {
    #![expect(
        dead_code,
        missing_docs,
        unreachable_pub,
        clippy::derivable_impls,
        clippy::expect_used,
        clippy::unwrap_used,
        reason = "generated: one function per message in locales/"
    )]
    include!(concat!(env!("OUT_DIR"), "/l10n.rs"));
}

use domain::text::Lang;

pub use format::{
    count_word, date, day, decimal, iso_day, noon, number, start_of_day, time_of_day, timestamp,
    two_decimals,
};
pub use generated::L10nLanguage as Texts;

/// The interface texts of both languages, parsed once and shared.
pub struct Catalogue {
    sv: Texts,
    en: Texts,
}

impl Catalogue {
    /// Parses the texts that are built into the binary.
    pub fn load() -> Self {
        Catalogue {
            sv: generated::L10n::Sv.load(),
            en: generated::L10n::En.load(),
        }
    }

    /// The texts of one language.
    pub fn get(&self, lang: Lang) -> &Texts {
        match lang {
            Lang::Sv => &self.sv,
            Lang::En => &self.en,
        }
    }
}
