//! Text in the service's two languages.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The pattern of a text that says something.
pub(crate) const NOT_BLANK: &str = r"\S";

/// The languages of the service. Swedish is the first language, English stands beside it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Lang {
    /// Swedish.
    Sv,
    /// English.
    En,
}

impl Lang {
    /// Both languages, Swedish first.
    pub const ALL: [Lang; 2] = [Lang::Sv, Lang::En];

    /// The language's code in HTML and in content files.
    pub fn code(self) -> &'static str {
        match self {
            Lang::Sv => "sv",
            Lang::En => "en",
        }
    }
}

/// The same text in both languages; neither may be empty.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Text {
    /// Swedish.
    #[schemars(regex(pattern = NOT_BLANK))]
    pub sv: String,
    /// English, a faithful translation.
    #[schemars(regex(pattern = NOT_BLANK))]
    pub en: String,
}

impl Text {
    /// The text in one language.
    pub fn get(&self, lang: Lang) -> &str {
        match lang {
            Lang::Sv => &self.sv,
            Lang::En => &self.en,
        }
    }
}
