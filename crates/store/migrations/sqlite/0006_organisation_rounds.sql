-- Self-assessments that belong to an organisation and are answered by several people.

-- A round here is opened by who someone is, not by an address: its write_hash in `rounds` is
-- random bytes that no address hashes to, and its write_key is empty.
CREATE TABLE organisation_rounds (
    round        BLOB    NOT NULL PRIMARY KEY REFERENCES rounds (id) ON DELETE CASCADE,
    organisation BLOB    NOT NULL REFERENCES organisations (id) ON DELETE CASCADE,
    key          BLOB    NOT NULL, -- the data key, wrapped with the key outside the database
    stage        TEXT    NOT NULL, -- answering, agreeing, submitted, withdrawn
    previous     BLOB,             -- the round it was started from, which may be gone
    prepared_by  BLOB REFERENCES organisations (id) ON DELETE SET NULL,
    started_by   BLOB REFERENCES people (id) ON DELETE SET NULL,
    answer_by    TEXT,             -- the day by which answers are asked for, YYYY-MM-DD
    closed_at    INTEGER
) STRICT;

CREATE INDEX organisation_rounds_by_organisation ON organisation_rounds (organisation);
CREATE INDEX organisation_rounds_by_preparer ON organisation_rounds (prepared_by);

-- Those who are asked the same questions: the management its ten, finance theirs. Its address is
-- for anyone it is given to; each who opens it answers alone under an address of their own.
CREATE TABLE audiences (
    id         BLOB    NOT NULL PRIMARY KEY,
    round      BLOB    NOT NULL REFERENCES organisation_rounds (round) ON DELETE CASCADE,
    role       TEXT    NOT NULL,
    questions  TEXT    NOT NULL, -- JSON list of question ids
    hash       BLOB    NOT NULL UNIQUE, -- what the address is looked up by
    key        BLOB    NOT NULL,        -- the data key, wrapped for that address
    secret     BLOB    NOT NULL,        -- the address, encrypted, so that it can be shown again
    created_at INTEGER NOT NULL,
    revoked_at INTEGER                  -- from when the address lets nobody more in
) STRICT;

CREATE INDEX audiences_by_round ON audiences (round);

-- Who speaks with a voice. Never joined with answers on a page.
CREATE TABLE respondents (
    voice             BLOB    NOT NULL PRIMARY KEY REFERENCES voices (id) ON DELETE CASCADE,
    round             BLOB    NOT NULL REFERENCES organisation_rounds (round) ON DELETE CASCADE,
    audience          BLOB    NOT NULL REFERENCES audiences (id) ON DELETE CASCADE,
    person            BLOB REFERENCES people (id) ON DELETE SET NULL, -- who has an account
    hash              BLOB UNIQUE, -- what a svarslänk is looked up by, for who has none
    key               BLOB,        -- the data key, wrapped for that address
    contact           BLOB,        -- name, e-mail address and svarslänk, encrypted
    document          BLOB,        -- goals marked done, encrypted
    document_revision INTEGER NOT NULL,
    invited_at        INTEGER,
    reminded_at       INTEGER,
    remind            INTEGER NOT NULL, -- 0: has said no to reminders
    done_at           INTEGER,
    removed_at        INTEGER
) STRICT;

CREATE INDEX respondents_by_round ON respondents (round);
CREATE UNIQUE INDEX respondents_by_person ON respondents (round, person);

-- How long a read link opens, and how much it shows.
ALTER TABLE readers ADD COLUMN expires_at INTEGER;
ALTER TABLE readers ADD COLUMN scope TEXT NOT NULL DEFAULT 'full';
