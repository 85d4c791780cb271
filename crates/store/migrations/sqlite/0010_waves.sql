-- The dates on which organisations are compared, and what was computed on each.

-- Once published, a wave stays. What was computed is never changed, but for members' values, which
-- can be erased. The long texts stand last, so that a list of waves does not read past them.
CREATE TABLE waves (
    id            BLOB NOT NULL PRIMARY KEY,
    date          TEXT NOT NULL UNIQUE, -- YYYY-MM-DD
    hash          TEXT NOT NULL, -- the release's own, lower-case hex
    closed_by     BLOB REFERENCES people (id) ON DELETE SET NULL,
    closed_at     INTEGER NOT NULL,
    published_by  BLOB REFERENCES people (id) ON DELETE SET NULL,
    published_at  INTEGER,
    withdrawn_by  BLOB REFERENCES people (id) ON DELETE SET NULL,
    withdrawn_at  INTEGER,
    note          TEXT, -- why it was withdrawn, for everyone to read
    publication   TEXT NOT NULL, -- the release's public part, canonical JSON
    member_values TEXT NOT NULL, -- by date and member, JSON; never leaves the service
    release       TEXT NOT NULL -- the rest of it, canonical JSON; never leaves the service
) STRICT;

CREATE TRIGGER releases_are_not_changed
    BEFORE UPDATE OF id, date, hash, closed_at, publication, release ON waves
BEGIN
    SELECT RAISE(ABORT, 'releases are not changed');
END;

CREATE TRIGGER published_waves_stay BEFORE DELETE ON waves WHEN OLD.published_at IS NOT NULL
BEGIN
    SELECT RAISE(ABORT, 'published waves stay');
END;

-- What was handed in before then takes no part in any later wave.
ALTER TABLE organisations ADD COLUMN left_at INTEGER; -- when it last left with everything it had
