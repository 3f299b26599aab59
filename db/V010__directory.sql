-- Room: directory. People, organisations, bodies, mandates with dates, and the accounts people are known by.
CREATE TABLE organisation (
    id   bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name text NOT NULL UNIQUE
);

CREATE TABLE person (
    id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    given_name   text   NOT NULL,
    family_name  text   NOT NULL,
    email        text   NOT NULL UNIQUE CHECK (email = lower(email)),
    language     text   NOT NULL CHECK (language IN ('FRENCH', 'ENGLISH')),
    title        text   NOT NULL DEFAULT '',
    organisation bigint REFERENCES organisation (id),
    role         text   NOT NULL DEFAULT 'MEMBER' CHECK (role IN ('MEMBER', 'SECRETARY', 'ADMIN'))
);

-- A Discord account; the email address is in the person's own row.
CREATE TABLE discord_account (
    user_id   text        PRIMARY KEY,
    person    bigint      NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    linked_at timestamptz NOT NULL
);

-- One-time codes that link an account; only their hash is kept.
CREATE TABLE link_code (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    identity   text        NOT NULL,
    address    text        NOT NULL,
    hash       text        NOT NULL,
    created_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    tries      int         NOT NULL DEFAULT 0,
    used_at    timestamptz
);
CREATE INDEX link_code_identity ON link_code (identity, created_at);

CREATE TABLE body (
    id      bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    code    text NOT NULL UNIQUE,
    name    text NOT NULL,
    kind    text NOT NULL CHECK (kind IN ('PROJECT', 'STEERING', 'WORKING_GROUP', 'SUPPLIER')),
    channel text
);

-- Who sits where, from when to when: "who was a member on that date?" is a query.
CREATE TABLE mandate (
    id       bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    body     bigint NOT NULL REFERENCES body (id),
    person   bigint NOT NULL REFERENCES person (id),
    function text   NOT NULL CHECK (function IN ('CHAIR', 'SECRETARY', 'MEMBER', 'MANAGER', 'DIRECTOR')),
    starts   date   NOT NULL,
    ends     date CHECK (ends >= starts),
    UNIQUE (body, person, function, starts)
);
