-- Room: plan. Milestones beside deliverables, what proves that one was reached, and every state it was ever in: "what did
-- we believe on 3 March?" is a query (domain.md K9, K12, K23).
ALTER TABLE deliverable
    ADD kind      text    NOT NULL DEFAULT 'DELIVERABLE' CHECK (kind IN ('DELIVERABLE', 'MILESTONE')),
    -- the first baseline, which never moves; the last one that was approved is in the column baseline
    ADD original  date,
    -- its date is set from outside the project: a law, an agreement, an event
    ADD hard      boolean NOT NULL DEFAULT false,
    -- a link or words that show that it was handed over
    ADD proof     text    CHECK (length(proof) <= 500),
    ADD accepted  date,
    ADD cancelled date,
    ADD reason    text    CHECK (length(reason) <= 500),
    ADD CHECK (accepted IS NULL OR reached IS NOT NULL),
    ADD CHECK (cancelled IS NULL OR reached IS NULL);
UPDATE deliverable SET original = baseline, kind = CASE WHEN code LIKE 'J-%' THEN 'MILESTONE' ELSE 'DELIVERABLE' END;

-- The deliverable as it stood after each change.
CREATE TABLE deliverable_version (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    deliverable bigint      NOT NULL REFERENCES deliverable (id) ON DELETE CASCADE,
    at          timestamptz NOT NULL,
    person      bigint,
    body        bigint      NOT NULL REFERENCES body (id),
    weight      int         NOT NULL,
    original    date,
    baseline    date,
    forecast    date,
    reached     date,
    accepted    date,
    cancelled   date,
    proof       text,
    reason      text,
    declared    int
);
CREATE INDEX deliverable_version_of ON deliverable_version (deliverable, id);

-- What was known before versions were kept: the forecasts, each with the baseline, then the present.
INSERT INTO deliverable_version (deliverable, at, person, body, weight, original, baseline, forecast)
SELECT f.deliverable, f.at, f.person, d.body, d.weight, d.original, d.baseline, f.forecast
FROM deliverable_forecast f JOIN deliverable d ON d.id = f.deliverable ORDER BY f.id;
INSERT INTO deliverable_version (deliverable, at, body, weight, original, baseline, forecast, reached, declared)
SELECT id, now(), body, weight, original, baseline, forecast, reached, declared FROM deliverable;

-- One waits for another: it may begin so many working days after the other is reached.
CREATE TABLE deliverable_link (
    before   bigint NOT NULL REFERENCES deliverable (id) ON DELETE CASCADE,
    after    bigint NOT NULL REFERENCES deliverable (id) ON DELETE CASCADE,
    lag_days int    NOT NULL DEFAULT 0 CHECK (lag_days BETWEEN 0 AND 1000),
    PRIMARY KEY (before, after),
    CHECK (before <> after)
);
CREATE INDEX deliverable_link_after ON deliverable_link (after);
