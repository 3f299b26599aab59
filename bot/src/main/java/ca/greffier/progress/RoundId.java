package ca.greffier.progress;

import ca.greffier.store.Id;

/** A round of questions to one body. */
public record RoundId(long value) implements Id {}
