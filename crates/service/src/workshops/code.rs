//! The code that lets phones into a workshop: short enough to be typed from a screen.

use crate::app::App;
use crate::secrets::ALPHABET;

const BYTES: usize = 5;

/// 40 unpredictable bits, eight characters in two groups. It opens no draft: the database holds a
/// hash of it under the key that is kept outside, and it works while its workshop goes on.
#[derive(Clone, PartialEq, Eq)]
pub struct Code([u8; BYTES]);

impl std::fmt::Debug for Code {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Code(…)")
    }
}

impl Code {
    /// A new code.
    pub fn new(app: &App) -> Self {
        Code(app.bytes())
    }

    /// Reads a code as someone types it: capitals, hyphens and letters that look like digits are
    /// understood. `None` if it cannot be one.
    pub fn parse(text: &str) -> Option<Self> {
        let typed = text.chars().filter(|sign| !matches!(sign, '-' | ' '));
        let meant: String = typed
            .map(|sign| match sign.to_ascii_lowercase() {
                'o' => '0',
                'i' | 'l' => '1',
                other => other,
            })
            .collect();
        let bytes = ALPHABET.decode(meant.as_bytes()).ok()?;
        bytes.try_into().ok().map(Code)
    }

    /// The code as it is shown.
    pub fn text(&self) -> String {
        let text = ALPHABET.encode(&self.0);
        let (first, second) = text.split_at(text.len() / 2);
        format!("{first}-{second}")
    }

    /// What the database looks the workshop up by.
    pub(super) fn lookup(&self, app: &App) -> [u8; 32] {
        app.key.keyed_hash("workshops", &self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn is_understood_as_people_type_it() {
        let code = Code([0x00, 0x02, 0x1a, 0xff, 0x03]);
        let text = code.text();
        assert_eq!((text.len(), &text[..4]), (9, "0011"));
        for typed in [
            text.clone(),
            text.to_uppercase(),
            text.replace('-', ""),
            text.replace('-', " "),
            text.replace("00", "oO").replace("11", "lI"),
        ] {
            assert_eq!(Code::parse(&typed), Some(code.clone()), "{typed}");
        }
    }

    #[test]
    fn what_is_no_code_is_none() {
        for text in [
            "",
            "-",
            "k3m9",
            "k3m9-q2x",
            "k3m9-q2x77",
            "k3m9-q2xå",
            "k3m9-q2x!",
        ] {
            assert_eq!(Code::parse(text), None, "{text}");
        }
    }

    #[test]
    fn is_not_written_in_logs() {
        assert_eq!(format!("{:?}", Code([1; BYTES])), "Code(…)");
    }
}
