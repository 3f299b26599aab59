-- Rooms: directory, progress. Who is away from when to when, and who stands in for them. Never why.
CREATE TABLE absence (
    id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    person       bigint      NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    starts       date        NOT NULL,
    -- the last day away
    ends         date        NOT NULL CHECK (ends >= starts),
    substitute   bigint REFERENCES person (id) ON DELETE SET NULL,
    noted_by     bigint      NOT NULL,
    noted_at     timestamptz NOT NULL,
    withdrawn_at timestamptz
);
CREATE INDEX absence_person ON absence (person, ends) WHERE withdrawn_at IS NULL;

-- Somebody who is away is expected, but not asked; whoever stands in is asked for them.
ALTER TABLE progress_expectation ALTER COLUMN ask DROP NOT NULL;
ALTER TABLE progress_expectation ADD COLUMN stands_for bigint REFERENCES person (id) ON DELETE SET NULL;
