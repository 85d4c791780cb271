-- The dates on which organisations are compared, and what was computed on each.

-- Once published, a wave stays. What was computed is never changed, but for members' values, which
-- can be erased.
CREATE TABLE waves (
    id            UUID NOT NULL PRIMARY KEY,
    date          TEXT COLLATE "C" NOT NULL UNIQUE, -- YYYY-MM-DD
    hash          TEXT COLLATE "C" NOT NULL, -- the release's own, lower-case hex
    closed_by     UUID REFERENCES people (id) ON DELETE SET NULL,
    closed_at     BIGINT NOT NULL,
    published_by  UUID REFERENCES people (id) ON DELETE SET NULL,
    published_at  BIGINT,
    withdrawn_by  UUID REFERENCES people (id) ON DELETE SET NULL,
    withdrawn_at  BIGINT,
    note          TEXT COLLATE "C", -- why it was withdrawn, for everyone to read
    publication   TEXT COLLATE "C" NOT NULL, -- the release's public part, canonical JSON
    member_values TEXT COLLATE "C" NOT NULL, -- by date and member, JSON; never leaves the service
    release       TEXT COLLATE "C" NOT NULL -- the rest of it, canonical JSON; never leaves the service
);

CREATE FUNCTION releases_are_not_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'releases are not changed';
END
$$;

CREATE TRIGGER releases_are_not_changed
    BEFORE UPDATE OF id, date, hash, closed_at, publication, release ON waves
    FOR EACH ROW EXECUTE FUNCTION releases_are_not_changed();

CREATE FUNCTION published_waves_stay() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'published waves stay';
END
$$;

CREATE TRIGGER published_waves_stay BEFORE DELETE ON waves
    FOR EACH ROW WHEN (OLD.published_at IS NOT NULL) EXECUTE FUNCTION published_waves_stay();

-- What was handed in before then takes no part in any later wave.
ALTER TABLE organisations ADD COLUMN left_at BIGINT; -- when it last left with everything it had
