-- Room: outbox. A letter to many: its words once, and a row for each of those it goes to.
CREATE TABLE campaign (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    once_key   text        NOT NULL UNIQUE,
    -- addressed to nobody
    letter     jsonb       NOT NULL,
    state      text        NOT NULL CHECK (state IN ('running', 'paused', 'cancelled', 'done')),
    -- when it paused by itself: what the servers said
    reason     text,
    created_at timestamptz NOT NULL,
    not_before timestamptz NOT NULL,
    ended_at   timestamptz
);
CREATE INDEX campaign_running ON campaign (id) WHERE state = 'running';

-- Its number is that of a parcel: one series for all that leaves. What is marked when a letter is settled is in no
-- index, and its page has room for the new version: a million marks leave no trace in the indexes. No foreign key, which
-- would look its campaign up a million times: all of them are written by the statement that has just written it.
CREATE TABLE campaign_letter (
    id         bigint      PRIMARY KEY DEFAULT nextval('outbox_id_seq'),
    campaign   bigint      NOT NULL,
    once_key   text        NOT NULL,
    -- what one click ends: abonnement:17
    thing      text        NOT NULL,
    addressee  text        NOT NULL,
    name       text        NOT NULL,
    language   text        NOT NULL CHECK (language IN ('FRENCH', 'ENGLISH')),
    created_at timestamptz NOT NULL,
    -- later: the outbox tries it again, one by one, under the same key
    state      text        NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'sent', 'refused', 'withdrawn', 'later')),
    doubtful   boolean     NOT NULL DEFAULT false,
    settled_at timestamptz,
    answer     text
) WITH (fillfactor = 60);
CREATE INDEX campaign_letter_addressee ON campaign_letter (addressee, id);

-- Letters that one connection carries, one after the other; gone when all are settled.
CREATE TABLE campaign_chunk (
    first       bigint PRIMARY KEY,
    last        bigint NOT NULL,
    campaign    bigint NOT NULL REFERENCES campaign (id),
    -- who claimed it last; a line that was too slow finds another's number
    claim       bigint,
    lease_until timestamptz,
    -- the letter whose end may be with the server: if its node dies now, nobody knows
    carrying    bigint
) WITH (fillfactor = 50);
CREATE SEQUENCE campaign_claim;

-- How many letters left in an hour, whatever the node: what the limits are counted by.
CREATE TABLE campaign_hour (
    hour timestamptz PRIMARY KEY,
    sent int NOT NULL
) WITH (fillfactor = 50);

-- All that leaves or left, one by one or to many.
CREATE VIEW parcel AS
    SELECT id, once_key, kind, addressee, state, attempts, doubtful, created_at, settled_at, answer
    FROM outbox
    UNION ALL
    SELECT id, once_key, 'letter', addressee, state, 1, doubtful, created_at, settled_at, answer
    FROM campaign_letter WHERE state <> 'later';
