-- Room: minutes. An action may come from elsewhere than a meeting: from a measure chosen for a gap (E-7).
ALTER TABLE action_item
    ALTER COLUMN meeting DROP NOT NULL,
    ADD COLUMN origin text,
    ADD CONSTRAINT action_item_from CHECK (meeting IS NOT NULL OR origin IS NOT NULL);
