-- Room: poll. Several dates for a meeting, who is asked about them, and what each said.
CREATE TABLE date_poll (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    body        bigint      NOT NULL REFERENCES body (id),
    title       text        NOT NULL,
    minutes     int         NOT NULL CHECK (minutes > 0),
    place       text        NOT NULL DEFAULT '',
    opened_by   bigint      NOT NULL,
    opened_at   timestamptz NOT NULL,
    remind_at   timestamptz NOT NULL,
    closes_at   timestamptz NOT NULL CHECK (closes_at > opened_at),
    -- whoever opened it was told the outcome
    told_at     timestamptz,
    -- what became of it: a meeting, or nothing
    decided_at  timestamptz,
    meeting     bigint REFERENCES meeting (id)
);

CREATE TABLE date_option (
    poll      bigint      NOT NULL REFERENCES date_poll (id) ON DELETE CASCADE,
    number    int         NOT NULL CHECK (number BETWEEN 1 AND 12),
    starts_at timestamptz NOT NULL,
    PRIMARY KEY (poll, number),
    UNIQUE (poll, starts_at)
);

CREATE TABLE date_voter (
    poll        bigint NOT NULL REFERENCES date_poll (id) ON DELETE CASCADE,
    person      bigint NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    ask         bigint NOT NULL REFERENCES ask (id),
    reminded_at timestamptz,
    PRIMARY KEY (poll, person)
);

CREATE TABLE date_vote (
    poll   bigint      NOT NULL,
    person bigint      NOT NULL,
    number int         NOT NULL,
    says   text        NOT NULL CHECK (says IN ('YES', 'IF_NEEDED', 'NO')),
    at     timestamptz NOT NULL,
    PRIMARY KEY (poll, person, number),
    FOREIGN KEY (poll, number) REFERENCES date_option (poll, number) ON DELETE CASCADE,
    FOREIGN KEY (poll, person) REFERENCES date_voter (poll, person) ON DELETE CASCADE
);
