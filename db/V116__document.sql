-- Room: document. The shared register: versions are added, never changed; files are kept on disk by their SHA-256.
CREATE TABLE document (
    id             bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    -- shown as D-12; never used again
    number         int    NOT NULL UNIQUE CHECK (number > 0),
    title          text   NOT NULL,
    body           bigint REFERENCES body (id),
    classification text   NOT NULL CHECK (classification IN ('PUBLIC', 'INTERNAL', 'CONFIDENTIAL')),
    language       text   NOT NULL CHECK (language IN ('FRENCH', 'ENGLISH')),
    status         text   NOT NULL CHECK (status IN ('DRAFT', 'REVIEW', 'APPROVED', 'OBSOLETE')),
    -- it may not be withdrawn before that day
    keep_until     date,
    withdrawn_on   date,
    withdrawn_why  text   NOT NULL DEFAULT ''
);

-- One content, however many documents have it. Its text is found by a sweep, in a process of its own.
CREATE TABLE document_content (
    sha256     text        PRIMARY KEY CHECK (sha256 ~ '^[0-9a-f]{64}$'),
    size       bigint      NOT NULL,
    file_type  text        NOT NULL,
    added_at   timestamptz NOT NULL,
    -- null while nobody has read it yet
    text_state text CHECK (text_state IN ('READ', 'EMPTY', 'FAILED')),
    -- the message that says why not
    text_fault text,
    text       text        NOT NULL DEFAULT '',
    tries      int         NOT NULL DEFAULT 0,
    tried_at   timestamptz
);
CREATE INDEX document_content_unread ON document_content (added_at) WHERE text_state IS NULL;

-- A file or a link, exactly one.
CREATE TABLE document_version (
    document    bigint      NOT NULL REFERENCES document (id),
    number      int         NOT NULL CHECK (number > 0),
    added_at    timestamptz NOT NULL,
    added_by    bigint,
    note        text        NOT NULL DEFAULT '',
    file_name   text,
    sha256      text REFERENCES document_content (sha256),
    link        text,
    approved_at timestamptz,
    approved_by bigint,
    PRIMARY KEY (document, number),
    CHECK ((sha256 IS NULL) <> (link IS NULL)),
    CHECK ((sha256 IS NULL) = (file_name IS NULL))
);
CREATE INDEX document_version_content ON document_version (sha256);

-- What it is attached to, in a room above: (DELIVERABLE, L-12), (MEETING, 4), (DECISION, CD-2026-001).
CREATE TABLE document_attachment (
    document bigint NOT NULL REFERENCES document (id),
    kind     text   NOT NULL CHECK (kind IN ('DELIVERABLE', 'MEETING', 'DECISION')),
    key      text   NOT NULL,
    PRIMARY KEY (document, kind, key)
);
CREATE INDEX document_attachment_of ON document_attachment (kind, key);
