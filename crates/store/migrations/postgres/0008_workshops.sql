-- Workshops: a group answers question by question from phones, sees the distribution and agrees.

CREATE TABLE workshops (
    id        UUID NOT NULL PRIMARY KEY,
    round     UUID NOT NULL REFERENCES organisation_rounds (round) ON DELETE CASCADE,
    hash      BYTEA NOT NULL UNIQUE, -- what the code in the address is looked up by
    code      BYTEA NOT NULL, -- that code, encrypted, so that it can be shown again
    question  TEXT COLLATE "C", -- the one that is asked; none before the first
    phase     TEXT COLLATE "C" NOT NULL, -- waiting, asking, shown
    version   BIGINT NOT NULL, -- counts every change
    turn      BIGINT NOT NULL, -- the version of the last change that phones show
    joined    BIGINT NOT NULL, -- how many take part
    opened_at BIGINT NOT NULL,
    closed_at BIGINT
);

CREATE UNIQUE INDEX workshops_open ON workshops (round) WHERE closed_at IS NULL;
CREATE INDEX workshops_by_round ON workshops (round);

-- Phones. Gone when the workshop is closed.
CREATE TABLE participants (
    id        UUID NOT NULL PRIMARY KEY,
    workshop  UUID NOT NULL REFERENCES workshops (id) ON DELETE CASCADE,
    hash      BYTEA NOT NULL UNIQUE, -- what the phone's cookie is looked up by
    joined_at BIGINT NOT NULL
);

CREATE INDEX participants_by_workshop ON participants (workshop);

CREATE TABLE workshop_answers (
    workshop    UUID NOT NULL REFERENCES workshops (id) ON DELETE CASCADE,
    participant UUID NOT NULL REFERENCES participants (id) ON DELETE CASCADE,
    question    TEXT COLLATE "C" NOT NULL,
    body        BYTEA NOT NULL, -- encrypted
    at          BIGINT NOT NULL,
    PRIMARY KEY (workshop, participant, question)
);

CREATE INDEX workshop_answers_by_participant ON workshop_answers (participant);
