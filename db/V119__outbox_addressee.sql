-- Room: outbox. "What was sent to me?" is asked by people, of a table that keeps every letter.
CREATE INDEX outbox_addressee ON outbox (addressee, id);
