-- What organisations have handed in.

-- Written once. A withdrawal is noted beside it and changes nothing in it. The round may be deleted
-- later, and the person leave: not so what they handed in.
CREATE TABLE submissions (
    id           UUID NOT NULL PRIMARY KEY,
    organisation UUID NOT NULL REFERENCES organisations (id),
    round        UUID NOT NULL UNIQUE,
    reference    TEXT COLLATE "C" NOT NULL UNIQUE,
    person       UUID REFERENCES people (id) ON DELETE SET NULL,
    document     TEXT COLLATE "C" NOT NULL, -- canonical JSON (RFC 8785)
    hash         TEXT COLLATE "C" NOT NULL, -- SHA-256 of the document, lower-case hex
    created_at   BIGINT NOT NULL,
    withdrawn_at BIGINT,
    withdrawn_by UUID REFERENCES people (id) ON DELETE SET NULL,
    reason       TEXT COLLATE "C" -- why it was withdrawn
);

CREATE INDEX submissions_by_organisation ON submissions (organisation);

CREATE FUNCTION submissions_are_not_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'submissions are not changed';
END
$$;

CREATE TRIGGER submissions_are_not_changed
    BEFORE UPDATE OF id, organisation, round, reference, document, hash, created_at ON submissions
    FOR EACH ROW EXECUTE FUNCTION submissions_are_not_changed();
