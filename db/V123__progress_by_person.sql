-- Room: progress. What somebody said last is looked up at each answer.
CREATE INDEX progress_answer_person ON progress_answer (person, id);
