package ca.greffier.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;

/** The replies that other people's mail programs wrote; skipped where they are missing. */
class OwnWordsCorpusTest {
  private static final Path REPLIES =
      Path.of(System.getProperty("greffier.corpora", "../../shared/corpora"), "replies");

  @Test
  void own_words_are_found_in_the_replies_of_other_programs() throws IOException {
    assumeTrue(Files.isDirectory(REPLIES), "no corpora at " + REPLIES);
    int checked = 0;
    List<String> wrong = new ArrayList<>();
    for (CSVRecord row : rows()) {
      if (!row.get("check").matches("(visible_text|first_fragment)_equals")) continue;
      checked++;
      String found = plain(OwnWords.of(Files.readString(REPLIES.resolve(row.get("file")))));
      if (!found.equals(plain(expected(row)))) wrong.add(row.get("lang") + " " + row.get("file"));
    }
    System.out.printf(
        "own words: %d of %d right; wrong: %s%n", checked - wrong.size(), checked, wrong);
    assertThat(wrong).noneMatch(name -> name.startsWith("fr"));
    assertThat(wrong.size()).isLessThanOrEqualTo(checked * 15 / 100);
  }

  private static List<CSVRecord> rows() throws IOException {
    CSVFormat format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
    try (Reader reader = Files.newBufferedReader(REPLIES.resolve("expected.csv"))) {
      return format.parse(reader).getRecords();
    }
  }

  private static String expected(CSVRecord row) throws IOException {
    return row.get("expected_file").isBlank()
        ? row.get("expected")
        : Files.readString(REPLIES.resolve(row.get("expected_file")), StandardCharsets.UTF_8);
  }

  private static String plain(String text) {
    return text.replaceAll("\\s+", " ").strip();
  }
}
