package ca.greffier.plan;

import ca.greffier.command.Actor;
import ca.greffier.command.PersonId;
import ca.greffier.command.Role;
import ca.greffier.command.Tokens;
import ca.greffier.directory.Bodies;
import ca.greffier.directory.Body;
import ca.greffier.directory.BodyId;
import ca.greffier.directory.People;
import ca.greffier.text.Language;
import ca.greffier.text.Messages;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.XProperty;
import net.fortuna.ical4j.model.property.immutable.ImmutableCalScale;
import net.fortuna.ical4j.model.property.immutable.ImmutableMethod;
import net.fortuna.ical4j.model.property.immutable.ImmutableTransp;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/**
 * The dates of the plan in people's own calendars, at an address that only one of them knows. It
 * shows what a member may list: what is due and not handed over.
 */
public final class PlanFeed {
  /** The path of a feed, before its key. */
  public static final String PATH = "/plan/";

  private static final String PRODUCT = "-//Greffier//FR";
  private static final Pattern KEY =
      Pattern.compile("([0-9]{1,18})-([0-9]{1,9})-([a-z0-9]{16,128})\\.ics");

  private final Dao dao;
  private final Parts parts;

  /**
   * What it needs of other rooms.
   *
   * @param web the public address of the web pages
   */
  public record Parts(
      Plan plan,
      Bodies bodies,
      People people,
      Tokens tokens,
      URI web,
      Messages messages,
      InstantSource clock) {}

  public PlanFeed(Jdbi jdbi, Parts parts) {
    this.dao = jdbi.onDemand(Dao.class);
    this.parts = parts;
  }

  /** Where somebody's calendar program reads the plan. */
  String address(PersonId person) {
    int number = dao.number(person).orElse(1);
    return parts.web().toString().replaceFirst("/$", "")
        + PATH
        + person.value()
        + "-"
        + number
        + "-"
        + token(person.value(), number)
        + ".ics";
  }

  /** From now on the old address opens nothing. */
  String renew(PersonId person) {
    dao.renew(person);
    return address(person);
  }

  /** The calendar at an address; empty when it is none of ours, or no longer opens. */
  public Optional<String> at(String key) {
    Matcher matcher = KEY.matcher(key);
    if (!matcher.matches()) return Optional.empty();
    PersonId person = new PersonId(Long.parseLong(matcher.group(1)));
    int number = Integer.parseInt(matcher.group(2));
    if (!isSame(matcher.group(3), token(person.value(), number))) return Optional.empty();
    if (dao.number(person).orElse(1) != number) return Optional.empty();
    return parts
        .people()
        .person(person)
        .filter(actor -> actor.role().covers(Role.MEMBER))
        .map(Actor::language)
        .map(this::write);
  }

  private String write(Language language) {
    Map<BodyId, Body> bodies = new HashMap<>();
    for (Body body : parts.bodies().all()) bodies.put(body.id(), body);
    Calendar calendar = new Calendar();
    calendar.add(new ProdId(PRODUCT));
    calendar.add(ImmutableVersion.VERSION_2_0);
    calendar.add(ImmutableCalScale.GREGORIAN);
    calendar.add(ImmutableMethod.PUBLISH);
    calendar.add(new XProperty("X-WR-CALNAME", parts.messages().say(language, "plan.feed.name")));
    calendar.add(new XProperty("X-PUBLISHED-TTL", "PT6H"));
    for (Deliverable each : parts.plan().all()) {
      LocalDate due = each.due();
      if (each.isOpen() && due != null)
        calendar.add(event(each, due, Objects.requireNonNull(bodies.get(each.body())), language));
    }
    return calendar.toString();
  }

  private VEvent event(Deliverable what, LocalDate due, Body body, Language language) {
    VEvent event = new VEvent(false);
    event.add(new Uid("livrable-" + what.id().value() + "@" + parts.web().getHost()));
    event.add(new DtStamp(parts.clock().instant()));
    event.add(new DtStart<>(due));
    event.add(new Summary(line(what.code() + " · " + what.title())));
    event.add(new Description(line(parts.messages().say(language, "plan.feed.what", body.name()))));
    event.add(ImmutableTransp.TRANSPARENT);
    return event;
  }

  private static String line(String text) {
    return text.replaceAll("\\p{Cntrl}+", " ").strip();
  }

  private String token(long person, int number) {
    return parts.tokens().of("plan:" + person + ":" + number);
  }

  private static boolean isSame(String one, String other) {
    return MessageDigest.isEqual(
        one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
  }

  interface Dao {
    @SqlQuery("SELECT number FROM plan_feed WHERE person = :person")
    Optional<Integer> number(PersonId person);

    @SqlUpdate(
        """
        INSERT INTO plan_feed (person, number) VALUES (:person, 2)
        ON CONFLICT (person) DO UPDATE SET number = plan_feed.number + 1
        """)
    void renew(PersonId person);
  }
}
