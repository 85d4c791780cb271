-- Self-assessments. Whatever an organisation has written is encrypted before it gets here.

-- Without an index on touched_at: it would be written at every save, and is asked for once an hour.
CREATE TABLE rounds (
    id         BLOB    NOT NULL PRIMARY KEY,
    write_hash BLOB    NOT NULL UNIQUE, -- what the secret address is looked up by
    write_key  BLOB    NOT NULL,        -- the data key, wrapped for that address
    edition    TEXT    NOT NULL,
    depth      TEXT    NOT NULL,
    created_at INTEGER NOT NULL,
    touched_at INTEGER NOT NULL,
    revision   INTEGER NOT NULL,        -- of the facts, counted from 0
    facts      BLOB    NOT NULL
) STRICT;

-- Addresses that open a round for reading only.
CREATE TABLE readers (
    id         BLOB    NOT NULL PRIMARY KEY,
    round      BLOB    NOT NULL REFERENCES rounds (id) ON DELETE CASCADE,
    hash       BLOB    NOT NULL UNIQUE, -- what the address is looked up by
    key        BLOB    NOT NULL,        -- the data key, wrapped for that address
    secret     BLOB    NOT NULL,        -- the address, encrypted, so that its owner can see it again
    created_at INTEGER NOT NULL,
    revoked_at INTEGER
) STRICT;

CREATE INDEX readers_by_round ON readers (round);

-- Each respondent's own answers hang on a voice.
CREATE TABLE voices (
    id         BLOB    NOT NULL PRIMARY KEY,
    round      BLOB    NOT NULL REFERENCES rounds (id) ON DELETE CASCADE,
    created_at INTEGER NOT NULL
) STRICT;

CREATE INDEX voices_by_round ON voices (round);

-- Every revision is kept; the highest is the answer.
CREATE TABLE answers (
    voice    BLOB    NOT NULL REFERENCES voices (id) ON DELETE CASCADE,
    question TEXT    NOT NULL,
    revision INTEGER NOT NULL CHECK (revision > 0),
    body     BLOB    NOT NULL,
    at       INTEGER NOT NULL,
    PRIMARY KEY (voice, question, revision)
) STRICT, WITHOUT ROWID;

-- The group's answers, a series of their own, kept the same way.
CREATE TABLE agreements (
    round    BLOB    NOT NULL REFERENCES rounds (id) ON DELETE CASCADE,
    question TEXT    NOT NULL,
    revision INTEGER NOT NULL CHECK (revision > 0),
    body     BLOB    NOT NULL,
    at       INTEGER NOT NULL,
    PRIMARY KEY (round, question, revision)
) STRICT, WITHOUT ROWID;
