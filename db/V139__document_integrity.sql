-- Room: document. When each content was last seen whole on the disk, and since when one is not.
ALTER TABLE document_content ADD COLUMN checked_at timestamptz, ADD COLUMN lost_at timestamptz;
CREATE INDEX document_content_checked ON document_content (checked_at NULLS FIRST);
