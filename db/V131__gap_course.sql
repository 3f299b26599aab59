-- Room: gap. Opportunities beside drifts; what people do about a gap: put it off until a day, accept it, choose a measure; and what came of the measure.
ALTER TABLE gap
    DROP CONSTRAINT gap_severity_check,
    ADD CONSTRAINT gap_severity_check CHECK (severity IN ('OPPORTUNITY', 'STALE', 'WATCH', 'CRITICAL')),
    DROP CONSTRAINT gap_told_severity_check,
    ADD CONSTRAINT gap_told_severity_check CHECK (told_severity IN ('OPPORTUNITY', 'STALE', 'WATCH', 'CRITICAL')),
    DROP CONSTRAINT gap_state_check,
    ADD CONSTRAINT gap_state_check CHECK (state IN ('OPEN', 'TAKEN', 'SNOOZED', 'ACCEPTED', 'RESOLVED')),
    -- nothing more is said of it before this day
    ADD COLUMN until date,
    -- why it was put off or accepted
    ADD COLUMN reason text,
    -- how large it is, in the unit of its rule: days, cents, rounds
    ADD COLUMN size   double precision NOT NULL DEFAULT 0,
    ADD CONSTRAINT gap_until CHECK ((state = 'SNOOZED') = (until IS NOT NULL));

ALTER TABLE gap_event
    DROP CONSTRAINT gap_event_what_check,
    ADD CONSTRAINT gap_event_what_check CHECK (what IN ('OPENED', 'WORSENED', 'EASED', 'TAKEN', 'SETTLED', 'CLEARED',
        'SNOOZED', 'WOKEN', 'ACCEPTED', 'CHOSEN', 'SHRANK', 'SAME', 'GREW')),
    ADD COLUMN reason text;

-- A measure of the catalogue that this project added; those of the house are messages. Never deleted, since gaps name it.
CREATE TABLE own_measure (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    situation  text        NOT NULL,
    words      text        NOT NULL CHECK (words <> ''),
    added_by   bigint      NOT NULL,
    added_at   timestamptz NOT NULL,
    retired_at timestamptz
);

-- A measure that somebody chose for a gap, and whether the gap shrank: looked at after 7 and 14 days.
CREATE TABLE chosen_measure (
    id        bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    gap       bigint           NOT NULL REFERENCES gap (id) ON DELETE CASCADE,
    measure   text             NOT NULL,
    owner     bigint           NOT NULL,
    due       date             NOT NULL,
    -- what it costs, in cents, when it is known
    cost      bigint CHECK (cost >= 0),
    -- the action that came of it
    action    text             NOT NULL,
    chosen_by bigint           NOT NULL,
    chosen_at timestamptz      NOT NULL,
    -- how large the gap was then
    size      double precision NOT NULL,
    looks     int              NOT NULL DEFAULT 0 CHECK (looks BETWEEN 0 AND 2),
    outcome   text CHECK (outcome IN ('GONE', 'SHRANK', 'SAME', 'GREW')),
    CHECK ((looks = 0) = (outcome IS NULL))
);
CREATE INDEX chosen_measure_gap ON chosen_measure (gap);
CREATE INDEX chosen_measure_due ON chosen_measure (chosen_at) WHERE looks < 2;
