-- What readers said of a page, a question or a tip. No account, no personal data.
CREATE TABLE feedback (
    id     BLOB    NOT NULL PRIMARY KEY,
    at     INTEGER NOT NULL,
    about  TEXT    NOT NULL,
    useful INTEGER,
    text   TEXT,
    lang   TEXT    NOT NULL
) STRICT;

-- How often something has been done within a window of time, so that limits hold over a restart
-- and over several nodes.
CREATE TABLE limits (
    scope        TEXT    NOT NULL,
    key          BLOB    NOT NULL,
    window_start INTEGER NOT NULL,
    count        INTEGER NOT NULL,
    PRIMARY KEY (scope, key)
) STRICT, WITHOUT ROWID;
