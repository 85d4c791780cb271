-- What organisations have decided about their tips. Everything that is written is encrypted with
-- the plan's data key.

CREATE TABLE plans (
    id           UUID    NOT NULL PRIMARY KEY,
    organisation UUID    NOT NULL REFERENCES organisations (id) ON DELETE CASCADE,
    round        UUID REFERENCES rounds (id) ON DELETE SET NULL, -- whose tips it is made from
    edition      TEXT COLLATE "C"    NOT NULL,
    key          BYTEA    NOT NULL, -- the data key, wrapped with the key outside the database
    document     BYTEA    NOT NULL, -- name, approval and the like, encrypted
    revision     BIGINT NOT NULL, -- of the document
    created_at   BIGINT NOT NULL,
    closed_at    BIGINT,
    reminded_at  BIGINT           -- when its owners were last reminded
);

CREATE INDEX plans_by_organisation ON plans (organisation);

-- Every revision of every entry: a tip by `card:` and its id, an own action by `own:` and its id.
CREATE TABLE plan_entries (
    plan     UUID    NOT NULL REFERENCES plans (id) ON DELETE CASCADE,
    entry    TEXT COLLATE "C"    NOT NULL,
    revision BIGINT NOT NULL,
    body     BYTEA    NOT NULL, -- the entry and who saved it, encrypted
    at       BIGINT NOT NULL,
    PRIMARY KEY (plan, entry, revision)
);

-- Those who do what a plan says. Each sees their own actions under an address of their own.
CREATE TABLE plan_owners (
    id         UUID    NOT NULL PRIMARY KEY,
    plan       UUID    NOT NULL REFERENCES plans (id) ON DELETE CASCADE,
    hash       BYTEA    NOT NULL UNIQUE, -- what the address is looked up by
    contact    BYTEA    NOT NULL,        -- name, e-mail address, and the address, encrypted
    created_at BIGINT NOT NULL,
    revoked_at BIGINT,                 -- from when the address opens nothing
    remind     BIGINT NOT NULL         -- 0: has said no to reminders
);

CREATE INDEX plan_owners_by_plan ON plan_owners (plan);
