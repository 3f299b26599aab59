-- Room: dashboard. Who else may look at the board, until a day: a committee. The address is derived from the house's key and kept nowhere.
CREATE TABLE board_share (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    -- for whom
    name       text        NOT NULL CHECK (name <> ''),
    created_by bigint      NOT NULL,
    created_at timestamptz NOT NULL,
    -- the last day it opens
    until      date        NOT NULL,
    revoked_at timestamptz,
    -- how often it was opened, and when last: nobody is counted by name
    seen       int         NOT NULL DEFAULT 0,
    seen_at    timestamptz
);
