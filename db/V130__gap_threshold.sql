-- Room: gap. The numbers of the rules, as people changed them for this project. Rows are only added: the last of a code counts,
-- the others are its history; a code without any has its usual value.
CREATE TABLE gap_threshold (
    id     bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    -- jalon.tolere
    code   text        NOT NULL,
    value  int         NOT NULL CHECK (value >= 0),
    set_by bigint      NOT NULL,
    set_at timestamptz NOT NULL,
    reason text        NOT NULL CHECK (reason <> '')
);
CREATE INDEX gap_threshold_code ON gap_threshold (code, id);
