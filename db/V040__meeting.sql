-- Room: meeting. Meetings of a body, and what each invited person answered.
CREATE TABLE meeting (
    id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    body          bigint      NOT NULL REFERENCES body (id),
    title         text        NOT NULL,
    starts_at     timestamptz NOT NULL,
    minutes       int         NOT NULL CHECK (minutes > 0),
    place         text        NOT NULL DEFAULT '',
    agenda        text        NOT NULL DEFAULT '',
    -- iCalendar: the uid is for life; the sequence grows when the time or the state changes (RFC 5546, 2.1.4)
    uid           text        NOT NULL UNIQUE,
    sequence      int         NOT NULL DEFAULT 0,
    state         text        NOT NULL DEFAULT 'PLANNED' CHECK (state IN ('PLANNED', 'CONVENED', 'CLOSED', 'CANCELLED')),
    -- who convened it, when, and whether the notice delay was waived
    convener      bigint REFERENCES person (id),
    convened_at   timestamptz,
    notice_waived boolean     NOT NULL DEFAULT false,
    CHECK (state = 'PLANNED' OR state = 'CANCELLED' OR (convener IS NOT NULL AND convened_at IS NOT NULL))
);
CREATE INDEX meeting_starts ON meeting (starts_at);

CREATE TABLE invitation (
    meeting        bigint NOT NULL REFERENCES meeting (id),
    person         bigint NOT NULL REFERENCES person (id),
    ask            bigint NOT NULL REFERENCES ask (id),
    presence       text CHECK (presence IN ('YES', 'NO', 'MAYBE')),
    answered_at    timestamptz,
    -- which version of the meeting was answered, and when it was written: older answers are ignored (RFC 5546, 2.1.5)
    reply_sequence int,
    reply_stamp    timestamptz,
    reminded_at    timestamptz,
    PRIMARY KEY (meeting, person)
);
