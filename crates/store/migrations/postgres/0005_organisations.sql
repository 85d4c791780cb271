-- Organisations, who belongs to them, and what has happened.

-- From the register, or the one that an egen installation serves.
CREATE TABLE organisations (
    id             UUID NOT NULL PRIMARY KEY,
    public_id      TEXT COLLATE "C" NOT NULL UNIQUE, -- in addresses; says nothing of the organisation
    number         TEXT COLLATE "C" UNIQUE, -- organisation number, ten digits; none if it is not known
    name           TEXT COLLATE "C" NOT NULL,
    sort_key       BYTEA NOT NULL,        -- what names are ordered by, Swedish order
    owner          UUID REFERENCES organisations (id) ON DELETE SET NULL,
    registrator    TEXT COLLATE "C",                    -- the official e-mail address
    joined_at      BIGINT,
    reminder_month BIGINT                  -- 1 to 12: when to be reminded of the next round
);

CREATE INDEX organisations_by_owner ON organisations (owner);

-- Whose e-mail addresses are whose. Companies may share their municipality's.
CREATE TABLE organisation_domains (
    domain       TEXT COLLATE "C" NOT NULL,
    organisation UUID NOT NULL REFERENCES organisations (id) ON DELETE CASCADE,
    PRIMARY KEY (domain, organisation)
);

-- Every classification an organisation has had; the newest holds.
CREATE TABLE classifications (
    id           UUID NOT NULL PRIMARY KEY,
    organisation UUID NOT NULL REFERENCES organisations (id) ON DELETE CASCADE,
    valid_from   TEXT COLLATE "C" NOT NULL, -- day, YYYY-MM-DD
    kind         TEXT COLLATE "C" NOT NULL,
    lan          TEXT COLLATE "C",             -- two digits
    municipality TEXT COLLATE "C",             -- four digits
    skr_group    TEXT COLLATE "C",
    population   BIGINT,
    volume       BIGINT,          -- purchasing in a year, kronor
    changed_by   UUID REFERENCES people (id) ON DELETE SET NULL, -- none: from a file
    reason       TEXT COLLATE "C" NOT NULL,
    created_at   BIGINT NOT NULL
);

CREATE INDEX classifications_by_organisation ON classifications (organisation);

CREATE TABLE memberships (
    id           UUID NOT NULL PRIMARY KEY,
    organisation UUID NOT NULL REFERENCES organisations (id) ON DELETE CASCADE,
    person       UUID NOT NULL REFERENCES people (id) ON DELETE CASCADE,
    role         TEXT COLLATE "C" NOT NULL, -- contact, respondent, reader
    state        TEXT COLLATE "C" NOT NULL, -- pending, active, ended
    created_at   BIGINT NOT NULL,
    confirmed_at BIGINT NOT NULL, -- when a contact person last said that they still belong
    ended_at     BIGINT,
    UNIQUE (organisation, person)
);

CREATE INDEX memberships_by_person ON memberships (person);

CREATE TABLE invitations (
    id           UUID NOT NULL PRIMARY KEY,
    organisation UUID NOT NULL REFERENCES organisations (id) ON DELETE CASCADE,
    email        TEXT COLLATE "C" NOT NULL,
    role         TEXT COLLATE "C" NOT NULL,
    hash         BYTEA NOT NULL UNIQUE, -- what the address in the mail is looked up by
    created_by   UUID REFERENCES people (id) ON DELETE SET NULL,
    created_at   BIGINT NOT NULL,
    expires_at   BIGINT NOT NULL,
    accepted_at  BIGINT,
    revoked_at   BIGINT
);

CREATE INDEX invitations_by_organisation ON invitations (organisation);

-- The agency's own people.
CREATE TABLE agency_members (
    person     UUID NOT NULL REFERENCES people (id) ON DELETE CASCADE,
    role       TEXT COLLATE "C" NOT NULL, -- case_officer, editor, publisher, administrator
    granted_by UUID REFERENCES people (id) ON DELETE SET NULL, -- none: the command line
    created_at BIGINT NOT NULL,
    PRIMARY KEY (person, role)
);

-- Contact persons that the agency appoints. Where there are drafts, a second person decides.
CREATE TABLE appointments (
    id           UUID NOT NULL PRIMARY KEY,
    organisation UUID NOT NULL REFERENCES organisations (id) ON DELETE CASCADE,
    email        TEXT COLLATE "C" NOT NULL,
    reason       TEXT COLLATE "C" NOT NULL,
    proposed_by  UUID REFERENCES people (id) ON DELETE SET NULL,
    proposed_at  BIGINT NOT NULL,
    decided_by   UUID REFERENCES people (id) ON DELETE SET NULL,
    decided_at   BIGINT,
    outcome      TEXT COLLATE "C" -- approved, refused
);

CREATE INDEX appointments_by_organisation ON appointments (organisation);

-- What was done, by whom. Rows are added and never changed. Not a foreign key: the log outlives
-- who and what it tells of.
CREATE TABLE events (
    id           UUID NOT NULL PRIMARY KEY,
    organisation UUID,             -- none: the agency or the installation
    person       UUID,
    who          TEXT COLLATE "C" NOT NULL, -- the name then, or what acted
    kind         TEXT COLLATE "C" NOT NULL,
    detail       TEXT COLLATE "C" NOT NULL,
    created_at   BIGINT NOT NULL
);

CREATE INDEX events_by_organisation ON events (organisation, id);

CREATE FUNCTION events_are_not_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'events are not changed';
END
$$;

CREATE TRIGGER events_are_not_changed BEFORE UPDATE ON events
    FOR EACH ROW EXECUTE FUNCTION events_are_not_changed();
