-- Room: directory. The secret addresses at which somebody's calendar program reads what concerns them: one for each feed.
ALTER TABLE plan_feed RENAME TO feed;
ALTER TABLE feed ADD feed text NOT NULL DEFAULT 'plan';
ALTER TABLE feed DROP CONSTRAINT plan_feed_pkey;
ALTER TABLE feed ADD PRIMARY KEY (person, feed);
