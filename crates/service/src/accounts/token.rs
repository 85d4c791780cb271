//! What a cookie holds.

use data_encoding::BASE64URL_NOPAD;
use sha2::{Digest, Sha256};

use crate::app::App;

const BYTES: usize = 32;

/// 256 unpredictable bits that a browser keeps in a cookie. The database holds a hash of it.
#[derive(Clone, PartialEq, Eq)]
pub struct Token([u8; BYTES]);

impl std::fmt::Debug for Token {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Token(…)")
    }
}

impl Token {
    /// A new token.
    pub fn new(app: &App) -> Self {
        Token(app.bytes())
    }

    /// Reads a token from a cookie; `None` if it cannot be one.
    pub fn parse(text: &str) -> Option<Self> {
        let bytes = BASE64URL_NOPAD.decode(text.as_bytes()).ok()?;
        bytes.try_into().ok().map(Token)
    }

    /// The token as it stands in a cookie.
    pub fn text(&self) -> String {
        BASE64URL_NOPAD.encode(&self.0)
    }

    /// What the database looks it up by. Says nothing about the token.
    pub fn hash(&self) -> [u8; 32] {
        Sha256::digest(self.0).into()
    }
}
