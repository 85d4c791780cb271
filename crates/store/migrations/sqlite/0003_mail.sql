-- Mails on their way out: written in the same transaction as what they tell of, sent afterwards.
CREATE TABLE mails (
    id            BLOB    NOT NULL PRIMARY KEY,
    to_address    TEXT    NOT NULL,
    sealed        BLOB,             -- subject and text, encrypted; erased when the mail is done with
    created_at    INTEGER NOT NULL,
    due_at        INTEGER NOT NULL, -- not to be tried before
    tries         INTEGER NOT NULL,
    claimed_until INTEGER NOT NULL, -- until then a node is trying; 0: none is
    sent_at       INTEGER,
    failed        TEXT,             -- why it was given up
    CHECK ((sealed IS NULL) = (sent_at IS NOT NULL OR failed IS NOT NULL))
) STRICT;

CREATE INDEX mails_waiting ON mails (due_at) WHERE sealed IS NOT NULL;
