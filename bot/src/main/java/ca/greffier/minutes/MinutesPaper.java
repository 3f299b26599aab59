package ca.greffier.minutes;

import ca.greffier.command.PersonId;
import ca.greffier.directory.Body;
import ca.greffier.directory.Function;
import ca.greffier.directory.People;
import ca.greffier.directory.Person;
import ca.greffier.meeting.AgendaItem;
import ca.greffier.meeting.Agendas;
import ca.greffier.meeting.Meeting;
import ca.greffier.meeting.Meetings;
import ca.greffier.paper.Block;
import ca.greffier.paper.Paper;
import ca.greffier.text.Language;
import ca.greffier.text.Messages;
import ca.greffier.text.Phrase;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Procès-verbaux and comptes rendus as documents, in the order of domain.md M7: who was there, by
 * family name; the opening and the quorum; the items with what was said and decided; the actions;
 * the end; the signatures.
 */
final class MinutesPaper {
  private final Parts parts;
  private final Messages messages;

  /** What it is made of. */
  record Parts(Meetings meetings, Agendas agendas, People people) {}

  MinutesPaper(Parts parts, Messages messages) {
    this.parts = parts;
    this.messages = messages;
  }

  /**
   * How it is written.
   *
   * @param bare without anybody's name, for the public (domain.md M16)
   */
  record Manner(Language language, boolean bare) {}

  /**
   * @param signatories who signs it; empty when nobody does
   */
  Paper of(Proceedings said, Map<Function, Person> signatories, Manner manner) {
    return new Writing(said, manner).all(signatories);
  }

  /** One decision with what makes it one: certified by who asks for it. */
  Paper extract(Proceedings said, Decision decision, String certifiedBy, Instant at, Language in) {
    Writing writing = new Writing(said, new Manner(in, false));
    return writing.extract(decision, certifiedBy, at);
  }

  /** One document on its way. */
  private final class Writing {
    private final Proceedings said;
    private final Meeting meeting;
    private final Body body;
    private final Manner manner;
    private final UnaryOperator<String> shown;
    private final List<Block> blocks = new ArrayList<>();

    private Writing(Proceedings said, Manner manner) {
      this.said = said;
      this.meeting = said.meeting();
      this.body = parts.meetings().body(meeting);
      this.manner = manner;
      this.shown = manner.bare() ? withoutNames() : UnaryOperator.identity();
    }

    private Paper all(Map<Function, Person> signatories) {
      boolean official = isOfficial();
      facts();
      said.life().filter(Life::isDraft).ifPresent(_ -> remark("minutes.paper.draft"));
      presences();
      opening();
      items();
      actions();
      ending();
      said.life().ifPresent(this::corrections);
      if (official && !manner.bare()) signatures(signatories);
      return paper(title());
    }

    private Paper extract(Decision decision, String certifiedBy, Instant at) {
      blocks.add(
          new Block.Text(
              say(
                  isOfficial() ? "minutes.extract.of" : "minutes.extract.summary",
                  body.name(),
                  meeting.startsAt(),
                  meeting.place())));
      blocks.add(new Block.Text(quorum(decision.quorate(), decision.present(), decision.needed())));
      decision(decision);
      said.life().ifPresent(life -> blocks.add(fact("minutes.field.state", say(life.state()))));
      blocks.add(new Block.Text(say("minutes.extract.certified", certifiedBy, at)));
      blocks.add(new Block.Signatures(List.of(certifiedBy)));
      return paper(say("minutes.extract.title", decision.number()));
    }

    private Paper paper(String title) {
      boolean draft = said.life().map(Life::isDraft).orElse(true);
      return new Paper(
          manner.language(),
          title,
          draft ? say("minutes.paper.mark") : "",
          say("minutes.paper.footer", body.name(), parts.meetings().day(meeting)),
          blocks);
    }

    private boolean isOfficial() {
      return said.life().map(Life::official).orElseGet(() -> parts.meetings().isOfficial(meeting));
    }

    private String title() {
      return say(
          isOfficial() ? "minutes.paper.official" : "minutes.paper.summary",
          body.name(),
          parts.meetings().day(meeting));
    }

    private void facts() {
      List<Block.Fact> facts = new ArrayList<>();
      facts.add(new Block.Fact(say("meeting.field.title"), shown.apply(meeting.title())));
      facts.add(new Block.Fact(say("minutes.field.when"), say("minutes.at", meeting.startsAt())));
      facts.add(new Block.Fact(say("meeting.field.place"), meeting.place()));
      said.life()
          .ifPresent(
              life -> facts.add(new Block.Fact(say("minutes.field.state"), say(life.state()))));
      said.life()
          .map(Life::seal)
          .ifPresent(seal -> facts.add(new Block.Fact(say("minutes.field.seal"), seal)));
      blocks.add(new Block.Facts(facts));
    }

