-- Room: document. Without a list of pending entries: reading it made a search ten times slower until the next vacuum.
ALTER INDEX document_index_words SET (fastupdate = off);
