package ca.greffier.minutes;

import ca.greffier.meeting.Invitation;
import ca.greffier.meeting.Invited;
import ca.greffier.meeting.Meeting;
import ca.greffier.meeting.Meetings;
import ca.greffier.meeting.Presence;
import ca.greffier.outbox.Outbox;
import ca.greffier.outbox.Proof;
import ca.greffier.paper.Block;
import ca.greffier.paper.Paper;
import ca.greffier.text.Language;
import ca.greffier.text.Messages;
import ca.greffier.text.Phrase;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What can be shown when somebody contests a meeting: who was convened, when, by which letters,
 * what each server answered, and who answered what.
 */
final class ConvocationProof {
  /** The letters about a meeting, before its number. */
  private static final List<String> LETTERS =
      List.of(
          "convocation",
          "convocation-changement",
          "convocation-rappel",
          "convocation-annulation",
          "compte-rendu");

  private final Meetings meetings;
  private final Outbox outbox;
  private final Messages messages;

  ConvocationProof(Meetings meetings, Outbox outbox, Messages messages) {
    this.meetings = meetings;
    this.outbox = outbox;
    this.messages = messages;
  }

  Paper of(Meeting meeting, Language language, Instant at) {
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Block.Facts(facts(meeting, language)));
    blocks.add(new Block.Heading(2, say(language, "minutes.proof.answers")));
    blocks.add(answers(meeting, language));
    blocks.add(new Block.Heading(2, say(language, "minutes.proof.letters")));
    blocks.add(letters(meeting, language));
    blocks.add(new Block.Text(say(language, "minutes.proof.made", at)));
    return new Paper(
        language,
        say(language, "minutes.proof.title", meeting.title(), meetings.day(meeting)),
        "",
        say(language, "minutes.paper.footer", meetings.body(meeting).name(), meetings.day(meeting)),
        blocks);
  }

  private List<Block.Fact> facts(Meeting meeting, Language language) {
    List<Block.Fact> facts = new ArrayList<>();
    facts.add(fact(language, "meeting.field.body", meetings.body(meeting).name()));
    facts.add(
        fact(language, "minutes.field.when", say(language, "minutes.at", meeting.startsAt())));
    facts.add(fact(language, "meeting.field.place", meeting.place()));
    facts.add(
        fact(language, "meeting.field.state", messages.say(language, meeting.state().label())));
    Instant convened = meeting.convenedAt();
    if (convened != null)
      facts.add(fact(language, "minutes.proof.convened", say(language, "minutes.at", convened)));
    facts.add(
        fact(language, "minutes.proof.waived", messages.word(language, meeting.noticeWaived())));
    facts.add(fact(language, "minutes.proof.uid", meeting.uid()));
    return facts;
  }

  private Block answers(Meeting meeting, Language language) {
    List<List<String>> rows = new ArrayList<>();
    for (Invited each : meetings.invited(meeting)) {
      Invitation invitation = each.invitation();
      Presence said = invitation.presence();
      rows.add(
          List.of(
              each.person().fullName(),
              each.person().email(),
              messages.say(language, said == null ? Phrase.of("meeting.silent") : said.label()),
              messages.word(language, Optional.ofNullable(invitation.answeredAt()))));
    }
    return new Block.Grid(
        say(language, "minutes.proof.answers.caption"),
        List.of(
            say(language, "meeting.field.person"),
            say(language, "minutes.proof.address"),
            say(language, "meeting.field.answer"),
            say(language, "minutes.proof.answered")),
        rows);
  }

  private Block letters(Meeting meeting, Language language) {
    List<List<String>> rows = new ArrayList<>();
    for (String letter : LETTERS) {
      for (Proof each : outbox.proofsUnder(letter + ":" + meeting.number() + ":"))
        rows.add(
            List.of(
                each.addressee(),
                say(language, "outbox.what." + letter, meeting.number()),
                messages.say(language, Phrase.of("minutes.proof.state." + each.state())),
                messages.word(language, Optional.ofNullable(each.settledAt())),
                Optional.ofNullable(each.answer()).orElse("—")));
    }
    return new Block.Grid(
        say(language, "minutes.proof.letters.caption"),
        List.of(
            say(language, "minutes.proof.address"),
            say(language, "minutes.proof.letter"),
            say(language, "meeting.field.state"),
            say(language, "minutes.proof.settled"),
            say(language, "minutes.proof.server")),
        rows);
  }

  private Block.Fact fact(Language language, String label, String value) {
    return new Block.Fact(say(language, label), value);
  }

  private String say(Language language, String key, Object... arguments) {
    return messages.say(language, key, arguments);
  }
}
