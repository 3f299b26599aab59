-- Room: directory. Signing in to the web pages: the links that were asked for, the sessions they opened, and how often
-- somebody knocked. Of every secret only a hash is kept.
CREATE TABLE sign_in (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    -- of the link's token and of the browser that asked: neither is of use without the other
    hash       text        NOT NULL UNIQUE,
    person     bigint      NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    expires_at timestamptz NOT NULL,
    used_at    timestamptz
);

CREATE TABLE web_session (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    hash       text        NOT NULL UNIQUE,
    person     bigint      NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    -- the first, the second… session of this person: what they are shown
    number     int         NOT NULL,
    opened_at  timestamptz NOT NULL,
    seen_at    timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    ended_at   timestamptz,
    UNIQUE (person, number)
);

-- Counted for a day, by address and by machine; the name of each is a keyed hash.
CREATE TABLE knock (
    id  bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    who text        NOT NULL,
    at  timestamptz NOT NULL
);
CREATE INDEX knock_who ON knock (who, at);
CREATE INDEX knock_at ON knock (at);
