-- Room: outbox. What came back of a campaign's letters: bounces that arrived as mail, complaints. The key of the letter says which, once.
CREATE TABLE campaign_return (
    once_key  text        NOT NULL,
    complaint boolean     NOT NULL,
    permanent boolean     NOT NULL,
    status    text        NOT NULL,
    at        timestamptz NOT NULL,
    PRIMARY KEY (once_key, complaint)
);
