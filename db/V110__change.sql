-- Room: change. Requests to move an approved date or amount, or anything else that was agreed (domain.md K23). Kept for ever.
CREATE TABLE change_request (
    id             bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    -- DC-2026-003: numbered by year, never used again
    year           int    NOT NULL CHECK (year BETWEEN 2000 AND 9999),
    number         int    NOT NULL CHECK (number > 0),
    title          text   NOT NULL,
    -- why; absent as long as who moved the date has not said
    reason         text,
    requester      bigint REFERENCES person (id) ON DELETE SET NULL,
    requested_on   date   NOT NULL,
    -- what it would move, from and to; the old values are those approved when it was asked
    deliverable    bigint REFERENCES deliverable (id),
    from_date      date,
    to_date        date,
    budget_line    bigint REFERENCES budget_line (id),
    from_amount    bigint,
    to_amount      bigint CHECK (to_amount >= 0),
    scope          text   NOT NULL DEFAULT '',
    schedule       text   NOT NULL DEFAULT '',
    cost           text   NOT NULL DEFAULT '',
    quality        text   NOT NULL DEFAULT '',
    risks          text   NOT NULL DEFAULT '',
    options        text   NOT NULL DEFAULT '',
    recommendation text   NOT NULL DEFAULT '',
    state          text   NOT NULL DEFAULT 'DRAFT'
                   CHECK (state IN ('DRAFT', 'SUBMITTED', 'DEFERRED', 'APPROVED', 'REFUSED', 'WITHDRAWN')),
    decided_on     date,
    -- who has the authority said yes or no, and where it is written
    decided_by     bigint REFERENCES person (id) ON DELETE SET NULL,
    minutes        text   NOT NULL DEFAULT '',
    decision       text   NOT NULL DEFAULT '',
    UNIQUE (year, number),
    CHECK ((deliverable IS NULL) = (to_date IS NULL)),
    CHECK ((budget_line IS NULL) = (to_amount IS NULL)),
    CHECK (state <> 'APPROVED' OR decided_on IS NOT NULL)
);
CREATE INDEX change_request_deliverable ON change_request (deliverable) WHERE deliverable IS NOT NULL;
CREATE INDEX change_request_line ON change_request (budget_line) WHERE budget_line IS NOT NULL;

-- What happened to a request, and who did it.
CREATE TABLE change_event (
    id      bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    change  bigint      NOT NULL REFERENCES change_request (id),
    at      timestamptz NOT NULL,
    person  bigint,
    state   text        NOT NULL
);
CREATE INDEX change_event_of ON change_event (change, id);
