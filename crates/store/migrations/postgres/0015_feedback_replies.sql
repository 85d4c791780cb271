-- What was done about what readers said, told to everybody; and which edition they had read.

ALTER TABLE feedback ADD COLUMN edition TEXT COLLATE "C"; -- of a question or tip; the day an article was gone through

CREATE TABLE feedback_replies (
    id     UUID             NOT NULL PRIMARY KEY,
    about  TEXT COLLATE "C" NOT NULL,
    sv     TEXT COLLATE "C" NOT NULL,
    en     TEXT COLLATE "C" NOT NULL,
    at     BIGINT           NOT NULL
);

CREATE INDEX feedback_by_about ON feedback (about);
CREATE INDEX feedback_replies_by_about ON feedback_replies (about);
