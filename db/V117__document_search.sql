-- Room: document. Search in French: case, accents and plurals do not count.
-- unaccent is trusted: whoever may create in this database may have it. A server that refuses still works, but there
-- accents count; the search says so.
DO $$
BEGIN
    CREATE EXTENSION IF NOT EXISTS unaccent;
EXCEPTION WHEN insufficient_privilege OR undefined_file OR feature_not_supported THEN
    RAISE WARNING 'no unaccent: accents count when documents are searched (%)', SQLERRM;
END $$;

CREATE TEXT SEARCH CONFIGURATION greffier (COPY = french);

DO $$
BEGIN
    IF EXISTS (SELECT FROM pg_ts_dict WHERE dictname = 'unaccent') THEN
        ALTER TEXT SEARCH CONFIGURATION greffier
            ALTER MAPPING FOR hword, hword_part, word WITH unaccent, french_stem;
    END IF;
END $$;

-- The words of a document: its title counts more than the text of its last version.
CREATE TABLE document_index (
    document bigint   PRIMARY KEY REFERENCES document (id) ON DELETE CASCADE,
    words    tsvector NOT NULL
);
CREATE INDEX document_index_words ON document_index USING gin (words);
