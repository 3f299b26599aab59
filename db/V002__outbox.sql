-- Room: outbox. One row for each letter or post; a row is claimed, carried outside any transaction, and settled.
CREATE TABLE outbox (
    id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    once_key     text        NOT NULL UNIQUE,
    kind         text        NOT NULL CHECK (kind IN ('letter', 'post')),
    addressee    text        NOT NULL,
    payload      jsonb       NOT NULL,
    created_at   timestamptz NOT NULL,
    not_before   timestamptz NOT NULL,
    state        text        NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'claimed', 'sent', 'refused')),
    attempts     int         NOT NULL DEFAULT 0,
    lease_until  timestamptz,
    -- handed to the transport: if its node dies now, nobody knows whether it got out
    carrying     boolean     NOT NULL DEFAULT false,
    -- carried again without knowing whether the first attempt got out: listed by name
    doubtful     boolean     NOT NULL DEFAULT false,
    settled_at   timestamptz,
    answer       text
);
CREATE INDEX outbox_due ON outbox (not_before) WHERE state = 'waiting';
CREATE INDEX outbox_claimed ON outbox (lease_until) WHERE state = 'claimed';

-- Addresses nothing more is sent to, and why (domain.md E11).
CREATE TABLE suppression (
    address text        PRIMARY KEY,
    reason  text        NOT NULL,
    at      timestamptz NOT NULL
);
