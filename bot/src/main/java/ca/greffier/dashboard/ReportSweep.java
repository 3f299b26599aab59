package ca.greffier.dashboard;

import ca.greffier.directory.Bodies;
import ca.greffier.directory.Person;
import ca.greffier.outbox.Enclosure;
import ca.greffier.outbox.Letter;
import ca.greffier.outbox.LetterClass;
import ca.greffier.outbox.Outbox;
import ca.greffier.sweep.OfficeHours;
import ca.greffier.sweep.Sweep;
import ca.greffier.text.Language;
import ca.greffier.text.Messages;
import ca.greffier.text.Phrase;
import ca.greffier.text.QuebecCalendar;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Sends the report to the manager and the director on the first working day of each week, once; it
 * is where an opportunity is told.
 */
public final class ReportSweep implements Sweep {
  private final Reports reports;
  private final Parts parts;

  /** What it needs of other rooms. */
  public record Parts(
      Bodies bodies,
      Outbox outbox,
      Messages messages,
      QuebecCalendar calendar,
      OfficeHours hours) {}

  public ReportSweep(Reports reports, Parts parts) {
    this.reports = reports;
    this.parts = parts;
  }

  @Override
  public String name() {
    return "rapports";
  }

  /** Every weekday, since a Monday may be a holiday. */
  @Override
  public String cron() {
    return "0 15 8 ? * MON-FRI";
  }

  @Override
  public void run(Instant now) {
    LocalDate today = parts.hours().day(now);
    if (!parts.hours().isOpen(now) || !isFirstOfWeek(today)) return;
    List<Person> readers = parts.bodies().inCharge(today);
    if (readers.isEmpty()) return;
    Report report = reports.on(today);
    Map<Language, List<Enclosure>> pictures = new EnumMap<>(Language.class);
    for (Person reader : readers) {
      List<Enclosure> shown =
          pictures.computeIfAbsent(reader.language(), language -> pictures(report, language));
      parts
          .outbox()
          .put(
              "rapport:" + week(today) + ":" + reader.id().value(),
              letter(report, reader, shown).enclosing(shown.toArray(Enclosure[]::new)));
    }
  }

  /**
   * Those that a section speaks of, under the name of their panel; none where none can be drawn.
   */
  private List<Enclosure> pictures(Report report, Language language) {
    List<Enclosure> drawn = new ArrayList<>();
    for (Panel panel : Panels.of(report.board(), new Voice(parts.messages(), language))) {
      Picture picture = panel.picture();
      boolean spoken = report.sections().stream().anyMatch(each -> each.panel().equals(panel.id()));
      if (picture != null && spoken)
        Bitmap.of(picture)
            .map(
                png ->
                    new Enclosure(
                        panel.id() + ".png", "image/png", png, picture.description(), true))
            .ifPresent(drawn::add);
    }
    return drawn;
  }

  /** The first working day of its week. */
  private boolean isFirstOfWeek(LocalDate today) {
    LocalDate before = parts.calendar().plusWorkingDays(today, -1);
    return parts.calendar().isWorkingDay(today) && !week(before).equals(week(today));
  }

  private static String week(LocalDate day) {
    return String.format(
        Locale.ROOT,
        "%d-W%02d",
        day.get(IsoFields.WEEK_BASED_YEAR),
        day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
  }

  private Letter letter(Report report, Person reader, List<Enclosure> shown) {
    Language language = reader.language();
    List<Map<String, Object>> sections =
        report.sections().stream()
            .map(
                each ->
                    Map.<String, Object>of(
                        "title", parts.messages().say(language, each.title()),
                        "says", words(each.says(), language),
                        "items", words(each.items(), language),
                        "pictures", pictures(each, shown)))
            .toList();
    return Letter.of(
        LetterClass.AVIS,
        reader.email(),
        reader.fullName(),
        language,
        "rapport",
        Map.of(
            "day",
            parts.messages().say(language, "dashboard.report.day", report.day()),
            "sections",
            sections));
  }

  private static List<Map<String, Object>> pictures(Report.Section section, List<Enclosure> shown) {
    return shown.stream()
        .filter(each -> each.name().equals(section.panel() + ".png"))
        .map(
            each ->
                Map.<String, Object>of(
                    "cid", Enclosure.contentId(each.name()), "says", each.description()))
        .toList();
  }

  private List<String> words(List<Phrase> phrases, Language language) {
    return phrases.stream().map(each -> parts.messages().say(language, each)).toList();
  }
}
