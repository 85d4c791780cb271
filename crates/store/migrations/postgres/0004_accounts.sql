-- People, and how they show who they are. Nobody has a password.

CREATE TABLE people (
    id         UUID             NOT NULL PRIMARY KEY,
    name       TEXT COLLATE "C" NOT NULL,        -- empty until the person has told it
    email      TEXT COLLATE "C" NOT NULL UNIQUE, -- in lower case
    lang       TEXT COLLATE "C" NOT NULL,
    totp       BYTEA,           -- secret of the authenticator app, encrypted
    totp_step  BIGINT,          -- the last time step that was used, which is used once
    digest     BIGINT           NOT NULL,        -- whether the person is reminded, in one mail for everything
    created_at BIGINT           NOT NULL,
    seen_at    BIGINT           NOT NULL
);

-- Who someone is to another organisation's sign-in service.
CREATE TABLE identities (
    issuer     TEXT COLLATE "C" NOT NULL,
    subject    TEXT COLLATE "C" NOT NULL,
    person     UUID             NOT NULL REFERENCES people (id) ON DELETE CASCADE,
    created_at BIGINT           NOT NULL,
    PRIMARY KEY (issuer, subject)
);

-- Nobody is two people at the same issuer.
CREATE UNIQUE INDEX identities_by_person ON identities (person, issuer);

CREATE TABLE passkeys (
    id         UUID             NOT NULL PRIMARY KEY,
    person     UUID             NOT NULL REFERENCES people (id) ON DELETE CASCADE,
    credential BYTEA            NOT NULL UNIQUE, -- the authenticator's own id of it
    name       TEXT COLLATE "C" NOT NULL,
    body       TEXT COLLATE "C" NOT NULL,        -- public key and counter, JSON
    created_at BIGINT           NOT NULL,
    used_at    BIGINT
);

CREATE INDEX passkeys_by_person ON passkeys (person);

CREATE TABLE recovery_codes (
    person     UUID             NOT NULL REFERENCES people (id) ON DELETE CASCADE,
    hash       BYTEA            NOT NULL,
    used_at    BIGINT,
    PRIMARY KEY (person, hash)
);

-- Codes that are mailed to an address and typed where they were asked for.
CREATE TABLE codes (
    holder     BYTEA            NOT NULL PRIMARY KEY, -- hash of the browser's cookie, or id of the session
    email      TEXT COLLATE "C" NOT NULL,
    code       BYTEA            NOT NULL,             -- hash under the server's key
    lang       TEXT COLLATE "C" NOT NULL,
    target     TEXT COLLATE "C", -- the address within the service to go on to
    tries      BIGINT           NOT NULL,
    created_at BIGINT           NOT NULL,
    expires_at BIGINT           NOT NULL
);

CREATE TABLE sessions (
    id         UUID             NOT NULL PRIMARY KEY,
    hash       BYTEA            NOT NULL UNIQUE, -- of the cookie, which is new every time who it is is shown
    person     UUID             NOT NULL REFERENCES people (id) ON DELETE CASCADE,
    strength   BIGINT           NOT NULL,        -- 1: one factor, 2: two factors
    via        TEXT COLLATE "C" NOT NULL,
    device     TEXT COLLATE "C" NOT NULL,
    created_at BIGINT           NOT NULL,
    used_at    BIGINT           NOT NULL,
    fresh_at   BIGINT,          -- when who it is was last shown as surely as the person can
    ended_at   BIGINT
);

CREATE INDEX sessions_by_person ON sessions (person);

-- What an authenticator has been asked to sign, until it has.
CREATE TABLE challenges (
    session    UUID             NOT NULL PRIMARY KEY REFERENCES sessions (id) ON DELETE CASCADE,
    body       BYTEA            NOT NULL, -- encrypted
    created_at BIGINT           NOT NULL
);

-- Forms that were sent when the session had ended, for the person to take up again.
CREATE TABLE kept_forms (
    hash       BYTEA            NOT NULL PRIMARY KEY, -- of person, path and body, so that one is kept once
    person     UUID             NOT NULL REFERENCES people (id) ON DELETE CASCADE,
    path       TEXT COLLATE "C" NOT NULL,
    body       BYTEA            NOT NULL,             -- encrypted
    created_at BIGINT           NOT NULL
);

CREATE INDEX kept_forms_by_person ON kept_forms (person);
