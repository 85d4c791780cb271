-- One node at a time, until the end of the transaction. The number is ours alone.
SELECT pg_advisory_xact_lock(2016);

CREATE TABLE IF NOT EXISTS migrations (
    number BIGINT           NOT NULL PRIMARY KEY,
    name   TEXT COLLATE "C" NOT NULL
);
