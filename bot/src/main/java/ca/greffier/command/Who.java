package ca.greffier.command;

import java.util.Optional;

/** Finds people for the doors; the directory answers. */
public interface Who {
  Optional<Actor> person(PersonId id);

  Optional<Actor> identity(Identity identity);
}
