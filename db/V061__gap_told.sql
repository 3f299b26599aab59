-- Room: gap. What the people in charge were told, since a gap found at night or while nobody was in charge waits;
-- and since when somebody has it.
ALTER TABLE gap
    -- the worst that was told since it was opened or reopened
    ADD COLUMN told_severity text CHECK (told_severity IN ('STALE', 'WATCH', 'CRITICAL')),
    ADD COLUMN taken_at timestamptz;
UPDATE gap SET told_severity = severity WHERE told > 0;
UPDATE gap AS g SET taken_at = (SELECT max(at) FROM gap_event AS e WHERE e.gap = g.id AND e.what = 'TAKEN')
WHERE taken_by IS NOT NULL;
