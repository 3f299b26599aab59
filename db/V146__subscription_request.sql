-- Room: newsletter. Somebody asked for a list on its page; they are on it once they follow the link of the letter they get.
CREATE TABLE subscription_request (
    id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    newsletter   bigint      NOT NULL REFERENCES newsletter (id),
    address      text        NOT NULL CHECK (address = lower(address)),
    given_name   text        NOT NULL,
    family_name  text        NOT NULL,
    language     text        NOT NULL CHECK (language IN ('FRENCH', 'ENGLISH')),
    asked_at     timestamptz NOT NULL,
    hash         text UNIQUE,
    confirmed_at timestamptz
);
CREATE INDEX subscription_request_address ON subscription_request (address, asked_at);
