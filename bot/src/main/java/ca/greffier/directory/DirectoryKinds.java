package ca.greffier.directory;

import ca.greffier.command.Kind;
import ca.greffier.command.Refusal;
import ca.greffier.command.Suggestion;
import ca.greffier.text.Folded;
import java.util.List;

/** Parameters that name a person (by address) or a body (by code). */
public final class DirectoryKinds {
  private static final int MOST = 25;

  private final People people;
  private final Bodies bodies;

  public DirectoryKinds(People people, Bodies bodies) {
    this.people = people;
    this.bodies = bodies;
  }

  public Kind<Person> person() {
    return new PersonKind();
  }

  public Kind<Body> body() {
    return new BodyKindOfParam();
  }

  private static boolean fits(String typed, String... words) {
    String wanted = Folded.of(typed);
    for (String word : words) {
      if (Folded.of(word).contains(wanted)) return true;
    }
    return false;
  }

  private final class PersonKind implements Kind<Person> {
    /** An address, or a name when only one person has it. */
    @Override
    public Person parse(String typed) {
      return people.byEmail(typed).orElseGet(() -> byName(typed));
    }

    private Person byName(String typed) {
      List<Person> named =
          people.all().stream()
              .filter(p -> Folded.of(p.fullName()).equals(Folded.of(typed)))
              .toList();
      if (named.size() == 1) return named.getFirst();
      throw new Refusal(
          named.isEmpty() ? "directory.person.unknown" : "directory.person.several", typed);
    }

    @Override
    public String write(Person person) {
      return person.email();
    }

    @Override
    public boolean suggests() {
      return true;
    }

    @Override
    public List<Suggestion> suggest(String typed) {
      return people.all().stream()
          .filter(person -> fits(typed, person.fullName(), person.email()))
          .limit(MOST)
          .map(person -> new Suggestion(person.email(), person.fullName()))
          .toList();
    }
  }

  private final class BodyKindOfParam implements Kind<Body> {
    @Override
    public Body parse(String typed) {
      return bodies
          .byCode(typed)
          .orElseThrow(() -> new Refusal("directory.body.unknown", typed, codes()));
    }

    private String codes() {
      return String.join(", ", bodies.all().stream().map(Body::code).limit(MOST).toList());
    }

    @Override
    public String write(Body body) {
      return body.code();
    }

    @Override
    public boolean suggests() {
      return true;
    }

    @Override
    public List<Suggestion> suggest(String typed) {
      return bodies.all().stream()
          .filter(body -> fits(typed, body.code(), body.name()))
          .limit(MOST)
          .map(body -> new Suggestion(body.code(), body.code() + " · " + body.name()))
          .toList();
    }
  }
}
