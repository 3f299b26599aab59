package ca.greffier.minutes;

import ca.greffier.command.AskId;
import ca.greffier.command.Asks;
import ca.greffier.command.PersonId;
import ca.greffier.command.Refusal;
import ca.greffier.directory.Bodies;
import ca.greffier.directory.Body;
import ca.greffier.directory.Member;
import ca.greffier.directory.People;
import ca.greffier.directory.Person;
import ca.greffier.minutes.WrittenDao.Signatory;
import ca.greffier.minutes.WrittenResolution.State;
import ca.greffier.outbox.Letter;
import ca.greffier.outbox.LetterClass;
import ca.greffier.outbox.Outbox;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/**
 * Resolutions outside of a meeting: each member gets a letter to sign by. The last signature adopts
 * it; the first refusal ends it, and so does the end of its last day: then it needs a meeting.
 */
public final class WrittenResolutions {
  static final String SIGN = "resolution signer";

  private final WrittenDao dao;
  private final DecisionDao decisions;
  private final Parts parts;

  /** What it works with. */
  public record Parts(Bodies bodies, People people, Asks asks, Outbox outbox, ZoneId zone) {}

  public WrittenResolutions(Jdbi jdbi, Parts parts) {
    this.dao = jdbi.onDemand(WrittenDao.class);
    this.decisions = jdbi.onDemand(DecisionDao.class);
    this.parts = parts;
  }

  /**
   * @return the resolution, which waits for everybody
   * @throws Refusal when the last day is not after today, or the body has no members
   */
  WrittenResolution propose(Body body, String text, PersonId by, LocalDate until, Instant at) {
    LocalDate today = LocalDate.ofInstant(at, parts.zone());
    if (!until.isAfter(today)) throw new Refusal("written.until", until);
    List<Person> members =
        parts.bodies().members(body.id(), today).stream().map(Member::person).distinct().toList();
    if (members.isEmpty()) throw new Refusal("written.nobody", body.code());
    WrittenResolution one = get(dao.propose(body.id(), text, by, at, until));
    Instant end = until.plusDays(1).atStartOfDay(parts.zone()).toInstant();
    for (Person each : members) {
      AskId ask = parts.asks().putOnce(each.id(), SIGN, Map.of("resolution", one.code()), end);
      dao.ask(one.id(), each.id(), ask);
      parts
          .outbox()
          .put(
              "resolution-ecrite:" + one.code() + ":" + each.id().value(),
              letter(one, each, "resolution-ecrite").asking(ask));
    }
    return one;
  }

  WrittenResolution get(long id) {
    return dao.hold(id).orElseThrow(() -> new Refusal("written.unknown", "RE-" + id));
  }

  List<WrittenResolution> latest(int most) {
    return dao.latest(most);
  }

  List<Signatory> signatories(WrittenResolution one) {
    return dao.signatories(one.id());
  }

  /**
   * @param signs false ends it
   * @return where it is now
   * @throws Refusal when it has ended, or is not theirs to sign, or they have answered
   */
  WrittenResolution answer(WrittenResolution one, PersonId by, boolean signs, Instant at) {
    WrittenResolution held = get(one.id());
    if (!held.isOpen()) throw new Refusal("written.ended", held.code(), held.state().phrase());
    if (dao.answer(held.id(), by, signs, at) == 0) throw new Refusal("written.theirs", held.code());
    if (!signs) end(held, State.REFUSED, at);
    else if (dao.signatories(held.id()).stream()
        .allMatch(each -> Boolean.TRUE.equals(each.signs()))) end(held, State.ADOPTED, at);
    return get(held.id());
  }

  /** Ends those whose last day has passed. */
  void expire(Instant at) {
    for (WrittenResolution each : dao.overdue(LocalDate.ofInstant(at, parts.zone())))
      end(each, State.EXPIRED, at);
  }

  /** Everybody learns it at once, with what to do when it needs a meeting. */
  private void end(WrittenResolution one, State state, Instant at) {
    Body body = parts.bodies().get(one.body());
    String number = state == State.ADOPTED ? number(body, at) : null;
    if (dao.end(one.id(), state, number, at) == 0) return;
    WrittenResolution ended = get(one.id());
    for (Signatory each : dao.signatories(one.id())) {
      parts.asks().close(each.ask());
      Person to = parts.people().get(each.person());
      parts
          .outbox()
          .put(
              "resolution-issue:" + one.code() + ":" + to.id().value(),
              letter(ended, to, "resolution-issue"));
    }
  }

  private String number(Body body, Instant at) {
    int year = LocalDate.ofInstant(at, parts.zone()).getYear();
    return String.format(
        Locale.ROOT, "%s-%d-%03d", body.code(), year, decisions.next(body.id(), year, "DECISION"));
  }

  private Letter letter(WrittenResolution one, Person to, String template) {
    Map<String, Object> data = new HashMap<>();
    data.put("code", one.code());
    data.put("body", parts.bodies().get(one.body()).name());
    data.put("text", one.text());
    data.put("until", one.until().toString());
    data.put("who", parts.people().get(one.proposedBy()).fullName());
    data.put("state", one.state().name());
    data.put("number", Optional.ofNullable(one.number()).orElse(""));
    return Letter.of(LetterClass.AVIS, to.email(), to.fullName(), to.language(), template, data);
  }
}
