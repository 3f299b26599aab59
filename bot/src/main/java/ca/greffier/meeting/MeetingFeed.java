package ca.greffier.meeting;

import ca.greffier.command.Actor;
import ca.greffier.command.PersonId;
import ca.greffier.command.Role;
import ca.greffier.directory.Bodies;
import ca.greffier.directory.Body;
import ca.greffier.directory.FeedAddresses;
import ca.greffier.text.Messages;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.Location;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.XProperty;
import net.fortuna.ical4j.model.property.immutable.ImmutableCalScale;
import net.fortuna.ical4j.model.property.immutable.ImmutableMethod;
import net.fortuna.ical4j.model.property.immutable.ImmutableStatus;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;

/**
 * Somebody's meetings, or those of a body they sit in, in their own calendar program: what was
 * convened, as it is now. What is cancelled stays, and says so.
 */
public final class MeetingFeed {
  /** The path of somebody's own meetings, before their key. */
  public static final String PATH = "/rencontres/";

  /** That of the meetings of a body, before its code and the key. */
  public static final String BODY_PATH = "/rencontres/corps/";

  private static final String OWN = "rencontres";
  private static final String PRODUCT = "-//Greffier//FR";
  private static final Duration PAST = Duration.ofDays(90);

  private final FeedAddresses addresses;
  private final Meetings meetings;
  private final Agendas agendas;
  private final Bodies bodies;
  private final Messages messages;
  private final InstantSource clock;

  public MeetingFeed(
      FeedAddresses addresses,
      Meetings meetings,
      Agendas agendas,
      Bodies bodies,
      Messages messages,
      InstantSource clock) {
    this.addresses = addresses;
    this.meetings = meetings;
    this.agendas = agendas;
    this.bodies = bodies;
    this.messages = messages;
    this.clock = clock;
  }

  String address(PersonId person) {
    return addresses.address(OWN, PATH, person);
  }

  String address(Body body, PersonId person) {
    return addresses.address(feed(body), BODY_PATH + body.code() + "/", person);
  }

  /** From now on none of the old addresses opens anything. */
  void renew(PersonId person) {
    addresses.renew(OWN, person);
    for (Body body : bodies.all()) addresses.renew(feed(body), person);
  }

  /** The calendar at the address of somebody; empty when it opens nothing. */
  public Optional<String> own(String key) {
    return addresses
        .reader(OWN, key)
        .map(
            reader ->
                write(
                    reader,
                    messages.say(reader.language(), "meeting.feed.own"),
                    meetings.inviting(reader.known(), clock.instant().minus(PAST))));
  }

  /** The same for a body; empty for who no longer sits in it, too. */
  public Optional<String> ofBody(String code, String key) {
    return bodies.byCode(code).flatMap(body -> ofBody(body, key));
  }

  private Optional<String> ofBody(Body body, String key) {
    return addresses
        .reader(feed(body), key)
        .filter(reader -> mayRead(body, reader))
        .map(
            reader ->
                write(
                    reader,
                    messages.say(reader.language(), "meeting.feed.body", body.name()),
                    meetings.of(body.id(), clock.instant().minus(PAST))));
  }

  /** Who sits in a body today, and the secretary. */
  boolean mayRead(Body body, Actor reader) {
    return reader.role().covers(Role.SECRETARY)
        || bodies.members(body.id(), meetings.day(clock.instant())).stream()
            .anyMatch(each -> each.person().id().equals(reader.known()));
  }

  private static String feed(Body body) {
    return "corps:" + body.id().value();
  }

  private String write(Actor reader, String name, List<Meeting> shown) {
    Calendar calendar = new Calendar();
    calendar.add(new ProdId(PRODUCT));
    calendar.add(ImmutableVersion.VERSION_2_0);
    calendar.add(ImmutableCalScale.GREGORIAN);
    calendar.add(ImmutableMethod.PUBLISH);
    calendar.add(new XProperty("X-WR-CALNAME", name));
    calendar.add(new XProperty("X-PUBLISHED-TTL", "PT1H"));
    Instant now = clock.instant();
    for (Meeting each : shown) calendar.add(event(each, reader, now));
    return calendar.toString();
  }

  /** Not the identifier of the invitation: a program may keep both. */
  private VEvent event(Meeting meeting, Actor reader, Instant now) {
    VEvent event = new VEvent(false);
    event.add(new Uid("rencontre-" + meeting.number() + "@" + addresses.host()));
    event.add(new DtStamp(now));
    event.add(new Sequence(meeting.sequence() + meeting.revision()));
    event.add(new DtStart<>(meeting.startsAt()));
    event.add(new DtEnd<>(meeting.endsAt()));
    event.add(new Summary(line(meetings.body(meeting).code() + " · " + meeting.title())));
    event.add(new Location(line(meeting.place())));
    String agenda = agendas.plain(meeting, reader.language());
    if (!agenda.isEmpty())
      event.add(new Description(agenda.replaceAll("[\\p{Cntrl}&&[^\n]]", " ").strip()));
    event.add(
        meeting.state() == MeetingState.CANCELLED
            ? ImmutableStatus.VEVENT_CANCELLED
            : ImmutableStatus.VEVENT_CONFIRMED);
    return event;
  }

  private static String line(String text) {
    return text.replaceAll("\\p{Cntrl}+", " ").strip();
  }
}
