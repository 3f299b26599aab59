-- Room: minutes. Which item of the ordre du jour the sitting is at, and since when.
ALTER TABLE sitting
    ADD item    bigint REFERENCES agenda_item (id) ON DELETE SET NULL,
    ADD item_at timestamptz;
