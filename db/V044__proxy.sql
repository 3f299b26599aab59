-- Room: meeting. Who votes for somebody who will not be there, where the rules of the body allow it.
ALTER TABLE invitation ADD proxy bigint REFERENCES person (id), ADD CHECK (proxy IS NULL OR (proxy <> person AND presence = 'NO'));
