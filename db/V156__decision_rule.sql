-- Room: minutes. What it took to adopt a motion when it was voted on: the rule of the body may change since.
ALTER TABLE decision
    ADD rule text NOT NULL DEFAULT 'MAJORITY' CHECK (rule IN ('MAJORITY', 'TWO_THIRDS', 'UNANIMITY'));
