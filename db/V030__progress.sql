-- Room: progress. Rounds of questions to the bodies, who is expected to answer, and every answer given.
CREATE TABLE progress_round (
    id              bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    body            bigint      NOT NULL REFERENCES body (id),
    opened_at       timestamptz NOT NULL,
    opened_by       bigint      NOT NULL,
    remind_at       timestamptz NOT NULL,
    closes_at       timestamptz NOT NULL CHECK (closes_at > opened_at),
    -- until then a late answer is still taken
    ends_at         timestamptz NOT NULL CHECK (ends_at >= closes_at),
    consolidated_at timestamptz
);
-- One open round for a body at a time.
CREATE UNIQUE INDEX progress_round_open ON progress_round (body) WHERE consolidated_at IS NULL;

CREATE TABLE progress_expectation (
    round       bigint NOT NULL REFERENCES progress_round (id) ON DELETE CASCADE,
    person      bigint NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    ask         bigint NOT NULL REFERENCES ask (id),
    reminded_at timestamptz,
    PRIMARY KEY (round, person)
);

-- Rows are only added: the latest of a person counts, the others are its history.
CREATE TABLE progress_answer (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    round       bigint      NOT NULL REFERENCES progress_round (id) ON DELETE CASCADE,
    person      bigint      NOT NULL,
    at          timestamptz NOT NULL,
    words       text        NOT NULL,
    state       text CHECK (state IN ('ON_TRACK', 'WATCH', 'LATE', 'BLOCKED', 'DONE')),
    deliverable bigint REFERENCES deliverable (id),
    percent     int CHECK (percent BETWEEN 0 AND 100),
    forecast    date,
    blocker     text
);
CREATE INDEX progress_answer_round ON progress_answer (round, person, id);
CREATE INDEX progress_answer_deliverable ON progress_answer (deliverable, id);
