package ca.greffier.app;

import ca.greffier.command.Attachment;
import ca.greffier.command.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file named on the command line. */
final class GivenFile {
  private GivenFile() {}

  /**
   * Reads it whole.
   *
   * @throws Refusal when there is none, it is no file, it may not be read, or it is larger
   */
  static Attachment read(Path file, int mostBytes) {
    if (Files.isDirectory(file)) throw new Refusal("app.file.directory", file.toString());
    if (!Files.exists(file)) throw new Refusal("app.file.none", file.toString());
    try (InputStream stream = Files.newInputStream(file)) {
      byte[] bytes = stream.readNBytes(mostBytes + 1);
      if (bytes.length > mostBytes)
        throw new Refusal("app.file.large", file.toString(), mostBytes >> 20);
      return new Attachment(file.toString(), bytes);
    } catch (IOException unreadable) {
      throw new Refusal("app.file.unreadable", file.toString());
    }
  }
}
