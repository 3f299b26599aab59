package ca.greffier.minutes;

import ca.greffier.command.AskId;
import ca.greffier.command.Asks;
import ca.greffier.command.PersonId;
import ca.greffier.command.Refusal;
import ca.greffier.directory.Bodies;
import ca.greffier.directory.Function;
import ca.greffier.directory.Member;
import ca.greffier.directory.People;
import ca.greffier.directory.Person;
import ca.greffier.meeting.Meeting;
import ca.greffier.meeting.MeetingLetters;
import ca.greffier.meeting.Meetings;
import ca.greffier.outbox.Letter;
import ca.greffier.outbox.LetterClass;
import ca.greffier.outbox.Outbox;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The life of a procès-verbal after its meeting (domain.md M11, M13): corrections by those who were
 * there, approval at a later meeting, two signatures, the seal. Nothing of what was written is
 * changed: a correction that is kept is read beside it.
 */
final class Approval {
  static final String CORRECT = "pv corriger";
  static final String SETTLE = "pv trancher";
  static final String SIGN = "pv signer";

  private static final Duration LIFE = Duration.ofDays(60);

  private final MinutesDao dao;
  private final Parts parts;
  private final Sealing sealing;

  /** What it is made of. */
  record Parts(
      Minutes minutes,
      Meetings meetings,
      MeetingLetters letters,
      Bodies bodies,
      People people,
      Asks asks,
      Outbox outbox) {}

  Approval(MinutesDao dao, Parts parts, Sealing sealing) {
    this.dao = dao;
    this.parts = parts;
    this.sealing = sealing;
  }

  /** Who was there may answer the procès-verbal they receive with a correction. */
  Optional<AskId> askCorrections(Proceedings said, PersonId reader, Instant at) {
    boolean draft = said.life().map(Life::isDraft).orElse(false);
    if (!draft || !wasThere(said, reader)) return Optional.empty();
    Map<String, String> given = Map.of("rencontre", said.meeting().number());
    return Optional.of(parts.asks().put(reader, CORRECT, given, at.plus(LIFE)));
  }

  /**
   * Somebody who was there wants something otherwise; the secretary is asked.
   *
   * @throws Refusal when the meeting is not closed, they were not there, or it is approved
   */
  Correction correct(Meeting meeting, PersonId by, String text, Instant at) {
    Proceedings said = parts.minutes().of(meeting);
    requireDraft(said, meeting);
    if (!wasThere(said, by)) throw new Refusal("minutes.correction.absent", meeting.number());
    Correction one = dao.correction(dao.correct(meeting.id(), by, text, at)).orElseThrow();
    for (Person each : secretaries(meeting)) {
      AskId ask =
          parts.asks().putOnce(each.id(), SETTLE, Map.of("correction", one.code()), at.plus(LIFE));
      Map<String, Object> more =
          Map.of("who", parts.people().get(by).fullName(), "text", text, "code", one.code());
      parts
          .outbox()
          .put(
              "pv-correction:" + meeting.number() + ":" + one.id() + ":" + each.id().value(),
              letter(meeting, each, "pv-correction", more).asking(ask));
    }
    return one;
  }

  /**
   * Keeps a correction, or not.
   *
   * @throws Refusal when it is not for them to say, or it was said
   */
  void settle(Correction correction, boolean kept, PersonId by, boolean secretary, Instant at) {
    Meeting meeting = parts.meetings().get(correction.meeting());
    requireDraft(parts.minutes().of(meeting), meeting);
    boolean may = secretary || secretaries(meeting).stream().anyMatch(each -> each.id().equals(by));
    if (!may) throw new Refusal("minutes.correction.theirs", correction.code());
    if (dao.settle(correction.id(), kept, by, at) == 0)
      throw new Refusal("minutes.correction.settled", correction.code());
  }

  /**
   * Checks that a sitting may approve the minutes of an earlier one.
   *
   * @return whether some corrections are kept
   * @throws Refusal when they are no procès-verbal that waits for it, corrections are not settled,
   *     the sitting is of another body or earlier, or nobody is there who was there then (M11)
   */
  boolean check(Meeting meeting, Meeting sitting) {
    Proceedings said = parts.minutes().of(meeting);
    requireDraft(said, meeting);
    Life life = said.life().orElseThrow();
    List<String> open =
        life.corrections().stream().filter(Correction::isOpen).map(Correction::code).toList();
    if (!open.isEmpty())
      throw new Refusal("minutes.approval.corrections", open.size(), open, meeting.number());
    if (!sitting.body().equals(meeting.body()) || !sitting.startsAt().isAfter(meeting.startsAt()))
      throw new Refusal("minutes.approval.sitting", sitting.number(), meeting.number());
    Set<PersonId> then = present(said);
    if (present(parts.minutes().of(sitting)).stream().noneMatch(then::contains))
      throw new Refusal("minutes.approval.nobody", meeting.number());
    return life.corrections().stream().anyMatch(Correction::isKept);
  }

