-- Room: risk. What may happen (risks, occasions), what has happened (issues). Nothing is ever removed (domain.md K22, D4).
CREATE TABLE risk (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    kind        text   NOT NULL CHECK (kind IN ('THREAT', 'OPPORTUNITY')),
    -- shown as R-07 or O-03; never used again
    number      int    NOT NULL CHECK (number > 0),
    cause       text   NOT NULL,
    event       text   NOT NULL,
    consequence text   NOT NULL,
    deliverable bigint REFERENCES deliverable (id) ON DELETE SET NULL,
    body        bigint REFERENCES body (id),
    state       text   NOT NULL DEFAULT 'OPEN' CHECK (state IN ('OPEN', 'OCCURRED', 'CLOSED')),
    opened_on   date   NOT NULL,
    closed_on   date,
    -- what was said when it closed
    outcome     text   NOT NULL DEFAULT '',
    -- its owner is reminded once, until somebody reviews it
    reminded_on date,
    UNIQUE (kind, number),
    CHECK ((closed_on IS NULL) = (state = 'OPEN'))
);

-- All that is believed of it, from that day to the next review; the last one is today's.
CREATE TABLE risk_review (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    risk        bigint NOT NULL REFERENCES risk (id),
    day         date   NOT NULL,
    person      bigint,
    probability int    NOT NULL CHECK (probability BETWEEN 1 AND 5),
    impact      int    NOT NULL CHECK (impact BETWEEN 1 AND 5),
    response    text   NOT NULL,
    -- who watches it; erasing a person leaves the risk
    owner       bigint REFERENCES person (id) ON DELETE SET NULL,
    -- the sign that it is about to happen
    trigger     text   NOT NULL DEFAULT '',
    review_by   date,
    words       text   NOT NULL DEFAULT ''
);
CREATE INDEX risk_review_of ON risk_review (risk, id DESC);

CREATE TABLE project_issue (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    -- shown as EN-04
    number      int    NOT NULL UNIQUE CHECK (number > 0),
    title       text   NOT NULL,
    consequence text   NOT NULL DEFAULT '',
    impact      int CHECK (impact BETWEEN 1 AND 5),
    owner       bigint REFERENCES person (id) ON DELETE SET NULL,
    due         date,
    -- the risk that came true, if it was one
    risk        bigint REFERENCES risk (id),
    deliverable bigint REFERENCES deliverable (id) ON DELETE SET NULL,
    body        bigint REFERENCES body (id),
    opened_on   date   NOT NULL,
    closed_on   date,
    outcome     text   NOT NULL DEFAULT ''
);
CREATE INDEX project_issue_risk ON project_issue (risk);
