-- What contact persons are written to about once a year, so that several nodes write once.

CREATE TABLE yearly_letters (
    organisation BLOB NOT NULL REFERENCES organisations (id) ON DELETE CASCADE,
    kind         TEXT    NOT NULL, -- next_round, members
    sent_at      INTEGER NOT NULL,
    PRIMARY KEY (organisation, kind)
) STRICT, WITHOUT ROWID;
