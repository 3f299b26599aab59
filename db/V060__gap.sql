-- Room: gap. Where the project drifts: found by rules, told once, taken in charge, resolved.
CREATE TABLE gap (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    rule        text        NOT NULL,
    -- what it is about, for the rule to find it again: deliverable:12
    subject     text        NOT NULL,
    severity    text        NOT NULL CHECK (severity IN ('STALE', 'WATCH', 'CRITICAL')),
    -- the words as they were found, by message key and arguments
    title       jsonb       NOT NULL,
    facts       jsonb       NOT NULL,
    cause       jsonb       NOT NULL,
    -- message keys; only added to, since people answer by number
    measures    text[]      NOT NULL,
    state       text        NOT NULL DEFAULT 'OPEN' CHECK (state IN ('OPEN', 'TAKEN', 'RESOLVED')),
    taken_by    bigint,
    measure     text,
    opened_at   timestamptz NOT NULL,
    resolved_at timestamptz,
    -- when its facts were gone; until then the same facts open no other gap
    cleared_at  timestamptz,
    -- how many times it was told: at its opening, then when it got worse
    told        int         NOT NULL DEFAULT 0,
    CHECK ((state = 'RESOLVED') = (resolved_at IS NOT NULL))
);
CREATE UNIQUE INDEX gap_standing ON gap (rule, subject) WHERE cleared_at IS NULL;

CREATE TABLE gap_event (
    id       bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    gap      bigint      NOT NULL REFERENCES gap (id) ON DELETE CASCADE,
    at       timestamptz NOT NULL,
    what     text        NOT NULL CHECK (what IN ('OPENED', 'WORSENED', 'EASED', 'TAKEN', 'SETTLED', 'CLEARED')),
    severity text        NOT NULL,
    -- nobody when a rule saw it
    person   bigint,
    measure  text
);
CREATE INDEX gap_event_of ON gap_event (gap, id);
