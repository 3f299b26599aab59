-- Room: newsletter. What a spam filter said of a draft, and of which words (their hash); nothing where none is installed.
ALTER TABLE issue
    ADD judged        text,
    ADD spam_score    numeric(6, 1),
    ADD spam_required numeric(6, 1),
    ADD spam_rules    text;
