-- What readers said of a page, a question or a tip. No account, no personal data.
CREATE TABLE feedback (
    id     UUID             NOT NULL PRIMARY KEY,
    at     BIGINT           NOT NULL,
    about  TEXT COLLATE "C" NOT NULL,
    useful BIGINT,
    text   TEXT COLLATE "C",
    lang   TEXT COLLATE "C" NOT NULL
);

-- How often something has been done within a window of time, so that limits hold over a restart
-- and over several nodes.
CREATE TABLE limits (
    scope        TEXT COLLATE "C" NOT NULL,
    key          BYTEA            NOT NULL,
    window_start BIGINT           NOT NULL,
    count        BIGINT           NOT NULL,
    PRIMARY KEY (scope, key)
);
