package ca.greffier.minutes;

import ca.greffier.command.PersonId;
import java.time.Instant;

/** Somebody came or left once the sitting was open. */
record Movement(PersonId person, Standing standing, Instant at) {}
