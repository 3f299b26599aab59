package ca.greffier.meeting;

import ca.greffier.directory.Person;
import ca.greffier.outbox.CalendarPart;
import java.net.URI;
import java.time.Instant;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.parameter.Cn;
import net.fortuna.ical4j.model.parameter.CuType;
import net.fortuna.ical4j.model.parameter.PartStat;
import net.fortuna.ical4j.model.parameter.Role;
import net.fortuna.ical4j.model.parameter.Rsvp;
import net.fortuna.ical4j.model.property.Attendee;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.Location;
import net.fortuna.ical4j.model.property.Method;
import net.fortuna.ical4j.model.property.Organizer;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.immutable.ImmutableMethod;
import net.fortuna.ical4j.model.property.immutable.ImmutableStatus;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;
import org.jspecify.annotations.Nullable;

/**
 * A meeting as a calendar program reads it (RFC 5546), for one recipient: it lists nobody else
 * (domain.md I9). Times are UTC, as for any meeting that does not recur.
 *
 * @param organizer the name shown: the body that convenes
 * @param presence what the recipient answered; null for nothing
 * @param agenda in the language of the recipient; may be empty
 * @param stamp when this version was written
 */
record CalendarObject(
    Meeting meeting,
    String organizer,
    Person recipient,
    @Nullable Presence presence,
    String agenda,
    Instant stamp) {
  private static final String PRODUCT = "-//Greffier//FR";

  /** The address is not known yet; ical4j wants a URI, which stands in for the mark. */
  private static final String STAND_IN = "organizer:unknown";

  CalendarPart request() {
    return part(ImmutableMethod.REQUEST, ImmutableStatus.VEVENT_CONFIRMED);
  }

  CalendarPart cancel() {
    return part(ImmutableMethod.CANCEL, ImmutableStatus.VEVENT_CANCELLED);
  }

  private CalendarPart part(Method method, Property status) {
    VEvent event = new VEvent(false);
    event.add(new Uid(meeting.uid()));
    event.add(new DtStamp(stamp));
    event.add(new Sequence(meeting.sequence()));
    event.add(new DtStart<>(meeting.startsAt()));
    event.add(new DtEnd<>(meeting.endsAt()));
    event.add(new Summary(line(meeting.title())));
    event.add(new Location(line(meeting.place())));
    if (!agenda.isEmpty()) event.add(new Description(lines(agenda)));
    event.add(status);
    event.add(organizerProperty());
    event.add(attendee());
    Calendar calendar = new Calendar();
    calendar.add(new ProdId(PRODUCT));
    calendar.add(ImmutableVersion.VERSION_2_0);
    calendar.add(method);
    calendar.add(event);
    String text = calendar.toString().replace(STAND_IN, CalendarPart.ORGANIZER);
    return new CalendarPart(method.getValue(), text);
  }

  private Property organizerProperty() {
    Organizer property = new Organizer(URI.create(STAND_IN));
    property.add(new Cn(line(organizer)));
    return property;
  }

  private Property attendee() {
    Attendee property = new Attendee(URI.create("mailto:" + recipient.email()));
    property.add(CuType.INDIVIDUAL);
    property.add(Role.REQ_PARTICIPANT);
    property.add(status());
    property.add(Rsvp.TRUE);
    property.add(new Cn(line(recipient.fullName())));
    return property;
  }

  private PartStat status() {
    return switch (presence) {
      case YES -> PartStat.ACCEPTED;
      case NO -> PartStat.DECLINED;
      case MAYBE -> PartStat.TENTATIVE;
      case null -> PartStat.NEEDS_ACTION;
    };
  }

  /** One line, without the quotation mark that no parameter value may hold. */
  private static String line(String text) {
    return text.replaceAll("\\p{Cntrl}+", " ").replace('"', '\'').strip();
  }

  private static String lines(String text) {
    return text.replace("\r\n", "\n").replaceAll("[\\p{Cntrl}&&[^\n]]", " ").strip();
  }
}
