package ca.greffier.directory;

import ca.greffier.command.PersonId;
import ca.greffier.command.Role;
import ca.greffier.text.Language;
import org.jspecify.annotations.Nullable;

/**
 * Somebody the project deals with.
 *
 * @param email in lower case
 * @param organisation its name
 */
public record Person(
    PersonId id,
    String givenName,
    String familyName,
    String email,
    Language language,
    String title,
    @Nullable String organisation,
    Role role) {

  public String fullName() {
    return (givenName + " " + familyName).trim();
  }
}
