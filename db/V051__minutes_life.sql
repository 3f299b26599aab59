-- Room: minutes. The sitting itself, its votes, and what becomes of the minutes: corrected, approved, signed, sealed.
CREATE TABLE sitting (
    meeting   bigint PRIMARY KEY REFERENCES meeting (id),
    opened_at timestamptz NOT NULL,
    opened_by bigint      NOT NULL REFERENCES person (id),
    ended_at  timestamptz CHECK (ended_at >= opened_at)
);

-- Once the sitting is open, each coming and going.
CREATE TABLE attendance_change (
    id       bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    meeting  bigint      NOT NULL REFERENCES meeting (id),
    person   bigint      NOT NULL REFERENCES person (id),
    standing text        NOT NULL,
    at       timestamptz NOT NULL
);
CREATE INDEX attendance_change_meeting ON attendance_change (meeting);

ALTER TABLE attendance DROP CONSTRAINT attendance_standing_check;
ALTER TABLE attendance ADD CONSTRAINT attendance_standing_check
    CHECK (standing IN ('PRESENT', 'ABSENT', 'EXCUSED', 'REPRESENTED'));

-- Under which item of the ordre du jour it was said or decided.
ALTER TABLE note ADD item bigint REFERENCES agenda_item (id) ON DELETE SET NULL;
ALTER TABLE decision
    ADD item      bigint REFERENCES agenda_item (id) ON DELETE SET NULL,
    ADD mover     bigint REFERENCES person (id),
    ADD seconder  bigint REFERENCES person (id),
    ADD in_favour int CHECK (in_favour >= 0),
    ADD against   int CHECK (against >= 0),
    ADD abstained int CHECK (abstained >= 0),
    ADD outcome   text NOT NULL DEFAULT 'CONSENSUS'
        CHECK (outcome IN ('CONSENSUS', 'UNANIMOUS', 'MAJORITY', 'REJECTED', 'WITHDRAWN', 'TABLED', 'POSTPONED')),
    ADD dissent   text NOT NULL DEFAULT '',
    ADD CHECK (mover IS NULL OR seconder IS NULL OR mover <> seconder),
    ADD CHECK ((in_favour IS NULL) = (against IS NULL) AND (against IS NULL) = (abstained IS NULL));

-- Approved at a later meeting, signed by two, then sealed: the seal is the SHA-256 of the seal before it and of what the minutes say.
ALTER TABLE minutes
    ADD official    boolean NOT NULL DEFAULT false,
    ADD approved_at timestamptz,
    ADD approved_in bigint REFERENCES meeting (id),
    ADD amended     boolean NOT NULL DEFAULT false,
    ADD sealed_at   timestamptz,
    ADD seal        text UNIQUE CHECK (seal ~ '^[0-9a-f]{64}$'),
    ADD seal_before text UNIQUE,
    ADD CHECK ((approved_at IS NULL) = (approved_in IS NULL)),
    ADD CHECK ((sealed_at IS NULL) = (seal IS NULL)),
    ADD CHECK (sealed_at IS NULL OR approved_at IS NOT NULL);

CREATE TABLE correction (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    meeting    bigint      NOT NULL REFERENCES meeting (id),
    person     bigint      NOT NULL REFERENCES person (id),
    text       text        NOT NULL,
    at         timestamptz NOT NULL,
    accepted   boolean,
    decided_by bigint REFERENCES person (id),
    decided_at timestamptz,
    CHECK ((accepted IS NULL) = (decided_at IS NULL))
);
CREATE INDEX correction_meeting ON correction (meeting);

CREATE TABLE signature (
    meeting  bigint      NOT NULL REFERENCES meeting (id),
    function text        NOT NULL CHECK (function IN ('CHAIR', 'SECRETARY')),
    person   bigint      NOT NULL REFERENCES person (id),
    at       timestamptz NOT NULL,
    PRIMARY KEY (meeting, function)
);
