//! Secret addresses and the encryption of drafts.
//!
//! A round lives under a secret address. The address is also the key: the database holds a hash
//! of it for look-up and the round's data key wrapped under a key derived from it, never the
//! address itself. So a copied database, a backup or an agency role opens no draft. The price is
//! that a lost address is a lost round, which the pages say.
//!
//! A round of an organisation has no secret address: its data key is wrapped under the
//! [`ServerKey`], which is kept outside the database and its backups.

use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};
use data_encoding::{Encoding, Specification};
use hkdf::Hkdf;
use sha2::{Digest, Sha256};
use std::sync::LazyLock;

use crate::app::App;

/// Lower case letters and digits without i, l, o and u, so that nothing is mistaken when someone
/// reads an address aloud.
pub(crate) const SYMBOLS: &str = "0123456789abcdefghjkmnpqrstvwxyz";

pub(crate) static ALPHABET: LazyLock<Encoding> = LazyLock::new(|| {
    let mut spec = Specification::new();
    spec.symbols.push_str(SYMBOLS);
    #[expect(clippy::expect_used, reason = "a constant with 32 distinct symbols")]
    spec.encoding().expect("32 distinct symbols")
});

const SERVER_KEY_BYTES: usize = 32;
const NONCE_BYTES: usize = 24;

/// The secret part of a round's address: 160 unpredictable bits, 32 characters.
#[derive(Clone, PartialEq, Eq)]
pub struct Secret([u8; Secret::BYTES]);

impl std::fmt::Debug for Secret {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Secret(…)")
    }
}

impl Secret {
    /// Bytes of a secret.
    pub const BYTES: usize = 20;

    /// The secret that is made of these bytes, which must be unpredictable.
    pub fn from_bytes(bytes: [u8; Secret::BYTES]) -> Self {
        Secret(bytes)
    }

    /// A new secret.
    pub fn new(app: &App) -> Self {
        Secret(app.bytes())
    }

    /// A secret that always follows from the server's key and these bytes, for one purpose.
    pub(crate) fn derived(key: &ServerKey, purpose: &str, bytes: &[u8]) -> Self {
        let hash = key.keyed_hash(purpose, bytes);
        let mut secret = [0; Secret::BYTES];
        secret.copy_from_slice(&hash[..Secret::BYTES]);
        Secret(secret)
    }

    /// Reads the secret from an address; `None` if it cannot be one.
    pub fn parse(text: &str) -> Option<Self> {
        let bytes = ALPHABET.decode(text.as_bytes()).ok()?;
        bytes.try_into().ok().map(Secret)
    }

    /// The secret as it stands in an address.
    pub fn text(&self) -> String {
        ALPHABET.encode(&self.0)
    }

    /// What the database looks the round up by. Says nothing about the secret.
    pub fn lookup(&self) -> [u8; 32] {
        let mut hash = Sha256::new();
        hash.update(b"strategikollen address v1");
        hash.update(self.0);
        hash.finalize().into()
    }

    fn wrapping_key(&self) -> DataKey {
        let mut key = [0; 32];
        // 32 bytes is far below the limit of HKDF's output, the only error there is.
        let _ = Hkdf::<Sha256>::new(None, &self.0).expand(b"strategikollen wrap v1", &mut key);
        DataKey(key)
    }

    /// The data key, wrapped so that only this secret opens it.
    pub fn wrap(&self, app: &App, key: &DataKey) -> Vec<u8> {
        self.wrapping_key().seal(app, b"data key", &key.0)
    }

    /// Opens a data key that this secret wrapped.
    pub fn unwrap(&self, wrapped: &[u8]) -> Result<DataKey, Unreadable> {
        let key = self.wrapping_key().open(b"data key", wrapped)?;
        key.try_into().map(DataKey).map_err(|_| Unreadable)
    }
}

/// An id for addresses that is short and says nothing: ten characters, 50 unpredictable bits. It is
/// no secret: whoever may open what it names is asked who they are.
pub(crate) fn public_id(app: &App) -> String {
    let bits = u64::from_be_bytes(app.bytes());
    let symbol = |place: u64| {
        let five = usize::try_from(bits >> (5 * place) & 31).unwrap_or_default();
        SYMBOLS.chars().nth(five).unwrap_or_default()
    };
    (0..10).map(symbol).collect()
}

/// The key that a round's answers and texts are encrypted with.
#[derive(Clone)]
pub struct DataKey([u8; 32]);

