-- Room: meeting. Meetings planned together keep the number of the first of them, so that the rest can be changed at once.
ALTER TABLE meeting ADD series bigint REFERENCES meeting (id);
CREATE INDEX meeting_series ON meeting (series, starts_at) WHERE series IS NOT NULL;
