-- What was done about what readers said, told to everybody; and which edition they had read.

ALTER TABLE feedback ADD COLUMN edition TEXT; -- of a question or tip; the day an article was gone through

CREATE TABLE feedback_replies (
    id     BLOB    NOT NULL PRIMARY KEY,
    about  TEXT    NOT NULL,
    sv     TEXT    NOT NULL,
    en     TEXT    NOT NULL,
    at     INTEGER NOT NULL
) STRICT;

CREATE INDEX feedback_by_about ON feedback (about);
CREATE INDEX feedback_replies_by_about ON feedback_replies (about);
