-- Which shared purchasing units an organisation lets prepare self-assessments for it.

CREATE TABLE preparers (
    organisation UUID   NOT NULL REFERENCES organisations (id) ON DELETE CASCADE,
    preparer     UUID   NOT NULL REFERENCES organisations (id) ON DELETE CASCADE,
    created_at   BIGINT NOT NULL,
    PRIMARY KEY (organisation, preparer)
);

CREATE INDEX preparers_by_preparer ON preparers (preparer);
