package ca.greffier.house;

import ca.greffier.command.Actor;
import ca.greffier.command.Asks;
import ca.greffier.command.Attachment;
import ca.greffier.command.Command;
import ca.greffier.command.Commands;
import ca.greffier.command.Desk;
import ca.greffier.command.Invocation;
import ca.greffier.command.Kinds;
import ca.greffier.command.PersonId;
import ca.greffier.command.Refusal;
import ca.greffier.command.Reply;
import ca.greffier.command.Role;
import ca.greffier.command.Source;
import ca.greffier.command.Tokens;
import ca.greffier.directory.Bodies;
import ca.greffier.directory.Body;
import ca.greffier.directory.BodyKind;
import ca.greffier.directory.Function;
import ca.greffier.directory.People;
import ca.greffier.directory.Person;
import ca.greffier.exchange.ExchangeCommands;
import ca.greffier.exchange.Origins;
import ca.greffier.outbox.Carrier;
import ca.greffier.outbox.Dispatch;
import ca.greffier.outbox.Letter;
import ca.greffier.outbox.Outbox;
import ca.greffier.outbox.Outgoing;
import ca.greffier.outbox.Parcel;
import ca.greffier.outbox.Post;
import ca.greffier.outbox.Suppressions;
import ca.greffier.plan.Dependencies;
import ca.greffier.plan.Plan;
import ca.greffier.store.Store;
import ca.greffier.text.Language;
import ca.greffier.text.Messages;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jdbi.v3.core.Jdbi;

/**
 * A project for stories: a real database, a settable clock, people and bodies, the Desk, and a
 * shelf where letters and posts arrive instead of going out.
 */
public final class TestProject {
  public static final ZoneId ZONE = ZoneId.of("America/Toronto");

  public final Store store = TestStore.fresh();
  public final Jdbi jdbi = store.jdbi();
  public final SettableClock clock;
  public final Messages messages = Messages.load(ZONE);
  public final People people = new People(jdbi);
  public final Bodies bodies = new Bodies(jdbi);
  public final Asks asks;
  public final Outbox outbox;
  public final Kinds kinds;

  private final List<Outgoing> shelf = new ArrayList<>();
  private final Dispatch dispatch;
  private Desk desk;
  private int invocations;

  /**
   * @param now a local date and time: {@code 2026-03-02T09:00}
   */
  public TestProject(String now) {
    clock = new SettableClock(instant(now));
    asks = new Asks(jdbi, new Tokens(new byte[32]), clock);
    outbox = new Outbox(jdbi, clock);
    kinds = new Kinds(messages, clock);
    dispatch = new Dispatch(jdbi, new Suppressions(jdbi), List.of(new Shelf()), clock);
    desk = new Desk(jdbi, new Commands(List.of()), people, asks, clock, () -> {});
  }

  /** Opens the Desk with the commands that the story needs. */
  public void open(List<Command> commands) {
    desk = new Desk(jdbi, new Commands(commands), people, asks, clock, () -> {});
  }

  public Desk desk() {
    return desk;
  }

  /** What brings tables and schedules into a plan. */
  public List<Command> planFiles(Plan plan) {
    return new ExchangeCommands(
            new ExchangeCommands.Parts(
                plan, new Dependencies(jdbi), bodies, people, new Origins(jdbi)),
            kinds)
        .all();
  }

  /** Sets the clock to a local date and time. */
  public Instant at(String local) {
    clock.set(instant(local));
    return clock.instant();
  }

  public static Instant instant(String local) {
    return LocalDateTime.parse(local).atZone(ZONE).toInstant();
  }

