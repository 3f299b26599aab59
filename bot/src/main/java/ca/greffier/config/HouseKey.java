package ca.greffier.config;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;

/**
 * The house's secret key: 32 random bytes in a file that only its owner reads. The links in letters
 * already sent derive from it, so it is saved with the database.
 */
public final class HouseKey {
  private static final int BYTES = 32;

  private HouseKey() {}

  /**
   * The key of a file, which is made when it is not there.
   *
   * @throws ConfigFailure when the file cannot be read or made, or is too short for a key
   */
  public static byte[] of(Path file) {
    try {
      if (!Files.exists(file)) make(file);
      byte[] key = Files.readAllBytes(file);
      if (key.length < BYTES) throw new ConfigFailure("config.key.short", file);
      return key;
    } catch (IOException e) {
      throw new ConfigFailure("config.key.unreadable", file);
    }
  }

  /** Written beside its place, then moved: a key that is there is whole. */
  private static void make(Path file) throws IOException {
    Path folder = file.toAbsolutePath().resolveSibling("");
    Files.createDirectories(folder);
    Path part = Files.createTempFile(folder, "key-", "");
    byte[] key = new byte[BYTES];
    new SecureRandom().nextBytes(key);
    Files.write(part, key);
    try {
      Files.move(part, file);
    } catch (FileAlreadyExistsException madeMeanwhile) {
      Files.delete(part);
    }
  }
}
