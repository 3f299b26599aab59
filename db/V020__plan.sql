-- Room: plan. What must be delivered and when, and what it may cost. A baseline never moves (domain.md K9, K23).
CREATE TABLE deliverable (
    id       bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    code     text   NOT NULL UNIQUE CHECK (code = upper(code)),
    title    text   NOT NULL,
    body     bigint NOT NULL REFERENCES body (id),
    -- who answers for it; erasing a person leaves the deliverable
    person   bigint REFERENCES person (id) ON DELETE SET NULL,
    -- its share of the whole, relative to the sum of all weights
    weight   int    NOT NULL DEFAULT 0 CHECK (weight BETWEEN 0 AND 1000),
    baseline date,
    forecast date,
    reached  date,
    -- what the body says, never an earned value (K7)
    declared int CHECK (declared BETWEEN 0 AND 100)
);
CREATE INDEX deliverable_body ON deliverable (body);

-- Every forecast ever given: how often a date is put off is a sign of its own (K13).
CREATE TABLE deliverable_forecast (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    deliverable bigint      NOT NULL REFERENCES deliverable (id) ON DELETE CASCADE,
    forecast    date        NOT NULL,
    at          timestamptz NOT NULL,
    person      bigint
);
CREATE INDEX deliverable_forecast_of ON deliverable_forecast (deliverable, id);

-- Amounts in cents. Spent is part of committed (K15).
CREATE TABLE budget_line (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    code       text   NOT NULL UNIQUE CHECK (code = upper(code)),
    title      text   NOT NULL,
    authorized bigint NOT NULL CHECK (authorized >= 0),
    committed  bigint NOT NULL CHECK (committed >= 0),
    spent      bigint NOT NULL CHECK (spent BETWEEN 0 AND committed),
    to_commit  bigint NOT NULL CHECK (to_commit >= 0)
);

-- The line as it stood after each change.
CREATE TABLE budget_change (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    budget_line bigint      NOT NULL REFERENCES budget_line (id) ON DELETE CASCADE,
    authorized  bigint      NOT NULL,
    committed   bigint      NOT NULL,
    spent       bigint      NOT NULL,
    to_commit   bigint      NOT NULL,
    at          timestamptz NOT NULL,
    person      bigint
);
CREATE INDEX budget_change_of ON budget_change (budget_line, id);