  /** Adds a person who reads French; the address is the name at an example domain. */
  public PersonId person(String givenName, String familyName, Role role) {
    String email = (givenName + "." + familyName + "@biblio.example").toLowerCase(Locale.ROOT);
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    INSERT INTO person (given_name, family_name, email, language, role)
                    VALUES (:given, :family, :email, 'FRENCH', :role) RETURNING id
                    """)
                .bind("given", givenName)
                .bind("family", familyName)
                .bind("email", email)
                .bind("role", role)
                .mapTo(PersonId.class)
                .one());
  }

  public void speaksEnglish(PersonId person) {
    jdbi.useHandle(
        handle ->
            handle.execute("UPDATE person SET language = 'ENGLISH' WHERE id = ?", person.value()));
  }

  /** Adds a body whose channel is {@code salon-CODE}. */
  public Body body(String code, String name, BodyKind kind) {
    jdbi.useHandle(
        handle ->
            handle.execute(
                "INSERT INTO body (code, name, kind, channel) VALUES (?, ?, ?, ?)",
                code,
                name,
                kind.name(),
                "salon-" + code));
    return bodies.byCode(code).orElseThrow();
  }

  /** Seats a person in a body, since long ago. */
  public void seat(Body body, PersonId person, Function function) {
    jdbi.useHandle(
        handle ->
            handle.execute(
                "INSERT INTO mandate (body, person, function, starts) VALUES (?, ?, ?, ?)",
                body.id().value(),
                person.value(),
                function.name(),
                LocalDate.of(2025, 1, 6)));
  }

  public Person get(PersonId id) {
    return people.get(id);
  }

  /** Gives a command. */
  public Reply as(PersonId person, String command, Map<String, String> given) {
    return desk.handle(
        new Invocation(
            "test:" + ++invocations, actor(person), command, given, Map.of(), Source.CHAT));
  }

  /** Gives a command with a CSV table, trial or not. */
  public Reply importing(PersonId person, String command, String table, boolean trial) {
    Attachment file = new Attachment("table.csv", table.getBytes(StandardCharsets.UTF_8));
    return giving(person, command, Map.of("essai", trial ? "oui" : "non"), file);
  }

  /** Gives a command with a file. */
  public Reply giving(PersonId person, String command, Map<String, String> given, Attachment file) {
    return desk.handle(
        new Invocation(
            "test:" + ++invocations,
            actor(person),
            command,
            given,
            Map.of("fichier", file),
            Source.CONSOLE));
  }

  /** Answers the Ask of a letter. */
  public Reply answering(Letter letter, Source from, Map<String, String> blanks) {
    String token = asks.token(Objects.requireNonNull(letter.ask()));
    return desk.answer(token, "test:" + ++invocations, blanks, Map.of(), from);
  }

  private Actor actor(PersonId person) {
    return people.person(person).orElseThrow();
  }

  /** A reply's own sentence, in French. */
  public String said(Reply reply) {
    if (reply instanceof Reply.Together together)
      return String.join(" ", together.parts().stream().map(this::said).toList());
    Reply.Said said = (Reply.Said) reply;
    return messages.say(Language.FRENCH, said.key(), said.arguments().toArray());
  }

  /** A refusal in French. */
  public String said(Refusal refusal) {
    return messages.say(Language.FRENCH, refusal.key(), refusal.arguments().toArray());
  }

  /** A table's cells in French, the cells of a row joined by bars. */
  public List<String> rows(Reply reply) {
    return ((Reply.Table) reply)
        .rows().stream()
            .map(
                row ->
                    String.join(
                        " | ",
                        row.stream().map(cell -> messages.word(Language.FRENCH, cell)).toList()))
            .toList();
  }

  /** A card's fields in French, {@code label: value}. */
  public List<String> fields(Reply reply) {
    return ((Reply.Card) reply)
        .fields().stream()
            .map(
                field ->
                    messages.say(Language.FRENCH, field.label())
                        + ": "
                        + messages.word(Language.FRENCH, field.value()))
            .toList();
  }

  /** Carries what is due, and takes it off the shelf. */
  public List<Outgoing> carried() {
    dispatch.run(clock.instant());
    List<Outgoing> arrived = List.copyOf(shelf);
    shelf.clear();
    return arrived;
  }

  public static List<Letter> letters(List<Outgoing> arrived) {
    return arrived.stream().filter(Letter.class::isInstance).map(Letter.class::cast).toList();
  }

  public static List<Post> posts(List<Outgoing> arrived) {
    return arrived.stream().filter(Post.class::isInstance).map(Post.class::cast).toList();
  }

  private final class Shelf implements Carrier {
    @Override
    public boolean carries(Outgoing what) {
      return true;
    }

    @Override
    public String carry(Parcel parcel) {
      shelf.add(parcel.what());
      return "250 ok";
    }
  }
}
