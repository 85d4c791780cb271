-- Self-assessments. Whatever an organisation has written is encrypted before it gets here.

-- Without an index on touched_at: it would be written at every save, and is asked for once an hour.
CREATE TABLE rounds (
    id         UUID             NOT NULL PRIMARY KEY,
    write_hash BYTEA            NOT NULL UNIQUE, -- what the secret address is looked up by
    write_key  BYTEA            NOT NULL,        -- the data key, wrapped for that address
    edition    TEXT COLLATE "C" NOT NULL,
    depth      TEXT COLLATE "C" NOT NULL,
    created_at BIGINT           NOT NULL,
    touched_at BIGINT           NOT NULL,
    revision   BIGINT           NOT NULL,        -- of the facts, counted from 0
    facts      BYTEA            NOT NULL
);

-- Addresses that open a round for reading only.
CREATE TABLE readers (
    id         UUID             NOT NULL PRIMARY KEY,
    round      UUID             NOT NULL REFERENCES rounds (id) ON DELETE CASCADE,
    hash       BYTEA            NOT NULL UNIQUE, -- what the address is looked up by
    key        BYTEA            NOT NULL,        -- the data key, wrapped for that address
    secret     BYTEA            NOT NULL,        -- the address, encrypted, so that its owner can see it again
    created_at BIGINT           NOT NULL,
    revoked_at BIGINT
);

CREATE INDEX readers_by_round ON readers (round);

-- Each respondent's own answers hang on a voice.
CREATE TABLE voices (
    id         UUID             NOT NULL PRIMARY KEY,
    round      UUID             NOT NULL REFERENCES rounds (id) ON DELETE CASCADE,
    created_at BIGINT           NOT NULL
);

CREATE INDEX voices_by_round ON voices (round);

-- Every revision is kept; the highest is the answer.
CREATE TABLE answers (
    voice    UUID             NOT NULL REFERENCES voices (id) ON DELETE CASCADE,
    question TEXT COLLATE "C" NOT NULL,
    revision BIGINT           NOT NULL CHECK (revision > 0),
    body     BYTEA            NOT NULL,
    at       BIGINT           NOT NULL,
    PRIMARY KEY (voice, question, revision)
);

-- The group's answers, a series of their own, kept the same way.
CREATE TABLE agreements (
    round    UUID             NOT NULL REFERENCES rounds (id) ON DELETE CASCADE,
    question TEXT COLLATE "C" NOT NULL,
    revision BIGINT           NOT NULL CHECK (revision > 0),
    body     BYTEA            NOT NULL,
    at       BIGINT           NOT NULL,
    PRIMARY KEY (round, question, revision)
);
