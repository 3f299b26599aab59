-- Rooms: directory, progress. When each person may be nudged, and how far up a silence was told (domain.md K19, M5).
CREATE TABLE nudge_hours (
    person bigint PRIMARY KEY REFERENCES person (id) ON DELETE CASCADE,
    -- within the office hours of the house
    opens  time NOT NULL,
    closes time NOT NULL,
    CHECK (closes > opens)
);

-- A second reminder, by the other channel.
ALTER TABLE progress_expectation ADD COLUMN second_at timestamptz;
CREATE INDEX progress_expectation_person ON progress_expectation (person, reminded_at);
-- Whoever leads the body was told that nobody had answered; those rounds that were over before stay as they are.
ALTER TABLE progress_round ADD COLUMN lead_told_at timestamptz;
UPDATE progress_round SET lead_told_at = closes_at WHERE consolidated_at IS NOT NULL;
