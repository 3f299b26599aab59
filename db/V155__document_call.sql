-- Room: document. A public document that calls for answers (projects, candidates, opinions): the last day they are taken. Null for the others.
ALTER TABLE document ADD open_until date;
