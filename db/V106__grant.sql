-- Room: budget. Who pays: agreements with funders, and what each gives to each line (domain.md K17).
CREATE TABLE grant_agreement (
    id        bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    funder    text   NOT NULL,
    title     text   NOT NULL,
    -- its number at the funder's
    reference text   NOT NULL DEFAULT '',
    amount    bigint NOT NULL CHECK (amount > 0),
    starts_on date   NOT NULL,
    ends_on   date   NOT NULL CHECK (ends_on > starts_on),
    -- how much of it may go from one line to another without asking; null when nothing is said
    movable   int    CHECK (movable BETWEEN 0 AND 100),
    noted_at  timestamptz NOT NULL,
    noted_by  bigint NOT NULL
);

CREATE TABLE grant_share (
    agreement   bigint NOT NULL REFERENCES grant_agreement (id) ON DELETE CASCADE,
    budget_line bigint NOT NULL REFERENCES budget_line (id),
    amount      bigint NOT NULL CHECK (amount > 0),
    PRIMARY KEY (agreement, budget_line)
);
CREATE INDEX grant_share_line ON grant_share (budget_line);

-- A line that is kept for the unforeseen.
ALTER TABLE budget_line ADD COLUMN reserve boolean NOT NULL DEFAULT false;
ALTER TABLE budget_line DROP COLUMN body;
