-- What organisations have decided about their tips. Everything that is written is encrypted with
-- the plan's data key.

CREATE TABLE plans (
    id           BLOB    NOT NULL PRIMARY KEY,
    organisation BLOB    NOT NULL REFERENCES organisations (id) ON DELETE CASCADE,
    round        BLOB REFERENCES rounds (id) ON DELETE SET NULL, -- whose tips it is made from
    edition      TEXT    NOT NULL,
    key          BLOB    NOT NULL, -- the data key, wrapped with the key outside the database
    document     BLOB    NOT NULL, -- name, approval and the like, encrypted
    revision     INTEGER NOT NULL, -- of the document
    created_at   INTEGER NOT NULL,
    closed_at    INTEGER,
    reminded_at  INTEGER           -- when its owners were last reminded
) STRICT;

CREATE INDEX plans_by_organisation ON plans (organisation);

-- Every revision of every entry: a tip by `card:` and its id, an own action by `own:` and its id.
CREATE TABLE plan_entries (
    plan     BLOB    NOT NULL REFERENCES plans (id) ON DELETE CASCADE,
    entry    TEXT    NOT NULL,
    revision INTEGER NOT NULL,
    body     BLOB    NOT NULL, -- the entry and who saved it, encrypted
    at       INTEGER NOT NULL,
    PRIMARY KEY (plan, entry, revision)
) STRICT, WITHOUT ROWID;

-- Those who do what a plan says. Each sees their own actions under an address of their own.
CREATE TABLE plan_owners (
    id         BLOB    NOT NULL PRIMARY KEY,
    plan       BLOB    NOT NULL REFERENCES plans (id) ON DELETE CASCADE,
    hash       BLOB    NOT NULL UNIQUE, -- what the address is looked up by
    contact    BLOB    NOT NULL,        -- name, e-mail address, and the address, encrypted
    created_at INTEGER NOT NULL,
    revoked_at INTEGER,                 -- from when the address opens nothing
    remind     INTEGER NOT NULL         -- 0: has said no to reminders
) STRICT;

CREATE INDEX plan_owners_by_plan ON plan_owners (plan);
