package ca.greffier.newsletter;

import ca.greffier.command.Refusal;
import ca.greffier.document.Classification;
import ca.greffier.document.Document;
import ca.greffier.document.Documents;
import ca.greffier.document.Reader;
import ca.greffier.meeting.Meeting;
import ca.greffier.meeting.Meetings;
import ca.greffier.minutes.Minutes;
import ca.greffier.plan.Deliverable;
import ca.greffier.plan.Plan;
import ca.greffier.text.Escaped;
import ca.greffier.text.Folded;
import ca.greffier.text.Language;
import ca.greffier.text.Messages;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;

/**
 * Passages of an issue that fill themselves from the rooms: a line {@code {{décisions}}} becomes
 * the decisions published since the issue before. What it becomes is text of the draft, to be read
 * and changed like the rest; a passage with nothing to say goes.
 */
public final class Blocks {
  /** How far back the first issue of a list looks. */
  private static final Duration FIRST = Duration.ofDays(31);

  /** How far ahead coming meetings are announced, in days. */
  private static final int AHEAD = 60;

  private static final int MOST = 30;
  private static final Pattern LINE =
      Pattern.compile("(?m)^[ \\t]*\\{\\{\\s*([\\p{L} ]{1,30}?)\\s*\\}\\}[ \\t]*$");

  /** Whoever reads a newsletter sits nowhere. */
  private static final Reader PUBLIC = new Reader(false, false, new Long[0]);

  private final IssueDao dao;
  private final Sources sources;

  /** The rooms they are filled from. */
  public record Sources(
      Minutes minutes, Meetings meetings, Plan plan, Documents documents, Messages messages) {}

  public Blocks(Jdbi jdbi, Sources sources) {
    this.dao = jdbi.onDemand(IssueDao.class);
    this.sources = sources;
  }

  private enum Kind {
    DECISIONS("decisions"),
    MILESTONES("jalons", "milestones"),
    MEETINGS("rencontres", "meetings"),
    DOCUMENTS("documents"),
    CALLS("appels", "calls");

    private final List<String> words;

    Kind(String... words) {
      this.words = List.of(words);
    }

    private String key() {
      return "newsletter.block." + words.getFirst();
    }

    private static Optional<Kind> of(String word) {
      return Arrays.stream(values())
          .filter(each -> each.words.contains(Folded.of(word)))
          .findFirst();
    }
  }

  /**
   * @return the text, with its passages filled
   * @throws Refusal when one is not known
   */
  String filled(String markdown, NewsletterId list, Language language, Instant at) {
    Matcher line = LINE.matcher(markdown);
    StringBuilder filled = new StringBuilder();
    while (line.find()) {
      Kind kind =
          Kind.of(line.group(1))
              .orElseThrow(
                  () -> new Refusal("newsletter.block.unknown", line.group(1), known(language)));
      Instant since = dao.lastSent(list).orElse(at.minus(FIRST));
      line.appendReplacement(
          filled, Matcher.quoteReplacement(passage(kind, new Period(since, at), language)));
    }
    return tidy(line.appendTail(filled).toString());
  }

  /** A text whose passages all had nothing to say. */
  static String empty(String markdown) {
    return tidy(LINE.matcher(markdown).replaceAll(""));
  }

  private static String tidy(String markdown) {
    return markdown.replaceAll("\n{3,}", "\n\n").strip();
  }

  /** How they are written: the first word in French, the last in English. */
  private static String known(Language language) {
    return Arrays.stream(Kind.values())
        .map(each -> language == Language.FRENCH ? each.words.getFirst() : each.words.getLast())
        .map(word -> "{{" + word + "}}")
        .collect(Collectors.joining(", "));
  }

  /** Since the issue before, until now. */
  private record Period(Instant since, Instant until) {}

  private String passage(Kind kind, Period period, Language language) {
    List<String> items =
        switch (kind) {
          case DECISIONS -> decisions(period, language);
          case MILESTONES -> milestones(period, language);
          case MEETINGS -> meetings(period, language);
          case DOCUMENTS -> documents(period, language);
          case CALLS -> calls(period, language);
        };
    if (items.isEmpty()) return "";
    return "## " + say(language, kind.key()) + "\n\n- " + String.join("\n- ", items);
  }

  private List<String> decisions(Period period, Language language) {
    return sources.minutes().published(period.since(), period.until()).stream()
        .limit(MOST)
        .map(
            each ->
                item(
                    language,
                    Kind.DECISIONS,
                    each.text(),
                    each.number(),
                    sources.meetings().day(each.heldAt()),
                    each.body()))
        .toList();
  }

  private List<String> milestones(Period period, Language language) {
    LocalDate since = sources.meetings().day(period.since());
    return sources.plan().all().stream()
        .flatMap(each -> reached(each, since))
        .sorted(Comparator.comparing(Reached::day))
        .limit(MOST)
        .map(each -> item(language, Kind.MILESTONES, each.what().title(), each.day()))
        .toList();
  }

  private record Reached(Deliverable what, LocalDate day) {}

  private static Stream<Reached> reached(Deliverable what, LocalDate since) {
    LocalDate day = what.reached();
    return day == null || !day.isAfter(since) ? Stream.of() : Stream.of(new Reached(what, day));
  }

  private List<String> meetings(Period period, Language language) {
    LocalDate today = sources.meetings().day(period.until());
    return sources.meetings().convened(today, today.plusDays(AHEAD)).stream()
        .filter(each -> each.startsAt().isAfter(period.until()))
        .sorted(Comparator.comparing(Meeting::startsAt))
        .limit(MOST)
        .map(
            each ->
                item(
                    language,
                    Kind.MEETINGS,
                    each.title(),
                    sources.meetings().body(each).name(),
                    each.startsAt(),
                    each.place()))
        .toList();
  }

  private List<String> documents(Period period, Language language) {
    return sources.documents().readable(PUBLIC, null, MOST).stream()
        .filter(each -> each.classification() == Classification.PUBLIC)
        .filter(each -> each.addedAt().isAfter(period.since()))
        .map(each -> document(each, language))
        .toList();
  }

  /** Those that are still open, new or not: who has not answered yet may. */
  private List<String> calls(Period period, Language language) {
    LocalDate today = sources.meetings().day(period.until());
    return sources.documents().calls(today, MOST).stream()
        .map(
            each ->
                say(
                    language,
                    "newsletter.block.appels.item",
                    document(each, language),
                    Optional.ofNullable(each.openUntil())))
        .toList();
  }

  /** Only what the world can open is a link. */
  private String document(Document document, Language language) {
    String link = document.link();
    String title = Escaped.markdown(document.title());
    String named = link == null ? title : "[" + title + "](" + link + ")";
    return say(language, "newsletter.block.document", named, document.code());
  }

  private String item(Language language, Kind kind, Object... values) {
    return say(language, kind.key() + ".item", Escaped.all(List.of(values)).toArray());
  }

  private String say(Language language, String key, Object... values) {
    return sources.messages().say(language, key, values);
  }
}
