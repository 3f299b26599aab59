-- Room: newsletter. Where a subscriber is and what kind of member they are; an issue may go to some of its list only.
ALTER TABLE subscriber
    ADD region   text NOT NULL DEFAULT '',
    ADD category text NOT NULL DEFAULT '';
ALTER TABLE issue
    ADD to_language text CHECK (to_language IN ('FRENCH', 'ENGLISH')),
    ADD to_body     bigint REFERENCES body (id),
    ADD to_region   text NOT NULL DEFAULT '',
    ADD to_category text NOT NULL DEFAULT '';
