-- Room: newsletter. The lists, who is on them and by what consent, the issues sent to them.
CREATE TABLE newsletter (
    id     bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    -- in addresses of pages and in List-Id
    code   text NOT NULL UNIQUE CHECK (code ~ '^[a-z0-9][a-z0-9-]*$'),
    title  text NOT NULL,
    -- the number of its latest issue
    issues int  NOT NULL DEFAULT 0
);

CREATE TABLE subscriber (
    id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    address      text NOT NULL UNIQUE CHECK (address = lower(address)),
    given_name   text NOT NULL,
    family_name  text NOT NULL,
    language     text NOT NULL CHECK (language IN ('FRENCH', 'ENGLISH')),
    organisation text NOT NULL
);

-- A subscription is never deleted: it proves the consent, and that its withdrawal was honoured (S.C. 2010, c. 23, s. 13).
CREATE TABLE subscription (
    id              bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    newsletter      bigint NOT NULL REFERENCES newsletter (id),
    subscriber      bigint NOT NULL REFERENCES subscriber (id),
    basis           text   NOT NULL CHECK (basis IN ('EXPRESS', 'MEMBERSHIP', 'INQUIRY', 'CONTRACT', 'PURCHASE')),
    given_on        date   NOT NULL,
    -- the first day without consent; null when it has no end yet
    expires_on      date CHECK (basis <> 'EXPRESS' OR expires_on IS NULL),
    -- where the consent was recorded: a file and its line, the invocation in the journal
    evidence        text   NOT NULL,
    invocation      text   NOT NULL,
    unsubscribed_at timestamptz,
    UNIQUE (newsletter, subscriber)
);

-- Several tokens may lead to one subscription: the house's key can be changed while letters are on their way.
CREATE TABLE unsubscribe_token (
    hash         text   PRIMARY KEY,
    subscription bigint NOT NULL REFERENCES subscription (id)
);

CREATE TABLE issue (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    newsletter bigint      NOT NULL REFERENCES newsletter (id),
    number     int         NOT NULL,
    title      text        NOT NULL,
    contents   text        NOT NULL,
    author     bigint      NOT NULL REFERENCES person (id),
    written_at timestamptz NOT NULL,
    -- who gave the order to send it, and when; null while it is a draft
    sender     bigint REFERENCES person (id),
    sent_at    timestamptz,
    UNIQUE (newsletter, number),
    CHECK ((sender IS NULL) = (sent_at IS NULL))
);
