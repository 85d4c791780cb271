-- What organisations have handed in.

-- Written once. A withdrawal is noted beside it and changes nothing in it. The round may be deleted
-- later, and the person leave: not so what they handed in.
CREATE TABLE submissions (
    id           BLOB NOT NULL PRIMARY KEY,
    organisation BLOB NOT NULL REFERENCES organisations (id),
    round        BLOB NOT NULL UNIQUE,
    reference    TEXT NOT NULL UNIQUE,
    person       BLOB REFERENCES people (id) ON DELETE SET NULL,
    document     TEXT NOT NULL, -- canonical JSON (RFC 8785)
    hash         TEXT NOT NULL, -- SHA-256 of the document, lower-case hex
    created_at   INTEGER NOT NULL,
    withdrawn_at INTEGER,
    withdrawn_by BLOB REFERENCES people (id) ON DELETE SET NULL,
    reason       TEXT -- why it was withdrawn
) STRICT;

CREATE INDEX submissions_by_organisation ON submissions (organisation);

CREATE TRIGGER submissions_are_not_changed
    BEFORE UPDATE OF id, organisation, round, reference, document, hash, created_at ON submissions
BEGIN
    SELECT RAISE(ABORT, 'submissions are not changed');
END;
