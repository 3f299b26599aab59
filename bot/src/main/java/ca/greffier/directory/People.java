package ca.greffier.directory;

import ca.greffier.command.Actor;
import ca.greffier.command.Identity;
import ca.greffier.command.PersonId;
import ca.greffier.command.Refusal;
import ca.greffier.command.Who;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** The people of the directory, by number, by address, by account. */
public final class People implements Who {
  private final DirectoryDao dao;

  public People(Jdbi jdbi) {
    this.dao = jdbi.onDemand(DirectoryDao.class);
  }

  /**
   * @throws Refusal when there is no such person
   */
  public Person get(PersonId id) {
    return dao.person(id).orElseThrow(() -> new Refusal("directory.person.unknown", id.value()));
  }

  public Optional<Person> byEmail(String address) {
    return dao.byEmail(address.trim().toLowerCase(Locale.ROOT));
  }

  /**
   * Makes somebody the first administrator of an empty directory; of any other, nobody.
   *
   * @return true when it was done
   */
  public boolean found(String address) {
    return dao.found(address.trim().toLowerCase(Locale.ROOT)) > 0;
  }

  /** Everybody, by family name. */
  public List<Person> all() {
    return dao.people();
  }

  @Override
  public Optional<Actor> person(PersonId id) {
    return dao.person(id).map(person -> actor(person, Identity.email(person.email())));
  }

  @Override
  public Optional<Actor> identity(Identity identity) {
    return switch (identity.where()) {
      case EMAIL -> byEmail(identity.value()).map(person -> actor(person, identity));
      case DISCORD -> dao.byDiscord(identity.value()).map(person -> actor(person, identity));
      case LINK -> Optional.empty();
    };
  }

  private static Actor actor(Person person, Identity identity) {
    return new Actor(
        Optional.of(person.id()), identity, person.fullName(), person.language(), person.role());
  }

  /** Those who look after Greffier itself. */
  public List<Person> administrators() {
    return dao.administrators();
  }

  /** Where a private word reaches them on Discord, as a post names it; empty without an account. */
  public Optional<String> privateChannel(PersonId person) {
    return dao.account(person).map(account -> "@" + account);
  }
}