impl std::fmt::Debug for DataKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("DataKey(…)")
    }
}

/// Stored bytes that the key does not open: altered, cut off, or from elsewhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("stored text cannot be read with this round's key")]
pub struct Unreadable;

impl DataKey {
    /// A new key.
    pub fn new(app: &App) -> Self {
        DataKey(app.bytes())
    }

    /// Encrypts. `place` says where the text belongs (which question, which document), and is
    /// needed to open it: a row moved elsewhere in the database does not open.
    pub fn seal(&self, app: &App, place: &[u8], plain: &[u8]) -> Vec<u8> {
        let nonce: [u8; NONCE_BYTES] = app.bytes();
        let payload = Payload {
            msg: plain,
            aad: place,
        };
        let mut sealed = nonce.to_vec();
        // The cipher fails only above 256 GiB; forms are held far below that.
        if let Ok(body) =
            XChaCha20Poly1305::new(&self.0.into()).encrypt(&XNonce::from(nonce), payload)
        {
            sealed.extend(body);
        }
        sealed
    }

    /// Decrypts what [`DataKey::seal`] encrypted for the same place.
    pub fn open(&self, place: &[u8], sealed: &[u8]) -> Result<Vec<u8>, Unreadable> {
        let (nonce, body) = sealed
            .split_first_chunk::<NONCE_BYTES>()
            .ok_or(Unreadable)?;
        XChaCha20Poly1305::new(&self.0.into())
            .decrypt(
                &XNonce::from(*nonce),
                Payload {
                    msg: body,
                    aad: place,
                },
            )
            .map_err(|_| Unreadable)
    }
}

/// The key that the operator keeps outside the database and its backups. Keys for each purpose are
/// derived from it, so that none of them can stand in for another.
#[derive(Clone)]
pub struct ServerKey([u8; SERVER_KEY_BYTES]);

impl std::fmt::Debug for ServerKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("ServerKey(…)")
    }
}

impl ServerKey {
    /// The key with these bytes, which must be unpredictable.
    pub fn new(bytes: [u8; SERVER_KEY_BYTES]) -> Self {
        ServerKey(bytes)
    }

    /// Reads a key as the operator keeps it: 32 bytes as base64, white space around allowed.
    pub fn parse(text: &str) -> Option<Self> {
        let bytes = data_encoding::BASE64.decode(text.trim().as_bytes()).ok()?;
        bytes.try_into().ok().map(ServerKey)
    }

    /// The key as the operator keeps it.
    pub fn text(&self) -> String {
        data_encoding::BASE64.encode(&self.0)
    }

    /// The key for one purpose.
    pub fn data_key(&self, purpose: &str) -> DataKey {
        let mut key = [0; 32];
        // 32 bytes is far below the limit of HKDF's output, the only error there is.
        let _ = Hkdf::<Sha256>::new(Some(b"strategikollen server key v1"), &self.0)
            .expand(purpose.as_bytes(), &mut key);
        DataKey(key)
    }

    /// A hash that only this key makes, for what is too easily guessed to be stored as a plain
    /// hash: one-time codes, addresses that limits count by.
    pub fn keyed_hash(&self, purpose: &str, bytes: &[u8]) -> [u8; 32] {
        let mut hash = [0; 32];
        let _ = Hkdf::<Sha256>::new(Some(&self.data_key(purpose).0), bytes)
            .expand(b"strategikollen keyed hash v1", &mut hash);
        hash
    }

    /// A round's data key, wrapped so that only this key and this place open it. The place is the
    /// round's id: a key moved to another row does not open.
    pub fn wrap(&self, app: &App, place: &[u8], key: &DataKey) -> Vec<u8> {
        self.data_key(ROUNDS).seal(app, place, &key.0)
    }

    /// Opens a data key that [`ServerKey::wrap`] wrapped for the same place.
    pub fn unwrap(&self, place: &[u8], wrapped: &[u8]) -> Result<DataKey, Unreadable> {
        let key = self.data_key(ROUNDS).open(place, wrapped)?;
        key.try_into().map(DataKey).map_err(|_| Unreadable)
    }
}

const ROUNDS: &str = "data keys of rounds";

/// Stands for one requester in a limit: a keyed hash, so that no address of a person is stored and
/// limits hold over restarts and several nodes.
pub(crate) fn requester_key(app: &App, from: std::net::IpAddr) -> [u8; 32] {
    app.key
        .keyed_hash("requesters", from.to_string().as_bytes())
}
