package ca.greffier.console;

import ca.greffier.command.Actor;
import ca.greffier.command.Asks;
import ca.greffier.command.Desk;
import ca.greffier.command.Identity;
import ca.greffier.command.Journal;
import ca.greffier.command.PersonId;
import ca.greffier.command.Role;
import ca.greffier.command.Tokens;
import ca.greffier.command.Who;
import ca.greffier.house.TestStore;
import ca.greffier.store.Store;
import ca.greffier.text.Language;
import java.nio.file.Path;
import java.util.Optional;

/** The {@link Toys} at a Desk on a real database, and three people who may play. */
final class ToyHouse implements Who {
  static final Identity SECRETARY = Identity.email("camille@biblio.example");
  static final Identity MEMBER = Identity.email("sam@biblio.example");
  static final Identity ENGLISH = Identity.email("david@csl.example");

  final Toys toys = new Toys();
  final Store store = TestStore.fresh();
  final Journal journal = new Journal(store.jdbi());
  final Desk desk =
      new Desk(
          store.jdbi(),
          toys.commands,
          this,
          new Asks(store.jdbi(), new Tokens(new byte[32]), toys.clock),
          toys.clock,
          () -> {});

  ConsoleDoor door(Path folder) {
    return new ConsoleDoor(desk, toys.commands, this, toys.messages, folder);
  }

  @Override
  public Optional<Actor> person(PersonId id) {
    return Optional.empty();
  }

  @Override
  public Optional<Actor> identity(Identity identity) {
    if (identity.equals(SECRETARY)) return actor(1, identity, "Camille", Role.SECRETARY, "fr");
    if (identity.equals(MEMBER)) return actor(2, identity, "Sam", Role.MEMBER, "fr");
    if (identity.equals(ENGLISH)) return actor(3, identity, "David", Role.SECRETARY, "en");
    return Optional.empty();
  }

  private static Optional<Actor> actor(
      long number, Identity identity, String name, Role role, String tag) {
    PersonId person = new PersonId(number);
    return Optional.of(new Actor(Optional.of(person), identity, name, Language.of(tag), role));
  }
}
