-- Room: newsletter. How many times the page of an issue was asked for, by whomever: nobody is followed.
ALTER TABLE issue ADD views bigint NOT NULL DEFAULT 0;
