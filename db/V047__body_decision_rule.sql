-- Room: meeting. How a body decides, how many working days before a meeting its documents are due, and whether its minutes say who seconded.
ALTER TABLE body_rule
    ADD decides_by text    NOT NULL DEFAULT 'MAJORITY' CHECK (decides_by IN ('MAJORITY', 'TWO_THIRDS', 'UNANIMITY')),
    ADD documents  int     NOT NULL DEFAULT 5 CHECK (documents BETWEEN 0 AND 60),
    ADD seconders  boolean NOT NULL DEFAULT true;
