-- Workshops: a group answers question by question from phones, sees the distribution and agrees.

CREATE TABLE workshops (
    id        BLOB    NOT NULL PRIMARY KEY,
    round     BLOB    NOT NULL REFERENCES organisation_rounds (round) ON DELETE CASCADE,
    hash      BLOB    NOT NULL UNIQUE, -- what the code in the address is looked up by
    code      BLOB    NOT NULL,        -- that code, encrypted, so that it can be shown again
    question  TEXT,                    -- the one that is asked; none before the first
    phase     TEXT    NOT NULL,        -- waiting, asking, shown
    version   INTEGER NOT NULL,        -- counts every change
    turn      INTEGER NOT NULL,        -- the version of the last change that phones show
    joined    INTEGER NOT NULL,        -- how many take part
    opened_at INTEGER NOT NULL,
    closed_at INTEGER
) STRICT;

CREATE UNIQUE INDEX workshops_open ON workshops (round) WHERE closed_at IS NULL;
CREATE INDEX workshops_by_round ON workshops (round);

-- Phones. Gone when the workshop is closed.
CREATE TABLE participants (
    id        BLOB    NOT NULL PRIMARY KEY,
    workshop  BLOB    NOT NULL REFERENCES workshops (id) ON DELETE CASCADE,
    hash      BLOB    NOT NULL UNIQUE, -- what the phone's cookie is looked up by
    joined_at INTEGER NOT NULL
) STRICT;

CREATE INDEX participants_by_workshop ON participants (workshop);

CREATE TABLE workshop_answers (
    workshop    BLOB    NOT NULL REFERENCES workshops (id) ON DELETE CASCADE,
    participant BLOB    NOT NULL REFERENCES participants (id) ON DELETE CASCADE,
    question    TEXT    NOT NULL,
    body        BLOB    NOT NULL, -- encrypted
    at          INTEGER NOT NULL,
    PRIMARY KEY (workshop, participant, question)
) STRICT, WITHOUT ROWID;

CREATE INDEX workshop_answers_by_participant ON workshop_answers (participant);
