-- Self-assessments that belong to an organisation and are answered by several people.

-- A round here is opened by who someone is, not by an address: its write_hash in `rounds` is
-- random bytes that no address hashes to, and its write_key is empty.
CREATE TABLE organisation_rounds (
    round        UUID             NOT NULL PRIMARY KEY REFERENCES rounds (id) ON DELETE CASCADE,
    organisation UUID    NOT NULL REFERENCES organisations (id) ON DELETE CASCADE,
    key          BYTEA    NOT NULL, -- the data key, wrapped with the key outside the database
    stage        TEXT COLLATE "C" NOT NULL, -- answering, agreeing, submitted, withdrawn
    previous     UUID,             -- the round it was started from, which may be gone
    prepared_by  UUID REFERENCES organisations (id) ON DELETE SET NULL,
    started_by   UUID REFERENCES people (id) ON DELETE SET NULL,
    answer_by    TEXT COLLATE "C",             -- the day by which answers are asked for, YYYY-MM-DD
    closed_at    BIGINT
);

CREATE INDEX organisation_rounds_by_organisation ON organisation_rounds (organisation);
CREATE INDEX organisation_rounds_by_preparer ON organisation_rounds (prepared_by);

-- Those who are asked the same questions: the management its ten, finance theirs. Its address is
-- for anyone it is given to; each who opens it answers alone under an address of their own.
CREATE TABLE audiences (
    id         UUID             NOT NULL PRIMARY KEY,
    round      UUID    NOT NULL REFERENCES organisation_rounds (round) ON DELETE CASCADE,
    role       TEXT COLLATE "C" NOT NULL,
    questions  TEXT COLLATE "C" NOT NULL, -- JSON list of question ids
    hash       BYTEA    NOT NULL UNIQUE, -- what the address is looked up by
    key        BYTEA    NOT NULL,        -- the data key, wrapped for that address
    secret     BYTEA    NOT NULL,        -- the address, encrypted, so that it can be shown again
    created_at BIGINT NOT NULL,
    revoked_at BIGINT                  -- from when the address lets nobody more in
);

CREATE INDEX audiences_by_round ON audiences (round);

-- Who speaks with a voice. Never joined with answers on a page.
CREATE TABLE respondents (
    voice             UUID             NOT NULL PRIMARY KEY REFERENCES voices (id) ON DELETE CASCADE,
    round             UUID    NOT NULL REFERENCES organisation_rounds (round) ON DELETE CASCADE,
    audience          UUID    NOT NULL REFERENCES audiences (id) ON DELETE CASCADE,
    person            UUID REFERENCES people (id) ON DELETE SET NULL, -- who has an account
    hash              BYTEA UNIQUE, -- what a svarslänk is looked up by, for who has none
    key               BYTEA,        -- the data key, wrapped for that address
    contact           BYTEA,        -- name, e-mail address and svarslänk, encrypted
    document          BYTEA,        -- goals marked done, encrypted
    document_revision BIGINT NOT NULL,
    invited_at        BIGINT,
    reminded_at       BIGINT,
    remind            BIGINT NOT NULL, -- 0: has said no to reminders
    done_at           BIGINT,
    removed_at        BIGINT
);

CREATE INDEX respondents_by_round ON respondents (round);
CREATE UNIQUE INDEX respondents_by_person ON respondents (round, person);

-- How long a read link opens, and how much it shows.
ALTER TABLE readers ADD COLUMN expires_at BIGINT;
ALTER TABLE readers ADD COLUMN scope TEXT COLLATE "C" NOT NULL DEFAULT 'full';
