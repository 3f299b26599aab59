package ca.greffier.value;

import ca.greffier.command.Attachment;
import ca.greffier.command.Refusal;
import ca.greffier.table.TableFile;
import ca.greffier.table.TableFile.Row;
import ca.greffier.text.Folded;
import ca.greffier.text.Typed;
import ca.greffier.text.TypedDecimal;
import ca.greffier.value.PlannedCurve.Point;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/**
 * A table of measures, {@code id, BAC, PV, EV, AC, AT, PD}, and the metrics of each line. Lines
 * whose id ends in {@code -tNN} are one project at successive times: together they make its planned
 * curve, without which there is no earned schedule. Any unit of money and of time will do.
 */
public final class ValueTable {
  private static final Pattern IN_SERIES = Pattern.compile("(.*)-[tT](\\d{1,9})");
  private static final Set<String> UNKNOWN =
      Set.of("", "-", "—", "n/d", "nd", "n/a", "na", "nan", "null", "s.o.");
  private static final String[] HEADS = {
    "id",
    "CV",
    "SV",
    "CPI",
    "SPI",
    "EAC_typical",
    "EAC_atypical",
    "EAC_mixed",
    "ETC",
    "VAC",
    "TCPI_BAC",
    "TCPI_EAC",
    "ES",
    "SV_t",
    "SPI_t",
    "IEAC_t"
  };

  private final List<Measure> measures;

  private ValueTable(List<Measure> measures) {
    this.measures = measures;
  }

  /**
   * A line of the table.
   *
   * @param series what its id begins with, when it is one of several times
   */
  private record Measure(
      String id,
      @Nullable String series,
      EarnedValue value,
      @Nullable BigDecimal at,
      @Nullable BigDecimal pd) {}

  /**
   * Reads a CSV table; AT and PD may be missing, other columns are ignored.
   *
   * @throws Refusal when it is no table, a column is missing, or a cell is not a number
   */
  public static ValueTable read(Attachment file) {
    TableFile table = TableFile.read(file, "id", "bac", "pv", "ev", "ac");
    List<Measure> measures = new ArrayList<>();
    for (Row row : table.rows()) {
      if (row.cells().values().stream().anyMatch(cell -> !cell.isBlank()))
        measures.add(measure(row, table.separator() == ','));
    }
    return new ValueTable(measures);
  }

  /** The metrics as CSV: points for decimals, {@code n/d} where undefined. */
  public String csv() {
    Map<String, List<Point>> series = series();
    StringBuilder out = new StringBuilder();
    CSVFormat format = CSVFormat.RFC4180.builder().setRecordSeparator("\n").setHeader(HEADS).get();
    try (CSVPrinter printer = new CSVPrinter(out, format)) {
      for (Measure each : measures) {
        List<String> cells = new ArrayList<>(List.of(each.id()));
        cells.addAll(figures(each.value()));
        cells.addAll(figures(schedule(each, series)));
        printer.printRecord(cells);
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return out.toString();
  }

  private static List<String> figures(EarnedValue value) {
    return List.of(
        written(value.cv()),
        written(value.sv()),
        written(value.cpi()),
        written(value.spi()),
        written(value.eacTypical()),
        written(value.eacAtypical()),
        written(value.eacMixed()),
        written(value.etc()),
        written(value.vac()),
        written(value.tcpiBudget()),
        written(value.tcpiEstimate()));
  }

  private static List<String> figures(EarnedSchedule schedule) {
    return List.of(
        written(schedule.es()),
        written(schedule.sv()),
        written(schedule.spi()),
        written(schedule.estimate()));
  }

  private static String written(@Nullable BigDecimal figure) {
    return figure == null ? "n/d" : Figures.plain(figure);
  }

  /** The points of each planned curve. */
  private Map<String, List<Point>> series() {
    Map<String, List<Point>> series = new HashMap<>();
    for (Measure each : measures) {
      BigDecimal planned = each.value().pv();
      if (each.series() == null || each.at() == null || planned == null) continue;
      series
          .computeIfAbsent(each.series(), any -> new ArrayList<>())
          .add(new Point(each.at(), planned));
    }
    return series;
  }

  private static EarnedSchedule schedule(Measure measure, Map<String, List<Point>> series) {
    BigDecimal earned = measure.value().ev();
    List<Point> points =
        measure.series() == null ? List.of() : series.getOrDefault(measure.series(), List.of());
    BigDecimal es =
        earned == null || points.isEmpty()
            ? null
            : PlannedCurve.of(points, measure.value().bac(), measure.pd()).timeOf(earned);
    return new EarnedSchedule(measure.at(), measure.pd(), es);
  }

  private static Measure measure(Row row, boolean commaGroups) {
    Cells cells = new Cells(row, commaGroups);
    Matcher inSeries = IN_SERIES.matcher(row.cell("id"));
    boolean isInSeries = inSeries.matches();
    BigDecimal at = cells.figure("at");
    return new Measure(
        row.cell("id"),
        isInSeries ? inSeries.group(1) : null,
        new EarnedValue(
            cells.figure("bac"), cells.figure("pv"), cells.figure("ev"), cells.figure("ac")),
        at == null && isInSeries ? new BigDecimal(inSeries.group(2)) : at,
        cells.figure("pd"));
  }

  /**
   * The cells of a line.
   *
   * @param commaGroups whether a comma before three digits parts thousands
   */
  private record Cells(Row row, boolean commaGroups) {
    @Nullable BigDecimal figure(String head) {
      String cell = row.cell(head);
      if (UNKNOWN.contains(Folded.of(cell))) return null;
      return switch (TypedDecimal.read(cell, commaGroups)) {
        case Typed.Value<BigDecimal>(var figure) -> figure;
        case Typed.Unclear<BigDecimal>(var why) ->
            throw new Refusal("value.cell", row.number(), head.toUpperCase(Locale.ROOT), why);
      };
    }
  }
}