    private void presences() {
      heading("minutes.participants.title");
      if (manner.bare()) {
        blocks.add(new Block.Text(say("minutes.paper.present", said.present())));
        return;
      }
      List<Block.Fact> facts = new ArrayList<>();
      names(facts, "minutes.paper.members", Standing.PRESENT, true);
      names(facts, "minutes.paper.represented", Standing.REPRESENTED, true);
      names(facts, "minutes.paper.guests", Standing.PRESENT, false);
      names(facts, "minutes.paper.excused", Standing.EXCUSED, true);
      names(facts, "minutes.paper.absent", Standing.ABSENT, true);
      blocks.add(new Block.Facts(facts));
      if (!said.movements().isEmpty())
        blocks.add(
            new Block.Items(
                false,
                said.movements().stream()
                    .map(
                        each ->
                            say(
                                each.standing() == Standing.PRESENT
                                    ? "minutes.paper.came"
                                    : "minutes.paper.left",
                                name(each.person()),
                                time(each.at())))
                    .toList()));
    }

    private void names(List<Block.Fact> facts, String label, Standing standing, boolean member) {
      List<String> names =
          said.participants().stream()
              .filter(each -> each.standing() == standing && each.member() == member)
              .map(each -> titled(each.person()))
              .toList();
      if (!names.isEmpty()) facts.add(new Block.Fact(say(label), String.join(", ", names)));
    }

    private String titled(Person person) {
      return person.title().isBlank()
          ? person.fullName()
          : person.fullName() + " (" + person.title() + ")";
    }

    private void opening() {
      heading("agenda.opening");
      said.sitting()
          .ifPresent(
              sitting ->
                  blocks.add(
                      new Block.Text(say("minutes.paper.opened", time(sitting.openedAt())))));
      blocks.add(new Block.Text(quorum(said.isQuorate(), said.present(), said.quorum().needed())));
    }

    private String quorum(boolean reached, int present, int needed) {
      return say(
          "minutes.paper.quorum",
          Phrase.of(
              reached ? "minutes.quorum.reached" : "minutes.quorum.lacking", present, needed));
    }

    /** Whether its lines have numbers of their own. */
    private static boolean numbered(String agenda) {
      return agenda.lines().anyMatch(line -> line.matches("\\s*(?:[-*+]|\\d+[.)])\\s.*"));
    }

    /** What was said and decided under each item; then what belongs to none. */
    private void items() {
      List<AgendaItem> items = parts.agendas().items(meeting);
      if (items.isEmpty() && !meeting.agenda().isBlank()) {
        heading("minutes.paper.agenda");
        blocks.add(
            new Block.Items(
                !numbered(meeting.agenda()),
                meeting.agenda().lines().filter(line -> !line.isBlank()).toList()));
      }
      for (AgendaItem item : items) {
        blocks.add(new Block.Heading(2, item.number() + ". " + shown.apply(item.title())));
        under(item.id());
      }
      boolean loose =
          said.notes().stream().anyMatch(each -> each.item() == null)
              || said.decisions().stream().anyMatch(each -> each.item() == null);
      if (!loose) return;
      heading(items.isEmpty() ? "minutes.paper.proceedings" : "agenda.varia");
      under(null);
    }

    private void under(@Nullable Long item) {
      for (Note each : said.notes()) {
        if (Objects.equals(each.item(), item)) blocks.add(new Block.Text(shown.apply(each.text())));
      }
      for (Decision each : said.decisions()) {
        if (Objects.equals(each.item(), item)) decision(each);
      }
    }

    private void decision(Decision each) {
      String what = each.quorate() ? "minutes.paper.decision" : "minutes.paper.opinion";
      blocks.add(new Block.Heading(3, say(what, each.number())));
      PersonId mover = each.mover();
      PersonId seconder = each.seconder();
      if (mover != null && !manner.bare()) blocks.add(new Block.Text(moved(mover, seconder)));
      blocks.add(new Block.Text(shown.apply(each.text())));
      for (Amendment one : said.amendments(each.number())) amendment(one);
      blocks.add(new Block.Text(say("minutes.paper.result", each.result())));
      if (!each.quorate())
        blocks.add(new Block.Text(say("minutes.paper.noquorum", each.present(), each.needed())));
      if (!each.dissent().isBlank())
        blocks.add(new Block.Text(say("minutes.paper.dissent", shown.apply(each.dissent()))));
    }

