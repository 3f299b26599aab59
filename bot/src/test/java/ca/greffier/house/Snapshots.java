package ca.greffier.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What people read, kept in files of {@code src/test/resources/snapshots} so that a change of words
 * is seen in review. {@code -Dgreffier.snapshots=write} rewrites them instead of comparing.
 */
public final class Snapshots {
  private static final Path FOLDER =
      Path.of(System.getProperty("greffier.root", ".."), "bot/src/test/resources/snapshots");

  private Snapshots() {}

  /**
   * Compares a text with its snapshot.
   *
   * @param name the file below the folder, with its extension: {@code mail/fr/code.txt}
   */
  public static void verify(String name, String actual) {
    Path file = FOLDER.resolve(name).normalize();
    if (!file.startsWith(FOLDER.normalize())) throw new IllegalArgumentException(name);
    try {
      if (isRewriting()) write(file, actual);
      else compare(file, actual);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isRewriting() {
    return "write".equals(System.getProperty("greffier.snapshots"));
  }

  private static void write(Path file, String actual) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, ended(actual));
  }

  private static void compare(Path file, String actual) throws IOException {
    if (!Files.exists(file))
      fail("no snapshot %s: run again with -Dgreffier.snapshots=write and read it", file);
    assertThat(ended(actual))
        .as("%s (-Dgreffier.snapshots=write rewrites it)", file.getFileName())
        .isEqualTo(Files.readString(file));
  }

  /** Files end with a line end, whatever the text does. */
  private static String ended(String text) {
    String unix = text.replace("\r\n", "\n");
    return unix.endsWith("\n") ? unix : unix + "\n";
  }
}
