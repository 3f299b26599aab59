-- Room: newsletter. An issue may wait for a second person's approval, and for its hour.
ALTER TABLE newsletter ADD approval boolean NOT NULL DEFAULT false;
ALTER TABLE issue
    ADD approved_by  bigint REFERENCES person (id),
    ADD approved_at  timestamptz,
    ADD scheduled_by bigint REFERENCES person (id),
    ADD scheduled_at timestamptz,
    ADD CHECK ((approved_by IS NULL) = (approved_at IS NULL)),
    ADD CHECK (approved_by IS NULL OR approved_by <> author),
    ADD CHECK ((scheduled_by IS NULL) = (scheduled_at IS NULL));
CREATE INDEX issue_scheduled ON issue (scheduled_at) WHERE sent_at IS NULL;
