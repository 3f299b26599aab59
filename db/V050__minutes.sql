-- Room: minutes. What was said, decided and promised at a meeting, and who was there.
CREATE TABLE attendance (
    meeting  bigint NOT NULL REFERENCES meeting (id),
    person   bigint NOT NULL REFERENCES person (id),
    standing text   NOT NULL CHECK (standing IN ('PRESENT', 'ABSENT', 'EXCUSED')),
    PRIMARY KEY (meeting, person)
);

CREATE TABLE note (
    id      bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    meeting bigint      NOT NULL REFERENCES meeting (id),
    text    text        NOT NULL,
    author  bigint      NOT NULL REFERENCES person (id),
    at      timestamptz NOT NULL
);
CREATE INDEX note_meeting ON note (meeting);

-- The last number given in each series; a number is never given again.
CREATE TABLE numbering (
    body   bigint NOT NULL REFERENCES body (id),
    year   int    NOT NULL,
    series text   NOT NULL CHECK (series IN ('DECISION', 'ACTION')),
    last   int    NOT NULL,
    PRIMARY KEY (body, year, series)
);

-- Without a quorum it is an opinion (avis), and stays one; the count of that moment is kept.
CREATE TABLE decision (
    id      bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    meeting bigint      NOT NULL REFERENCES meeting (id),
    number  text        NOT NULL UNIQUE,
    text    text        NOT NULL,
    quorate boolean     NOT NULL,
    present int         NOT NULL,
    needed  int         NOT NULL,
    at      timestamptz NOT NULL
);
CREATE INDEX decision_meeting ON decision (meeting);

CREATE TABLE action_item (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    meeting     bigint NOT NULL REFERENCES meeting (id),
    number      text   NOT NULL UNIQUE,
    text        text   NOT NULL,
    responsible bigint NOT NULL REFERENCES person (id),
    due         date   NOT NULL,
    state       text   NOT NULL DEFAULT 'OPEN' CHECK (state IN ('OPEN', 'DONE')),
    done_at     timestamptz,
    CHECK ((state = 'DONE') = (done_at IS NOT NULL))
);
CREATE INDEX action_item_open ON action_item (due) WHERE state = 'OPEN';
CREATE INDEX action_item_meeting ON action_item (meeting);

-- A meeting whose notes were sent; from then on they are only read.
CREATE TABLE minutes (
    meeting   bigint PRIMARY KEY REFERENCES meeting (id),
    closed_by bigint      NOT NULL REFERENCES person (id),
    closed_at timestamptz NOT NULL
);
