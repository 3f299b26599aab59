-- Room: plan. How many working days a deliverable takes, where that is known: without it, nobody can say how far what comes before may slip.
CREATE TABLE deliverable_span (
    deliverable bigint PRIMARY KEY REFERENCES deliverable (id) ON DELETE CASCADE,
    days        int    NOT NULL CHECK (days BETWEEN 0 AND 2000)
);
