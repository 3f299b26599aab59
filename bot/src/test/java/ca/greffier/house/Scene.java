package ca.greffier.house;

import ca.greffier.command.Actor;
import ca.greffier.command.Asks;
import ca.greffier.command.Attachment;
import ca.greffier.command.Command;
import ca.greffier.command.Commands;
import ca.greffier.command.Desk;
import ca.greffier.command.Identity;
import ca.greffier.command.Invocation;
import ca.greffier.command.Kinds;
import ca.greffier.command.PersonId;
import ca.greffier.command.Refusal;
import ca.greffier.command.Reply;
import ca.greffier.command.Source;
import ca.greffier.command.Tokens;
import ca.greffier.directory.Bodies;
import ca.greffier.directory.DirectoryKinds;
import ca.greffier.directory.People;
import ca.greffier.outbox.CampaignRun;
import ca.greffier.outbox.Campaigns;
import ca.greffier.outbox.Carrier;
import ca.greffier.outbox.Dispatch;
import ca.greffier.outbox.Letter;
import ca.greffier.outbox.Limits;
import ca.greffier.outbox.Outbox;
import ca.greffier.outbox.Outgoing;
import ca.greffier.outbox.Parcel;
import ca.greffier.outbox.Post;
import ca.greffier.outbox.Suppressions;
import ca.greffier.store.Store;
import ca.greffier.text.Language;
import ca.greffier.text.Messages;
import ca.greffier.text.QuebecCalendar;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where stories are told: a real database, a clock that is set by hand, a steering committee of
 * four, a working group of two, and a shelf where parcels end up. Commands go through the Desk.
 */
public final class Scene {
  public static final ZoneId MONTREAL = ZoneId.of("America/Toronto");

  /** Runs the project; sits nowhere. */
  public static final String CAMILLE = "camille.berube@biblio.example";

  /** Chairs the steering committee (CD). */
  public static final String LOUISE = "louise.gagnon@longueuil.example";

  public static final String OMAR = "omar.benali@laval.example";

  /** Reads English. */
  public static final String DAVID = "david.cohen@csl.example";

  public static final String ZOE = "zoe.lavoie@trois-rivieres.example";

  public final Store store = TestStore.fresh();
  public final SettableClock clock;
  public final Messages messages = Messages.load(MONTREAL);
  public final QuebecCalendar calendar = new QuebecCalendar();
  public final Tokens tokens =
      new Tokens("a key of thirty-two bytes or so.".getBytes(StandardCharsets.US_ASCII));
  public final People people = new People(store.jdbi());
  public final Bodies bodies = new Bodies(store.jdbi());
  public final DirectoryKinds directoryKinds = new DirectoryKinds(people, bodies);
  public final Asks asks;
  public final Outbox outbox;
  public final Campaigns campaigns;
  public final Kinds kinds;
  public final Suppressions suppressions = new Suppressions(store.jdbi());

  private final List<Parcel> carried = new ArrayList<>();
  private final Dispatch dispatch;
  private final CampaignRun campaignRun;
  private Desk desk;
  private int invocations;

  public Scene(Instant now) {
    clock = new SettableClock(now);
    asks = new Asks(store.jdbi(), tokens, clock);
    outbox = new Outbox(store.jdbi(), clock);
    campaigns = new Campaigns(store.jdbi(), clock);
    campaignRun =
        new CampaignRun(store.jdbi(), new OneByOne(new Shelf()), Limits.none(MONTREAL), clock);
    kinds = new Kinds(messages, clock);
    dispatch = new Dispatch(store.jdbi(), suppressions, List.of(new Shelf()), clock);
    desk = desk(List.of());
    store.jdbi().useHandle(handle -> handle.createScript(FOLK).execute());
  }

  /** A day and an hour in Montréal: {@code 2026-03-02T09:00}. */
  public static Instant at(String local) {
    return LocalDateTime.parse(local).atZone(MONTREAL).toInstant();
  }

  /** The commands that can be given. */
  public void commands(List<Command> all) {
    Commands commands = new Commands(all);
    CommandWords.check(commands, messages);
    desk = desk(all);
  }

  /**
   * Gives a command as somebody of the directory: {@code give(CAMILLE, "rencontre etat",
   * "rencontre", "1")}.
   */
  public Reply give(String who, String command, String... given) {
    return give(who, command, Map.of(), given);
  }

  public Reply give(String who, String command, Map<String, Attachment> files, String... given) {
    Actor actor =
        people
            .identity(Identity.email(who))
            .orElseGet(() -> Actor.stranger(Identity.email(who), Language.FRENCH));
    return desk.handle(new Invocation(next(), actor, command, pairs(given), files, Source.CONSOLE));
  }

  /** Answers the Ask of a letter. */
  public Reply answer(Letter letter, String... blanks) {
    return desk.answer(token(letter), next(), pairs(blanks), Map.of(), Source.WEB);
  }

  public String token(Letter letter) {
    return asks.token(Optional.ofNullable(letter.ask()).orElseThrow());
  }

