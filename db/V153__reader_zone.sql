-- Room: newsletter, outbox. Where a reader is: letters leave at their hours. Null when nobody has said; then it is where the house is.
ALTER TABLE subscriber ADD zone text;
ALTER TABLE campaign_letter ADD zone text;

-- How many letters left for a host of mailboxes in an hour, whatever the node; only of hosts that have a limit.
CREATE TABLE campaign_host_hour (
    hour timestamptz NOT NULL,
    host text        NOT NULL,
    sent int         NOT NULL,
    PRIMARY KEY (hour, host)
) WITH (fillfactor = 50);
