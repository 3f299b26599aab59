package ca.greffier.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ca.greffier.command.Attachment;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;

/** Worked examples of others; skipped where the corpora are missing. */
class ValueCorpusTest {
  private static final Path CASES =
      Path.of(System.getProperty("greffier.corpora", "../../shared/corpora"), "evm/cases.csv");
  private static final double TOLERANCE = 0.0001;

  /** Where the estimate of an example is not the typical one, its column among ours. */
  private static final Map<String, String> ESTIMATES =
      Map.of("BAC/CPI", "EAC_typical", "AC+(BAC-EV)/(CPI*SPI)", "EAC_mixed");

  /**
   * Where we differ, and why. Examples that give an index or an estimate instead of the amounts
   * cannot be computed from the columns we read; where their estimate is not BAC / CPI, neither are
   * the three metrics that follow from it.
   */
  private static final Map<String, Set<String>> DIFFERENT =
      Map.of(
          "lovepmp-5", Set.of("ETC", "VAC", "TCPI_EAC"), // of the mixed estimate
          "lovepmp-4", Set.of("CPI"), // given
          "scribd-1", Set.of("ETC"), // given
          "scribd-2", Set.of("ETC", "VAC", "TCPI_EAC"), // given
          "scribd-3", Set.of("CPI", "EAC", "VAC"), // given
          "epcland-3", Set.of("ETC", "VAC", "TCPI_EAC"), // given
          // Given; and AC is over BAC with work left: no performance brings it back (domain.md K3),
          // where the example has a negative index.
          "nemotron-1", Set.of("ETC", "VAC", "TCPI_EAC", "TCPI_BAC"));

  @Test
  void our_figures_are_those_of_the_examples() throws IOException {
    assumeTrue(Files.isRegularFile(CASES), "no corpora at " + CASES);
    Attachment file = new Attachment("cases.csv", Files.readAllBytes(CASES));
    List<CSVRecord> ours = rows(ValueTable.read(file).csv());
    List<CSVRecord> expected = rows(Files.readString(CASES));
    assertThat(ours).hasSameSizeAs(expected);
    List<String> wrong = new ArrayList<>();
    int compared = 0;
    for (int i = 0; i < ours.size(); i++) {
      for (String column :
          List.of(
              "CV",
              "SV",
              "CPI",
              "SPI",
              "EAC",
              "ETC",
              "VAC",
              "TCPI_BAC",
              "TCPI_EAC",
              "ES",
              "SV_t",
              "SPI_t",
              "IEAC_t")) {
        CSVRecord example = expected.get(i);
        String known = example.get(column);
        String name = column.equals("EAC") ? ESTIMATES.get(example.get("EAC_formula")) : column;
        boolean differs = DIFFERENT.getOrDefault(example.get("id"), Set.of()).contains(column);
        if (known.isBlank() || name == null || differs) continue;
        compared++;
        String found = ours.get(i).get(name);
        if (!isClose(found, known))
          wrong.add(example.get("id") + " " + name + ": " + found + " for " + known);
      }
    }
    assertThat(wrong).as("of %d", compared).isEmpty();
    assertThat(compared).isGreaterThan(120);
  }

  private static boolean isClose(String found, String known) {
    return !found.equals("n/d")
        && Math.abs(Double.parseDouble(found) - Double.parseDouble(known))
            <= TOLERANCE * Math.max(1, Math.abs(Double.parseDouble(known)));
  }

  private static List<CSVRecord> rows(String table) throws IOException {
    CSVFormat format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
    return format.parse(new StringReader(table)).getRecords();
  }
}
