package ca.greffier.minutes;

import ca.greffier.command.Call;
import ca.greffier.command.Command;
import ca.greffier.command.Kinds;
import ca.greffier.command.Param;
import ca.greffier.command.Reply;
import ca.greffier.command.Role;
import ca.greffier.directory.Body;
import ca.greffier.directory.People;
import ca.greffier.meeting.Meeting;
import ca.greffier.meeting.Meetings;
import ca.greffier.paper.Paper;
import ca.greffier.paper.PaperFormat;
import ca.greffier.text.Folded;
import ca.greffier.text.Language;
import ca.greffier.text.Phrase;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Minutes, extracts and proofs as documents; the register of decisions. */
final class PaperCommands {
  private static final int LISTED = 100;
  private static final int FOUND = 30;

  private final Minutes minutes;
  private final Meetings meetings;
  private final People people;
  private final MinutesReading reading;
  private final MinutesPaper papers;
  private final ConvocationProof proofs;
  private final Param<Meeting> meeting;
  private final Param<String> decision;
  private final Param<PaperFormat> format;
  private final Param<Language> language;
  private final Param<Boolean> bare;
  private final Param<Body> body;
  private final Param<String> words;

  /** What the commands are made of. */
  record Parts(
      Minutes minutes,
      Meetings meetings,
      People people,
      MinutesReading reading,
      MinutesPaper papers,
      ConvocationProof proofs) {}

  PaperCommands(Parts parts, Param<Meeting> meeting, Param<Body> body, Kinds kinds) {
    this.minutes = parts.minutes();
    this.meetings = parts.meetings();
    this.people = parts.people();
    this.reading = parts.reading();
    this.papers = parts.papers();
    this.proofs = parts.proofs();
    this.meeting = meeting;
    this.body = body;
    this.decision = Param.required("resolution", new DecisionKind(minutes));
    this.format = Param.optional("format", PaperFormat.kind(kinds));
    this.language = Param.optional("langue", kinds.choice("langue", languages()));
    this.words = Param.required("mots", kinds.text(200));
    this.bare = Param.optional("public", kinds.yesNo());
  }

  List<Command> all() {
    return List.of(
        Command.of("pv document", Role.MEMBER, this::document, meeting, format, language, bare),
        Command.of("pv extrait", Role.MEMBER, this::extract, decision, format, language),
        Command.of("pv preuve", Role.SECRETARY, this::prove, meeting, format),
        Command.of("pv chercher", Role.MEMBER, this::search, words),
        Command.of("decision liste", Role.MEMBER, this::register, body));
  }

  private static Map<String, Language> languages() {
    Map<String, Language> words = new LinkedHashMap<>();
    words.put("fr", Language.FRENCH);
    words.put("en", Language.ENGLISH);
    return words;
  }

  private Reply document(Call call) {
    Meeting which = call.get(meeting);
    Proceedings said = minutes.of(which);
    minutes.requireReader(said, call.actor());
    boolean isBare = call.find(bare).orElse(false);
    Paper paper = reading.paper(said, new MinutesPaper.Manner(languageOf(call), isBare));
    return formatOf(call)
        .reply(paper, name(which, "pv", isBare), "minutes.paper.reply", paper.title());
  }

  private Reply extract(Call call) {
    String number = call.get(decision);
    Meeting which = minutes.meetingOf(number);
    Proceedings said = minutes.of(which);
    minutes.requireReader(said, call.actor());
    Decision one =
        said.decisions().stream()
            .filter(each -> each.number().equals(number))
            .findFirst()
            .orElseThrow();
    String by = people.get(call.actor().known()).fullName();
    Paper paper = papers.extract(said, one, by, call.at(), languageOf(call));
    return formatOf(call)
        .reply(paper, "extrait-" + Folded.of(number), "minutes.paper.reply", paper.title());
  }

  private Reply prove(Call call) {
    Meeting which = call.get(meeting);
    Paper paper = proofs.of(which, call.actor().language(), call.at());
    return formatOf(call)
        .reply(paper, name(which, "preuve", false), "minutes.paper.reply", paper.title());
  }

  /** What bodies decided, the latest first: of the meetings that the reader may read. */
  private Reply register(Call call) {
    List<List<Object>> rows = new ArrayList<>();
    for (String number : minutes.register(call.find(body).map(Body::id).orElse(null), LISTED)) {
      Meeting which = minutes.meetingOf(number);
      Proceedings said = minutes.of(which);
      if (!minutes.mayRead(said, call.actor())) continue;
      said.decisions().stream()
          .filter(each -> each.number().equals(number))
          .forEach(
              each ->
                  rows.add(
                      List.of(
                          number,
                          meetings.day(which),
                          each.text(),
                          each.quorate() ? each.result() : Phrase.of("minutes.opinion"))));
    }
    return new Reply.Table(
        "minutes.decisions",
        List.of(rows.size()),
        List.of(
            "minutes.field.number",
            "minutes.field.when",
            "minutes.field.text",
            "minutes.field.result"),
        rows);
  }

  /** What was noted, decided and promised, of the meetings that the reader may read. */
  private Reply search(Call call) {
    List<List<Object>> rows = new ArrayList<>();
    for (Found each : minutes.search(call.get(words), call.actor())) {
      if (rows.size() == FOUND) break;
      Meeting which = meetings.get(each.meeting());
      rows.add(
          List.of(
              which.number(),
              meetings.day(which),
              meetings.body(which).code(),
              Phrase.of("minutes.found." + each.kind(), each.number()),
              each.text()));
    }
    return new Reply.Table(
        "minutes.found",
        List.of(rows.size(), call.get(words)),
        List.of(
            "meeting.field.number",
            "minutes.field.when",
            "meeting.field.code",
            "minutes.field.kind",
            "minutes.field.text"),
        rows);
  }

  private PaperFormat formatOf(Call call) {
    return call.find(format).orElse(PaperFormat.PDF);
  }

  private Language languageOf(Call call) {
    return call.find(language).orElse(call.actor().language());
  }

  private String name(Meeting which, String what, boolean isBare) {
    String code = Folded.of(meetings.body(which).code());
    return what + "-" + code + "-" + meetings.day(which) + (isBare ? "-public" : "");
  }
}
