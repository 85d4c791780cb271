-- Which shared purchasing units an organisation lets prepare self-assessments for it.

CREATE TABLE preparers (
    organisation BLOB    NOT NULL REFERENCES organisations (id) ON DELETE CASCADE,
    preparer     BLOB    NOT NULL REFERENCES organisations (id) ON DELETE CASCADE,
    created_at   INTEGER NOT NULL,
    PRIMARY KEY (organisation, preparer)
) STRICT, WITHOUT ROWID;

CREATE INDEX preparers_by_preparer ON preparers (preparer);
