-- Room: progress. What a body says it has spent so far: declared, in cents, never booked in the budget.
ALTER TABLE progress_answer ADD COLUMN spent bigint CHECK (spent >= 0);
-- When the answer was given that this one repeats, because nothing has changed.
ALTER TABLE progress_answer ADD COLUMN repeats timestamptz;
