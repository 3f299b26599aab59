package ca.greffier.exchange;

import ca.greffier.command.Attachment;
import ca.greffier.command.Refusal;
import ca.greffier.exchange.ScheduledTask.Agreed;
import ca.greffier.exchange.ScheduledTask.Done;
import ca.greffier.table.TableFile;
import ca.greffier.table.TableFile.Row;
import ca.greffier.text.Folded;
import ca.greffier.text.Phrase;
import ca.greffier.text.Typed;
import ca.greffier.text.TypedDate;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A table with a line for each task, as people keep it in a spreadsheet or a scheduler lists it.
 */
final class ScheduleTable {
  private static final Set<String> MILESTONES =
      Set.of(
          "jalon",
          "milestone",
          "finish milestone",
          "start milestone",
          "oui",
          "yes",
          "vrai",
          "true");
  private static final Pattern TIME = Pattern.compile("[T ]\\d{1,2}(?::\\d{2}| ?h).*$");
  private static final Pattern DAY_NAME = Pattern.compile("^\\p{L}{2,4}\\.? (?=\\d)");
  private static final Pattern PERCENT = Pattern.compile("(\\d{1,3})(?:[.,](\\d+))? ?(%?)");

  /** {@code 12}, {@code 12FD+2j}, {@code A1010: FS +3d}. */
  private static final Pattern BEFORE =
      Pattern.compile(
          "(.*?)(?:[: ]*(FD|FF|DD|DF|FS|SS|SF))?(?: *\\+ *(\\d{1,4}) *(?:j|d)\\p{L}*\\.?)?",
          Pattern.CASE_INSENSITIVE);

  private static final Set<String> FROM_START = Set.of("DD", "DF", "SS", "SF");
  private static final Pattern SEVERAL = Pattern.compile("[;,\\n]");
  private static final int ALL_DONE = 100;
  private static final int MOST_LAG = 1000;

  private final LocalDate today;
  private final Map<Column, String> heads = new EnumMap<>(Column.class);
  private final List<Row> rows;
  private final List<ScheduledTask> tasks = new ArrayList<>();
  private final Map<List<String>, Schedule.Link> links = new LinkedHashMap<>();
  private final Set<String> resources = new LinkedHashSet<>();
  private int assignments;
  private int unreadable;

  private ScheduleTable(TableFile table, LocalDate today) {
    this.today = today;
    this.rows = table.rows();
    for (Column each : Column.values())
      each.in(table.heads()).ifPresent(head -> heads.put(each, head));
  }

  /** Whether the heads are those of tasks: a name and a date at least. */
  static boolean isHeads(List<String> columns) {
    return Column.NAME.in(columns).isPresent()
        && (Column.FINISH.in(columns).isPresent() || Column.START.in(columns).isPresent());
  }

  /**
   * @param today from which a date without a year counts
   * @throws Refusal when no line has the heads of a table of tasks
   */
  static Schedule read(ScheduleFormat format, Attachment file, LocalDate today) {
    TableFile table =
        TableFile.find(file, ScheduleTable::isHeads)
            .orElseThrow(() -> new Refusal("exchange.format", file.name()));
    return new ScheduleTable(table, today).schedule(format);
  }

  private Schedule schedule(ScheduleFormat format) {
    for (int i = 0; i < rows.size(); i++) read(rows.get(i), i + 1 < rows.size() ? level(i + 1) : 0);
    List<Schedule.Link> all = List.copyOf(links.values());
    List<Phrase> warnings = new ArrayList<>();
    if (unreadable > 0) warnings.add(Phrase.of("exchange.doubt.unreadable", unreadable));
    warnings.addAll(Doubts.of(tasks, all));
    return new Schedule(format, tasks, all, resources.size(), assignments, warnings);
  }

  private void read(Row row, int nextLevel) {
    String key = key(row);
    String name = cell(row, Column.NAME);
    LocalDate start = date(row, Column.START);
    LocalDate finish = date(row, Column.FINISH);
    int level = level(row);
    tasks.add(
        new ScheduledTask(
            new ScheduledTask.Label(key, key, "", name),
            level > 0 && nextLevel > level,
            MILESTONES.contains(Folded.of(cell(row, Column.MILESTONE))),
            midnight(start == null ? finish : start),
            midnight(finish == null ? start : finish),
            agreed(row),
            done(row)));
    for (String each : SEVERAL.split(cell(row, Column.BEFORE))) before(each.strip(), key);
    for (String each : SEVERAL.split(cell(row, Column.RESOURCE))) {
      if (each.isBlank()) continue;
      resources.add(Folded.of(each.replaceFirst("\\[.*", "")));
      assignments++;
    }
  }

  /** Its number in the table where nothing else names it. */
  private String key(Row row) {
    String id = cell(row, Column.ID);
    return id.isEmpty() ? String.valueOf(row.number()) : id;
  }

  private Agreed agreed(Row row) {
    LocalDate agreed = date(row, Column.BASELINE);
    return agreed == null ? Agreed.NONE : new Agreed(true, agreed);
  }

  private Done done(Row row) {
    LocalDate on = date(row, Column.ACTUAL);
    Matcher percent = PERCENT.matcher(cell(row, Column.PERCENT));
    if (!percent.matches()) return new Done(null, on);
    String decimals = percent.group(2) == null ? "0" : percent.group(2);
    double value = Double.parseDouble(percent.group(1) + "." + decimals);
    // A spreadsheet keeps 60 % as 0.6, and 100 % as 1.
    boolean share = percent.group(3).isEmpty() && value <= 1;
    return new Done((int) Math.clamp(share ? value * ALL_DONE : value, 0, ALL_DONE), on);
  }

  private void before(String typed, String key) {
    Matcher parts = BEFORE.matcher(typed);
    if (typed.isEmpty() || !parts.matches()) return;
    String type = parts.group(2) == null ? "" : parts.group(2).toUpperCase(Locale.ROOT);
    int lag = parts.group(3) == null ? 0 : Math.min(Integer.parseInt(parts.group(3)), MOST_LAG);
    String first = parts.group(1).strip();
    links.putIfAbsent(
        List.of(first, key), new Schedule.Link(first, key, lag, !FROM_START.contains(type)));
  }

  private int level(int index) {
    return level(rows.get(index));
  }

  private int level(Row row) {
    String typed = cell(row, Column.LEVEL);
    return typed.matches("\\d{1,3}") ? Integer.parseInt(typed) : 0;
  }

  private String cell(Row row, Column column) {
    String head = heads.get(column);
    return head == null ? "" : row.cell(head);
  }

  private @Nullable LocalDate date(Row row, Column column) {
    String typed = cell(row, column);
    if (typed.isEmpty() || Folded.of(typed).equals("na") || typed.equals("-")) return null;
    String day = DAY_NAME.matcher(TIME.matcher(typed).replaceFirst("")).replaceFirst("");
    if (TypedDate.read(day, today) instanceof Typed.Value<LocalDate>(LocalDate date)) return date;
    unreadable++;
    return null;
  }

  private static @Nullable LocalDateTime midnight(@Nullable LocalDate day) {
    return day == null ? null : day.atStartOfDay();
  }
}