  /** Those who were there then now have their procès-verbal; two are asked to sign it. */
  void approve(Meeting meeting, Meeting sitting, boolean amended, Instant at) {
    if (dao.approve(meeting.id(), sitting.id(), amended, at) == 0)
      throw new Refusal("minutes.approved", meeting.number());
    signatories(meeting)
        .values()
        .forEach(
            each -> {
              AskId ask =
                  parts
                      .asks()
                      .put(each.id(), SIGN, Map.of("rencontre", meeting.number()), at.plus(LIFE));
              parts
                  .outbox()
                  .put(
                      "pv-signature:" + meeting.number() + ":" + each.id().value(),
                      letter(meeting, each, "pv-signature", Map.of("amended", amended))
                          .asking(ask));
            });
  }

  /**
   * Signs; the second signature seals.
   *
   * @return the seal, once there is one
   * @throws Refusal when it is not approved, is not theirs to sign, or is signed
   */
  Optional<String> sign(Meeting meeting, PersonId by, Instant at) {
    Proceedings said = parts.minutes().of(meeting);
    Life life = said.life().orElseThrow(() -> new Refusal("minutes.not_closed", meeting.number()));
    if (!life.official()) throw new Refusal("minutes.not_official", meeting.number());
    if (life.approvedAt() == null) throw new Refusal("minutes.not_approved", meeting.number());
    Map<Function, Person> signatories = signatories(meeting);
    List<Function> theirs =
        signatories.entrySet().stream()
            .filter(each -> each.getValue().id().equals(by))
            .map(Map.Entry::getKey)
            .toList();
    if (theirs.isEmpty())
      throw new Refusal(
          "minutes.sign.theirs",
          signatories.values().stream().map(Person::fullName).distinct().toList());
    int signed = 0;
    for (Function each : theirs) signed += dao.sign(meeting.id(), each, by, at);
    if (signed == 0) throw new Refusal("minutes.signed", meeting.number());
    Set<Function> done =
        dao.signatures(meeting.id()).stream().map(Signature::function).collect(Collectors.toSet());
    if (!done.containsAll(signatories.keySet())) return Optional.empty();
    return Optional.of(sealing.seal(meeting, at));
  }

  /** The chair and the secretary on the day of the meeting; who closed it, where one is lacking. */
  Map<Function, Person> signatories(Meeting meeting) {
    Map<Function, Person> signatories = new EnumMap<>(Function.class);
    for (Member each : parts.bodies().members(meeting.body(), parts.meetings().day(meeting))) {
      if (each.function() == Function.CHAIR || each.function() == Function.SECRETARY)
        signatories.putIfAbsent(each.function(), each.person());
    }
    Person closer =
        parts.people().get(dao.state(meeting.id()).map(MinutesDao.State::closedBy).orElseThrow());
    signatories.putIfAbsent(Function.SECRETARY, closer);
    signatories.putIfAbsent(Function.CHAIR, closer);
    return signatories;
  }

  private List<Person> secretaries(Meeting meeting) {
    return List.of(Objects.requireNonNull(signatories(meeting).get(Function.SECRETARY)));
  }

  private static void requireDraft(Proceedings said, Meeting meeting) {
    Life life = said.life().orElseThrow(() -> new Refusal("minutes.not_closed", meeting.number()));
    if (!life.official()) throw new Refusal("minutes.not_official", meeting.number());
    if (life.approvedAt() != null) throw new Refusal("minutes.approved", meeting.number());
  }

  private static boolean wasThere(Proceedings said, PersonId who) {
    return present(said).contains(who);
  }

  /** Those who were there, if only for a while. */
  private static Set<PersonId> present(Proceedings said) {
    Set<PersonId> present =
        said.participants().stream()
            .filter(each -> each.standing() == Standing.PRESENT)
            .map(each -> each.person().id())
            .collect(Collectors.toSet());
    for (Movement each : said.movements()) {
      if (each.standing() == Standing.PRESENT) present.add(each.person());
    }
    return present;
  }

  private Letter letter(Meeting meeting, Person to, String template, Map<String, Object> more) {
    return parts.letters().letter(LetterClass.AVIS, meeting, to, template).saying(more);
  }
}
