-- Room: newsletter. An issue that drafts itself every so many weeks; a person reads it before it leaves.
CREATE TABLE digest (
    newsletter bigint PRIMARY KEY REFERENCES newsletter (id),
    title      text   NOT NULL,
    contents   text   NOT NULL,
    weeks      int    NOT NULL CHECK (weeks BETWEEN 1 AND 52),
    -- who gets the draft, in whose language its passages are filled
    author     bigint NOT NULL REFERENCES person (id),
    next_on    date   NOT NULL
);
