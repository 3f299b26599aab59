-- Room: meeting. The rules by which a body meets, where they differ from what is usual for its kind; every change is kept.
ALTER TABLE body DROP CONSTRAINT body_kind_check;
ALTER TABLE body ADD CONSTRAINT body_kind_check
    CHECK (kind IN ('PROJECT', 'STEERING', 'WORKING_GROUP', 'SUPPLIER', 'BOARD', 'ASSEMBLY'));

CREATE TABLE body_rule (
    id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    body          bigint      NOT NULL REFERENCES body (id),
    notice        int         NOT NULL CHECK (notice BETWEEN 0 AND 90),
    counted       text        NOT NULL CHECK (counted IN ('WORKING', 'CALENDAR', 'CLEAR')),
    -- a number of members, a share in percent, or, with neither, the majority
    quorum_number int CHECK (quorum_number BETWEEN 1 AND 1000),
    quorum_share  int CHECK (quorum_share BETWEEN 1 AND 100),
    proxies       boolean     NOT NULL,
    official      boolean     NOT NULL,
    sent_within   int         NOT NULL CHECK (sent_within BETWEEN 1 AND 60),
    set_by        bigint      NOT NULL REFERENCES person (id),
    set_at        timestamptz NOT NULL,
    CHECK (quorum_number IS NULL OR quorum_share IS NULL)
);
CREATE INDEX body_rule_body ON body_rule (body, id);

-- How many members had to be there when it was convened: a later rule does not change a past meeting.
ALTER TABLE meeting ADD quorum int;
UPDATE meeting m SET quorum = (SELECT count(*) / 2 + 1 FROM invitation i WHERE i.meeting = m.id) WHERE convened_at IS NOT NULL;

-- Each time the convened are told something new: a change of the text alone keeps the SEQUENCE (RFC 5546, 2.1.4).
ALTER TABLE meeting ADD revision int NOT NULL DEFAULT 0;
