-- People, and how they show who they are. Nobody has a password.

CREATE TABLE people (
    id         BLOB    NOT NULL PRIMARY KEY,
    name       TEXT    NOT NULL,        -- empty until the person has told it
    email      TEXT    NOT NULL UNIQUE, -- in lower case
    lang       TEXT    NOT NULL,
    totp       BLOB,                    -- secret of the authenticator app, encrypted
    totp_step  INTEGER,                 -- the last time step that was used, which is used once
    digest     INTEGER NOT NULL,        -- whether the person is reminded, in one mail for everything
    created_at INTEGER NOT NULL,
    seen_at    INTEGER NOT NULL
) STRICT;

-- Who someone is to another organisation's sign-in service.
CREATE TABLE identities (
    issuer     TEXT    NOT NULL,
    subject    TEXT    NOT NULL,
    person     BLOB    NOT NULL REFERENCES people (id) ON DELETE CASCADE,
    created_at INTEGER NOT NULL,
    PRIMARY KEY (issuer, subject)
) STRICT, WITHOUT ROWID;

-- Nobody is two people at the same issuer.
CREATE UNIQUE INDEX identities_by_person ON identities (person, issuer);

CREATE TABLE passkeys (
    id         BLOB    NOT NULL PRIMARY KEY,
    person     BLOB    NOT NULL REFERENCES people (id) ON DELETE CASCADE,
    credential BLOB    NOT NULL UNIQUE, -- the authenticator's own id of it
    name       TEXT    NOT NULL,
    body       TEXT    NOT NULL,        -- public key and counter, JSON
    created_at INTEGER NOT NULL,
    used_at    INTEGER
) STRICT;

CREATE INDEX passkeys_by_person ON passkeys (person);

CREATE TABLE recovery_codes (
    person     BLOB    NOT NULL REFERENCES people (id) ON DELETE CASCADE,
    hash       BLOB    NOT NULL,
    used_at    INTEGER,
    PRIMARY KEY (person, hash)
) STRICT, WITHOUT ROWID;

-- Codes that are mailed to an address and typed where they were asked for.
CREATE TABLE codes (
    holder     BLOB    NOT NULL PRIMARY KEY, -- hash of the browser's cookie, or id of the session
    email      TEXT    NOT NULL,
    code       BLOB    NOT NULL,             -- hash under the server's key
    lang       TEXT    NOT NULL,
    target     TEXT,                         -- the address within the service to go on to
    tries      INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL
) STRICT;

CREATE TABLE sessions (
    id         BLOB    NOT NULL PRIMARY KEY,
    hash       BLOB    NOT NULL UNIQUE, -- of the cookie, which is new every time who it is is shown
    person     BLOB    NOT NULL REFERENCES people (id) ON DELETE CASCADE,
    strength   INTEGER NOT NULL,        -- 1: one factor, 2: two factors
    via        TEXT    NOT NULL,
    device     TEXT    NOT NULL,
    created_at INTEGER NOT NULL,
    used_at    INTEGER NOT NULL,
    fresh_at   INTEGER,                 -- when who it is was last shown as surely as the person can
    ended_at   INTEGER
) STRICT;

CREATE INDEX sessions_by_person ON sessions (person);

-- What an authenticator has been asked to sign, until it has.
CREATE TABLE challenges (
    session    BLOB    NOT NULL PRIMARY KEY REFERENCES sessions (id) ON DELETE CASCADE,
    body       BLOB    NOT NULL, -- encrypted
    created_at INTEGER NOT NULL
) STRICT;

-- Forms that were sent when the session had ended, for the person to take up again.
CREATE TABLE kept_forms (
    hash       BLOB    NOT NULL PRIMARY KEY, -- of person, path and body, so that one is kept once
    person     BLOB    NOT NULL REFERENCES people (id) ON DELETE CASCADE,
    path       TEXT    NOT NULL,
    body       BLOB    NOT NULL,             -- encrypted
    created_at INTEGER NOT NULL
) STRICT;

CREATE INDEX kept_forms_by_person ON kept_forms (person);
