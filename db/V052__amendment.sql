-- Room: minutes. How a motion was changed before it was voted on (domain.md M11).
CREATE TABLE amendment (
    id        bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    decision  bigint      NOT NULL REFERENCES decision (id),
    text      text        NOT NULL,
    -- of an amendment, not of the motion itself: a sous-amendement
    sub       boolean     NOT NULL,
    mover     bigint REFERENCES person (id),
    seconder  bigint REFERENCES person (id),
    in_favour int CHECK (in_favour >= 0),
    against   int CHECK (against >= 0),
    abstained int CHECK (abstained >= 0),
    outcome   text        NOT NULL CHECK (outcome IN ('CONSENSUS', 'UNANIMOUS', 'MAJORITY', 'REJECTED', 'WITHDRAWN', 'TABLED', 'POSTPONED')),
    at        timestamptz NOT NULL,
    CHECK (mover IS NULL OR seconder IS NULL OR mover <> seconder)
);
CREATE INDEX amendment_decision ON amendment (decision);
