-- One node at a time, until the end of the transaction; the others wait for their turn. The number
-- of the lock is ours alone.
SET LOCAL lock_timeout = '5min';
SELECT pg_advisory_xact_lock(2016);

CREATE TABLE IF NOT EXISTS migrations (
    number BIGINT           NOT NULL PRIMARY KEY,
    name   TEXT COLLATE "C" NOT NULL
);
