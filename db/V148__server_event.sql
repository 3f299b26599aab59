-- Room: outbox. A meeting convened is also an event in the calendar of the server of the body’s channel.
ALTER TABLE outbox
    DROP CONSTRAINT outbox_kind_check,
    ADD CONSTRAINT outbox_kind_check CHECK (kind IN ('letter', 'post', 'event'));
