package ca.greffier.plan;

import ca.greffier.command.Actor;
import ca.greffier.command.PersonId;
import ca.greffier.directory.Bodies;
import ca.greffier.directory.Body;
import ca.greffier.directory.BodyId;
import ca.greffier.directory.FeedAddresses;
import ca.greffier.text.Language;
import ca.greffier.text.Messages;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
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

/**
 * The dates of the plan in people's own calendars, at an address that only one of them knows. It
 * shows what a member may list: what is due and not handed over.
 */
public final class PlanFeed {
  /** The path of a feed, before its key. */
  public static final String PATH = "/plan/";

  private static final String PRODUCT = "-//Greffier//FR";
  private static final String FEED = "plan";

  private final Parts parts;

  /** What it needs of other rooms. */
  public record Parts(
      Plan plan, Bodies bodies, FeedAddresses addresses, Messages messages, InstantSource clock) {}

  public PlanFeed(Parts parts) {
    this.parts = parts;
  }

  /** Where somebody's calendar program reads the plan. */
  String address(PersonId person) {
    return parts.addresses().address(FEED, PATH, person);
  }

  /** From now on the old address opens nothing. */
  String renew(PersonId person) {
    parts.addresses().renew(FEED, person);
    return address(person);
  }

  /** The calendar at an address; empty when it is none of ours, or no longer opens. */
  public Optional<String> at(String key) {
    return parts.addresses().reader(FEED, key).map(Actor::language).map(this::write);
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
    event.add(new Uid("livrable-" + what.id().value() + "@" + parts.addresses().host()));
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
}
