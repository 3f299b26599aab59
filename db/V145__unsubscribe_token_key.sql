-- Room: newsletter. A token is made once for each subscription and each of the house's keys, when somebody subscribes:
-- an issue to a million leaves without making any.
ALTER TABLE unsubscribe_token ADD COLUMN key_mark text NOT NULL DEFAULT '';
CREATE INDEX unsubscribe_token_subscription ON unsubscribe_token (subscription, key_mark);
