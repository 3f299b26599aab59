-- Room: exchange. What a deliverable is called in the schedule it came from, so that the same file again, or a later one of
-- the same schedule, corrects it instead of adding it twice.
CREATE TABLE deliverable_source (
    -- whose schedule it is: the body's code, or the name that was given
    source      text   NOT NULL CHECK (length(source) BETWEEN 1 AND 60),
    -- stable in that schedule
    task        text   NOT NULL CHECK (length(task) BETWEEN 1 AND 200),
    deliverable bigint NOT NULL REFERENCES deliverable (id) ON DELETE CASCADE,
    PRIMARY KEY (source, task),
    UNIQUE (deliverable, source)
);
