-- Room: progress. How often a body is asked by itself. Rows are only added: the last of a body counts, the others are its history.
CREATE TABLE progress_cadence (
    id      bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    body    bigint      NOT NULL REFERENCES body (id),
    weeks   int         NOT NULL CHECK (weeks BETWEEN 1 AND 26),
    -- the first day it asks; the others follow every so many weeks
    starts  date        NOT NULL,
    hour    time        NOT NULL,
    -- working days given to answer
    days    int         NOT NULL CHECK (days BETWEEN 1 AND 20),
    stopped boolean     NOT NULL,
    set_by  bigint      NOT NULL,
    set_at  timestamptz NOT NULL,
    reason  text        NOT NULL
);
CREATE INDEX progress_cadence_body ON progress_cadence (body, id);

-- The day of the cadence for which a round was opened: never two for one day, whatever runs twice.
ALTER TABLE progress_round ADD COLUMN due_on date;
CREATE UNIQUE INDEX progress_round_due ON progress_round (body, due_on);
CREATE INDEX progress_answer_at ON progress_answer (round, at);
