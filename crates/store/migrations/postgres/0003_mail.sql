-- Mails on their way out: written in the same transaction as what they tell of, sent afterwards.
CREATE TABLE mails (
    id            UUID             NOT NULL PRIMARY KEY,
    to_address    TEXT COLLATE "C" NOT NULL,
    sealed        BYTEA,                     -- subject and text, encrypted; erased when the mail is done with
    created_at    BIGINT           NOT NULL,
    due_at        BIGINT           NOT NULL, -- not to be tried before
    tries         BIGINT           NOT NULL,
    claimed_until BIGINT           NOT NULL, -- until then a node is trying; 0: none is
    sent_at       BIGINT,
    failed        TEXT COLLATE "C",          -- why it was given up
    CHECK ((sealed IS NULL) = (sent_at IS NOT NULL OR failed IS NOT NULL))
);

CREATE INDEX mails_waiting ON mails (due_at) WHERE sealed IS NOT NULL;
