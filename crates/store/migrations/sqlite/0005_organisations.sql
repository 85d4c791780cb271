-- Organisations, who belongs to them, and what has happened.

-- From the register, or the one that an egen installation serves.
CREATE TABLE organisations (
    id             BLOB    NOT NULL PRIMARY KEY,
    public_id      TEXT    NOT NULL UNIQUE, -- in addresses; says nothing of the organisation
    number         TEXT UNIQUE, -- organisation number, ten digits; none if it is not known
    name           TEXT    NOT NULL,
    sort_key       BLOB    NOT NULL,        -- what names are ordered by, Swedish order
    owner          BLOB REFERENCES organisations (id) ON DELETE SET NULL,
    registrator    TEXT,                    -- the official e-mail address
    joined_at      INTEGER,
    reminder_month INTEGER                  -- 1 to 12: when to be reminded of the next round
) STRICT;

CREATE INDEX organisations_by_owner ON organisations (owner);

-- Whose e-mail addresses are whose. Companies may share their municipality's.
CREATE TABLE organisation_domains (
    domain       TEXT    NOT NULL,
    organisation BLOB    NOT NULL REFERENCES organisations (id) ON DELETE CASCADE,
    PRIMARY KEY (domain, organisation)
) STRICT, WITHOUT ROWID;

-- Every classification an organisation has had; the newest holds.
CREATE TABLE classifications (
    id           BLOB    NOT NULL PRIMARY KEY,
    organisation BLOB    NOT NULL REFERENCES organisations (id) ON DELETE CASCADE,
    valid_from   TEXT    NOT NULL, -- day, YYYY-MM-DD
    kind         TEXT    NOT NULL,
    lan          TEXT,             -- two digits
    municipality TEXT,             -- four digits
    skr_group    TEXT,
    population   INTEGER,
    volume       INTEGER,          -- purchasing in a year, kronor
    changed_by   BLOB REFERENCES people (id) ON DELETE SET NULL, -- none: from a file
    reason       TEXT    NOT NULL,
    created_at   INTEGER NOT NULL
) STRICT;

CREATE INDEX classifications_by_organisation ON classifications (organisation);

CREATE TABLE memberships (
    id           BLOB    NOT NULL PRIMARY KEY,
    organisation BLOB    NOT NULL REFERENCES organisations (id) ON DELETE CASCADE,
    person       BLOB    NOT NULL REFERENCES people (id) ON DELETE CASCADE,
    role         TEXT    NOT NULL, -- contact, respondent, reader
    state        TEXT    NOT NULL, -- pending, active, ended
    created_at   INTEGER NOT NULL,
    confirmed_at INTEGER NOT NULL, -- when a contact person last said that they still belong
    ended_at     INTEGER,
    UNIQUE (organisation, person)
) STRICT;

CREATE INDEX memberships_by_person ON memberships (person);

CREATE TABLE invitations (
    id           BLOB    NOT NULL PRIMARY KEY,
    organisation BLOB    NOT NULL REFERENCES organisations (id) ON DELETE CASCADE,
    email        TEXT    NOT NULL,
    role         TEXT    NOT NULL,
    hash         BLOB    NOT NULL UNIQUE, -- what the address in the mail is looked up by
    created_by   BLOB REFERENCES people (id) ON DELETE SET NULL,
    created_at   INTEGER NOT NULL,
    expires_at   INTEGER NOT NULL,
    accepted_at  INTEGER,
    revoked_at   INTEGER
) STRICT;

CREATE INDEX invitations_by_organisation ON invitations (organisation);

-- The agency's own people.
CREATE TABLE agency_members (
    person     BLOB    NOT NULL REFERENCES people (id) ON DELETE CASCADE,
    role       TEXT    NOT NULL, -- case_officer, editor, publisher, administrator
    granted_by BLOB REFERENCES people (id) ON DELETE SET NULL, -- none: the command line
    created_at INTEGER NOT NULL,
    PRIMARY KEY (person, role)
) STRICT, WITHOUT ROWID;

-- Contact persons that the agency appoints. Where there are drafts, a second person decides.
CREATE TABLE appointments (
    id           BLOB    NOT NULL PRIMARY KEY,
    organisation BLOB    NOT NULL REFERENCES organisations (id) ON DELETE CASCADE,
    email        TEXT    NOT NULL,
    reason       TEXT    NOT NULL,
    proposed_by  BLOB REFERENCES people (id) ON DELETE SET NULL,
    proposed_at  INTEGER NOT NULL,
    decided_by   BLOB REFERENCES people (id) ON DELETE SET NULL,
    decided_at   INTEGER,
    outcome      TEXT -- approved, refused
) STRICT;

CREATE INDEX appointments_by_organisation ON appointments (organisation);

-- What was done, by whom. Rows are added and never changed. Not a foreign key: the log outlives
-- who and what it tells of.
CREATE TABLE events (
    id           BLOB    NOT NULL PRIMARY KEY,
    organisation BLOB,             -- none: the agency or the installation
    person       BLOB,
    who          TEXT    NOT NULL, -- the name then, or what acted
    kind         TEXT    NOT NULL,
    detail       TEXT    NOT NULL,
    created_at   INTEGER NOT NULL
) STRICT;

CREATE INDEX events_by_organisation ON events (organisation, id);

CREATE TRIGGER events_are_not_changed BEFORE UPDATE ON events
BEGIN
    SELECT RAISE(ABORT, 'events are not changed');
END;