    /** Some bodies do not say who seconded. */
    private String moved(PersonId mover, @Nullable PersonId seconder) {
      return seconder == null || !parts.meetings().namesSeconders(meeting)
          ? say("minutes.paper.moved", name(mover))
          : say("minutes.paper.seconded", name(mover), name(seconder));
    }

    private void amendment(Amendment one) {
      String what = one.sub() ? "minutes.paper.subamendment" : "minutes.paper.amendment";
      PersonId mover = one.mover();
      PersonId seconder = one.seconder();
      List<String> words = new ArrayList<>();
      words.add(say(what, shown.apply(one.text())));
      if (mover != null && !manner.bare()) words.add(moved(mover, seconder));
      words.add(say("minutes.paper.result", one.result()));
      blocks.add(new Block.Text(String.join(" ", words)));
    }

    private void actions() {
      if (said.actions().isEmpty()) return;
      heading("minutes.paper.actions");
      List<List<String>> rows = new ArrayList<>();
      for (ActionItem each : said.actions())
        rows.add(
            List.of(
                each.number(),
                shown.apply(each.text()),
                manner.bare() ? say("minutes.paper.member") : name(each.responsible()),
                messages.word(manner.language(), each.due())));
      blocks.add(
          new Block.Grid(
              say("minutes.paper.actions.caption"),
              List.of(
                  say("minutes.field.number"),
                  say("minutes.field.action"),
                  say("minutes.field.responsible"),
                  say("minutes.field.due")),
              rows));
    }

    private void ending() {
      said.sitting()
          .map(Sitting::endedAt)
          .ifPresent(
              ended -> {
                heading("agenda.adjournment");
                blocks.add(new Block.Text(say("minutes.paper.ended", time(ended))));
              });
    }

    private void corrections(Life life) {
      List<String> kept =
          life.corrections().stream()
              .filter(Correction::isKept)
              .map(each -> shown.apply(each.text()))
              .toList();
      if (kept.isEmpty()) return;
      heading("minutes.paper.corrections");
      blocks.add(new Block.Items(false, kept));
    }

    private void signatures(Map<Function, Person> signatories) {
      heading("minutes.paper.signatures");
      List<Signature> signed = said.life().map(Life::signatures).orElse(List.of());
      List<String> lines = new ArrayList<>();
      signatories.forEach(
          (function, person) ->
              lines.add(
                  signed.stream()
                      .filter(each -> each.function() == function)
                      .findFirst()
                      .map(
                          each ->
                              say(
                                  "minutes.paper.signed",
                                  person.fullName(),
                                  Phrase.of("directory.function." + function),
                                  each.at()))
                      .orElseGet(
                          () ->
                              say(
                                  "minutes.paper.unsigned",
                                  person.fullName(),
                                  Phrase.of("directory.function." + function)))));
      blocks.add(new Block.Signatures(lines));
    }

    /** Takes the names of those who were there or promised something out of a text. */
    private UnaryOperator<String> withoutNames() {
      List<Person> named = new ArrayList<>();
      said.participants().forEach(each -> named.add(each.person()));
      said.actions().forEach(each -> named.add(parts.people().get(each.responsible())));
      Collection<String> names =
          named.stream()
              .flatMap(each -> Stream.of(each.fullName(), each.familyName(), each.givenName()))
              .filter(each -> each.length() > 1)
              .map(Pattern::quote)
              .distinct()
              .toList();
      if (names.isEmpty()) return UnaryOperator.identity();
      Pattern all =
          Pattern.compile(
              "(?<!\\p{L})(?:" + String.join("|", names) + ")(?!\\p{L})",
              Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
      String instead = Matcher.quoteReplacement(say("minutes.paper.name"));
      return text -> all.matcher(text).replaceAll(instead);
    }

    private void heading(String key) {
      blocks.add(new Block.Heading(2, say(key)));
    }

    private void remark(String key) {
      blocks.add(new Block.Remark(say(key)));
    }

    private Block fact(String label, String value) {
      return new Block.Facts(List.of(new Block.Fact(say(label), value)));
    }

    private String name(PersonId person) {
      return parts.people().get(person).fullName();
    }

    private String time(Instant at) {
      return messages.word(
          manner.language(), at.atZone(messages.zone()).toLocalTime().withSecond(0).withNano(0));
    }

    private String say(String key, Object... arguments) {
      return messages.say(manner.language(), key, arguments);
    }

    private String say(Phrase phrase) {
      return messages.say(manner.language(), phrase);
    }
  }
}
