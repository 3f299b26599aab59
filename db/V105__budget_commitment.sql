-- Room: budget. What the figures of a line are made of: commitments and expenses (domain.md K15, K16).
-- What budget_change holds of committed and spent is what was taken over without its papers.
ALTER TABLE budget_line
    DROP COLUMN authorized, DROP COLUMN committed, DROP COLUMN spent, DROP COLUMN to_commit,
    -- the body whose line it is, when it is not the whole project's
    ADD COLUMN body bigint REFERENCES body (id);

CREATE TABLE commitment (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    budget_line bigint NOT NULL REFERENCES budget_line (id),
    kind        text   NOT NULL CHECK (kind IN ('CONTRACT', 'ORDER')),
    title       text   NOT NULL,
    supplier    text   NOT NULL,
    -- its number at the supplier's or in the accounts
    reference   text   NOT NULL DEFAULT '',
    signed_on   date   NOT NULL,
    ends_on     date   CHECK (ends_on >= signed_on),
    closed_on   date
);
CREATE INDEX commitment_line ON commitment (budget_line);

-- Every amount it ever had, taxes in: at its signature, at each amendment, at its closing.
CREATE TABLE commitment_amount (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    commitment bigint      NOT NULL REFERENCES commitment (id) ON DELETE CASCADE,
    amount     bigint      NOT NULL CHECK (amount >= 0),
    why        text        NOT NULL DEFAULT '',
    at         timestamptz NOT NULL,
    person     bigint
);
CREATE INDEX commitment_amount_of ON commitment_amount (commitment, id);

-- An invoice, with or without a commitment. Only a credit note is negative, and it names what it credits.
CREATE TABLE expense (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    budget_line bigint      NOT NULL REFERENCES budget_line (id),
    commitment  bigint      REFERENCES commitment (id),
    supplier    text        NOT NULL,
    reference   text        NOT NULL,
    dated       date        NOT NULL,
    net         bigint      NOT NULL,
    tps         bigint      NOT NULL,
    tvq         bigint      NOT NULL,
    credits     bigint      REFERENCES expense (id),
    at          timestamptz NOT NULL,
    person      bigint,
    CHECK ((credits IS NULL AND net > 0 AND tps >= 0 AND tvq >= 0)
        OR (credits IS NOT NULL AND net < 0 AND tps <= 0 AND tvq <= 0))
);
CREATE INDEX expense_line ON expense (budget_line);
CREATE INDEX expense_commitment ON expense (commitment);
CREATE INDEX expense_credits ON expense (credits);
-- the same invoice is entered once
CREATE UNIQUE INDEX expense_once ON expense (lower(supplier), lower(reference));