  /** The words of a refusal in French. */
  public String refusal(Runnable asking) {
    try {
      asking.run();
    } catch (Refusal refusal) {
      return messages.say(Language.FRENCH, refusal.key(), refusal.arguments().toArray());
    }
    throw new AssertionError("nothing was refused");
  }

  /** A reply in French, as a plain surface shows it. */
  public String words(Reply reply) {
    return switch (reply) {
      case Reply.Said(String key, var arguments) -> say(key, arguments);
      case Reply.Table table -> table(table);
      case Reply.Card card -> card(card);
      case Reply.Together(List<Reply> parts) ->
          String.join("\n", parts.stream().map(this::words).toList());
      case Reply.Document document -> document.name();
      case Reply.Blanks blanks -> "blanks " + blanks.missing();
    };
  }

  /** Carries all that is due, and gives what was carried this time. */
  public List<Parcel> carry() {
    carried.clear();
    dispatch.run(clock.instant());
    campaignRun.run(clock.instant());
    return List.copyOf(carried);
  }

  /** The same, letters only. */
  public List<Letter> letters() {
    return carry().stream()
        .map(Parcel::what)
        .filter(Letter.class::isInstance)
        .map(Letter.class::cast)
        .toList();
  }

  public static Letter to(String address, List<Parcel> parcels) {
    return parcels.stream()
        .map(Parcel::what)
        .filter(what -> what instanceof Letter letter && letter.address().equals(address))
        .map(Letter.class::cast)
        .findFirst()
        .orElseThrow(() -> new AssertionError("no letter to " + address));
  }

  public static List<Post> posts(List<Parcel> parcels) {
    return parcels.stream()
        .map(Parcel::what)
        .filter(Post.class::isInstance)
        .map(Post.class::cast)
        .toList();
  }

  public PersonId id(String email) {
    return people.byEmail(email).orElseThrow().id();
  }

  private Desk desk(List<Command> all) {
    return new Desk(store.jdbi(), new Commands(all), people, asks, clock, () -> {});
  }

  private String next() {
    return "story-" + ++invocations;
  }

  private static Map<String, String> pairs(String... given) {
    Map<String, String> map = new LinkedHashMap<>();
    for (int i = 0; i < given.length; i += 2) map.put(given[i], given[i + 1]);
    return map;
  }

  private String say(String key, List<Object> arguments) {
    return messages.say(Language.FRENCH, key, arguments.toArray());
  }

  private String word(Object value) {
    return messages.word(Language.FRENCH, value);
  }

  private String card(Reply.Card card) {
    StringBuilder text = new StringBuilder(say(card.title(), card.arguments()));
    for (Reply.Field field : card.fields())
      text.append('\n')
          .append(say(field.label(), List.of()))
          .append(" = ")
          .append(word(field.value()));
    return text.toString();
  }

  private String table(Reply.Table table) {
    StringBuilder text = new StringBuilder(say(table.title(), table.arguments()));
    for (String head : table.heads()) say(head, List.of());
    for (List<Object> row : table.rows())
      text.append('\n').append(String.join(" | ", row.stream().map(this::word).toList()));
    return text.toString();
  }

  private final class Shelf implements Carrier {
    @Override
    public boolean carries(Outgoing what) {
      return true;
    }

    @Override
    public String carry(Parcel parcel) {
      carried.add(parcel);
      return "250 shelved";
    }
  }

  /** The people, and the bodies they sit on. */
  public static final String FOLK =
      """
      INSERT INTO person (given_name, family_name, email, language, role) VALUES
        ('Camille', 'Bérubé', 'camille.berube@biblio.example', 'FRENCH', 'SECRETARY'),
        ('Louise', 'Gagnon', 'louise.gagnon@longueuil.example', 'FRENCH', 'MEMBER'),
        ('Omar', 'Benali', 'omar.benali@laval.example', 'FRENCH', 'MEMBER'),
        ('David', 'Cohen', 'david.cohen@csl.example', 'ENGLISH', 'MEMBER'),
        ('Zoé', 'Lavoie', 'zoe.lavoie@trois-rivieres.example', 'FRENCH', 'MEMBER');
      INSERT INTO body (code, name, kind, channel) VALUES
        ('CD', 'Comité directeur', 'STEERING', '900'),
        ('GT-PRET', 'Groupe de travail sur le prêt numérique', 'WORKING_GROUP', NULL);
      INSERT INTO mandate (body, person, function, starts)
        SELECT b.id, p.id, CASE family_name WHEN 'Gagnon' THEN 'CHAIR' ELSE 'MEMBER' END, '2025-09-02'
        FROM body b, person p
        WHERE code = 'CD' AND family_name <> 'Bérubé';
      INSERT INTO mandate (body, person, function, starts)
        SELECT b.id, p.id, 'MEMBER', '2025-09-02' FROM body b, person p
        WHERE code = 'GT-PRET' AND family_name IN ('Lavoie', 'Benali');
      """;
}
