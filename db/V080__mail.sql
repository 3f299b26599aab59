-- Room: mail. Each mail that came in, once, as it came; what was read in it, and what became of it.
CREATE TABLE mail_in (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    -- of the Message-ID and the body: a mail delivered twice is one mail
    key         text        NOT NULL UNIQUE,
    received_at timestamptz NOT NULL,
    sender      text        NOT NULL,
    subject     text        NOT NULL,
    raw         bytea       NOT NULL,
    -- 'new' until its effect is committed
    state       text        NOT NULL DEFAULT 'new'
                CHECK (state IN ('new', 'done', 'answered', 'ignored', 'human', 'filed')),
    -- message key of what was understood, and a detail in the mail's own words
    reason      text,
    detail      text
);
CREATE INDEX mail_in_human ON mail_in (id) WHERE state = 'human';
CREATE INDEX mail_in_answered ON mail_in (sender, received_at) WHERE state = 'answered';
