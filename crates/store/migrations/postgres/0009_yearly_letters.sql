-- What contact persons are written to about once a year, so that several nodes write once.

CREATE TABLE yearly_letters (
    organisation UUID NOT NULL REFERENCES organisations (id) ON DELETE CASCADE,
    kind         TEXT COLLATE "C" NOT NULL, -- next_round, members
    sent_at      BIGINT NOT NULL,
    PRIMARY KEY (organisation, kind)
);
