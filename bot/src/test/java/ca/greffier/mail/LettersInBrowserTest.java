package ca.greffier.mail;

import static org.assertj.core.api.Assertions.assertThat;

import ca.greffier.house.Browser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The letters as they were kept to be looked at, in a browser: narrow by day, and those in English
 * wide by night. A letter is read inside another page, so it has no landmarks of its own.
 */
@Tag("once")
class LettersInBrowserTest {
  private static final Path KEPT =
      Path.of(System.getProperty("greffier.root", ".."), "bot/src/test/resources/snapshots");

  @Test
  void every_letter_can_be_read_by_all() throws Exception {
    List<Path> letters;
    try (Stream<Path> files = Files.walk(KEPT)) {
      letters = files.filter(LettersInBrowserTest::isLetter).sorted().toList();
    }
    assertThat(letters).hasSizeGreaterThan(50);
    try (Browser browser = Browser.open()) {
      for (boolean night : List.of(false, true)) {
        browser.dark(night).wide(night ? 700 : 320);
        for (Path letter : letters) {
          if (night && !letter.toString().contains("/en/")) continue;
          browser.visit(letter.toAbsolutePath().toUri().toString());
          String where = KEPT.relativize(letter) + (night ? ", by night" : "");
          assertThat(browser.violations())
              .as(where)
              .allMatch(
                  each -> each.startsWith("landmark-one-main:") || each.startsWith("region:"));
          assertThat(browser.overflow()).as(where).isZero();
        }
      }
    }
  }

  private static boolean isLetter(Path file) {
    try {
      return file.toString().endsWith(".html") && Files.readString(file).contains("mj-column");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
