-- Room: plan. The address at which somebody's calendar program reads the plan. It is derived from the house's key and kept nowhere; a new
-- number makes a new one, and the old opens nothing.
CREATE TABLE plan_feed (
    person bigint PRIMARY KEY REFERENCES person (id) ON DELETE CASCADE,
    number int    NOT NULL CHECK (number > 0)
);
