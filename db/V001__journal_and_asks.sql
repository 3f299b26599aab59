-- Room: command. What was asked of the house, and what the house asks of people.
-- Persons are referred to by number only: erasing a person must not erase the journal.
CREATE TABLE journal (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    invocation text        NOT NULL UNIQUE,
    at         timestamptz NOT NULL,
    person     bigint,
    identity   text        NOT NULL,
    command    text        NOT NULL,
    given      jsonb       NOT NULL,
    source     text        NOT NULL,
    refusal    text
);

CREATE TABLE ask (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    person     bigint      NOT NULL,
    command    text        NOT NULL,
    given      jsonb       NOT NULL,
    until      timestamptz NOT NULL,
    once       boolean     NOT NULL,
    created_at timestamptz NOT NULL,
    closed_at  timestamptz
);

-- Several tokens may lead to one ask: the house's key can be changed while letters are on their way.
CREATE TABLE ask_token (
    hash text   PRIMARY KEY,
    ask  bigint NOT NULL REFERENCES ask (id) ON DELETE CASCADE
);
