package ca.greffier.command;

import ca.greffier.text.Language;
import java.util.Optional;

/**
 * Who gives a command: a person of the directory, or a stranger known only by an address.
 *
 * @param person empty for a stranger
 * @param identity how the door knew them
 */
public record Actor(
    Optional<PersonId> person, Identity identity, String name, Language language, Role role) {

  public static Actor stranger(Identity identity, Language language) {
    return new Actor(Optional.empty(), identity, identity.value(), language, Role.ANYONE);
  }

  /** The person; a command that needs MEMBER or more always has one. */
  public PersonId known() {
    return person.orElseThrow(() -> new Refusal("desk.unlinked"));
  }
}
