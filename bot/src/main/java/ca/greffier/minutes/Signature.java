package ca.greffier.minutes;

import ca.greffier.command.PersonId;
import ca.greffier.directory.Function;
import java.time.Instant;

/** Who signed minutes, as what. */
record Signature(Function function, PersonId person, Instant at) {}
