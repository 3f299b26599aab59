-- Room: meeting. The items of an ordre du jour, in order; those that somebody proposes have no place until they are accepted.
CREATE TABLE agenda_item (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    meeting     bigint NOT NULL REFERENCES meeting (id),
    position    int CHECK (position > 0),
    title       text   NOT NULL,
    kind        text   NOT NULL CHECK (kind IN ('INFORMATION', 'DISCUSSION', 'DECISION')),
    person      bigint REFERENCES person (id),
    minutes     int CHECK (minutes > 0),
    proposed_by bigint REFERENCES person (id),
    refused_at  timestamptz,
    UNIQUE (meeting, position) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX agenda_item_meeting ON agenda_item (meeting);
