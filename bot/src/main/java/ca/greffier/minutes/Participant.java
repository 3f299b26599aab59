package ca.greffier.minutes;

import ca.greffier.directory.Person;

/**
 * Somebody who was expected at a meeting, or came.
 *
 * @param member false for a guest, who does not count for the quorum
 */
public record Participant(Person person, Standing standing, boolean member) {
  boolean counts() {
    return member && (standing == Standing.PRESENT || standing == Standing.REPRESENTED);
  }
}
