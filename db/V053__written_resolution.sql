-- Room: minutes. A resolution signed by all who could have voted on it, without a meeting (Civil Code of Québec, article 354).
CREATE TABLE written_resolution (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    body        bigint      NOT NULL REFERENCES body (id),
    text        text        NOT NULL,
    proposed_by bigint      NOT NULL REFERENCES person (id),
    proposed_at timestamptz NOT NULL,
    -- the last day to sign
    until       date        NOT NULL,
    state       text        NOT NULL DEFAULT 'OPEN' CHECK (state IN ('OPEN', 'ADOPTED', 'REFUSED', 'EXPIRED')),
    -- in the series of the body's decisions, once it is adopted
    number      text UNIQUE,
    ended_at    timestamptz,
    CHECK ((state = 'ADOPTED') = (number IS NOT NULL)),
    CHECK ((state = 'OPEN') = (ended_at IS NULL))
);
CREATE INDEX written_resolution_open ON written_resolution (until) WHERE state = 'OPEN';

CREATE TABLE written_signature (
    resolution bigint NOT NULL REFERENCES written_resolution (id),
    person     bigint NOT NULL REFERENCES person (id),
    ask        bigint NOT NULL REFERENCES ask (id),
    signs      boolean,
    at         timestamptz,
    PRIMARY KEY (resolution, person),
    CHECK ((signs IS NULL) = (at IS NULL))
);
