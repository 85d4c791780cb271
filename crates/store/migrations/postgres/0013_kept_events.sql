-- Events are deleted with the organisation that leaves, and in no other way.

-- The organisation that is leaving, in the transaction that empties it. Empty before and after.
CREATE TABLE leaving (
    organisation UUID NOT NULL PRIMARY KEY
);

CREATE FUNCTION events_are_kept() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT 1 FROM leaving WHERE organisation = OLD.organisation) THEN
        RETURN OLD;
    END IF;
    RAISE EXCEPTION 'events are kept';
END
$$;

CREATE TRIGGER events_are_kept BEFORE DELETE ON events
    FOR EACH ROW EXECUTE FUNCTION events_are_kept();
