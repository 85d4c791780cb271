-- Events are deleted with the organisation that leaves, and in no other way.

-- The organisation that is leaving, in the transaction that empties it. Empty before and after.
CREATE TABLE leaving (
    organisation BLOB NOT NULL PRIMARY KEY
) STRICT, WITHOUT ROWID;

CREATE TRIGGER events_are_kept BEFORE DELETE ON events
WHEN OLD.organisation IS NULL
    OR NOT EXISTS (SELECT 1 FROM leaving WHERE organisation = OLD.organisation)
BEGIN
    SELECT RAISE(ABORT, 'events are kept');
END;
