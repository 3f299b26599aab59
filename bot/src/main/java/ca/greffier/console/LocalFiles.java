package ca.greffier.console;

import ca.greffier.command.Attachment;
import ca.greffier.command.Refusal;
import ca.greffier.command.Reply;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;

/** Files of the machine: read to be given with a command, written where documents are kept. */
final class LocalFiles {
  /** The kinds have stricter limits; this one keeps a mistake from filling the memory. */
  static final long LARGEST = 25L << 20;

  private static final int LONGEST_NAME = 120;

  private final Path folder;

  /**
   * @param folder where documents are kept
   */
  LocalFiles(Path folder) {
    this.folder = folder;
  }

  /**
   * @throws Refusal when it is no file, or cannot be read, or is too large
   */
  static Attachment read(String typed) {
    Path path = path(typed);
    if (!Files.exists(path)) throw new Refusal("console.file.none", path.toString());
    if (!Files.isRegularFile(path)) throw new Refusal("console.file.folder", path.toString());
    try {
      if (Files.size(path) > LARGEST)
        throw new Refusal("console.file.large", path.toString(), LARGEST >> 20);
      return new Attachment(String.valueOf(path.getFileName()), Files.readAllBytes(path));
    } catch (IOException unreadable) {
      throw new Refusal("console.file.closed", path.toString());
    }
  }

  private static Path path(String typed) {
    String home = System.getProperty("user.home");
    try {
      return Path.of(typed.startsWith("~/") ? home + typed.substring(1) : typed).toAbsolutePath();
    } catch (InvalidPathException impossible) {
      throw new Refusal("console.file.none", Cells.clean(typed));
    }
  }

  /** A file that only its owner reads, made when it is not there. */
  static Path ownersOnly(Path file) {
    try {
      if (Files.exists(file)) return file;
      Files.createDirectories(file.toAbsolutePath().getParent());
      Files.createFile(file);
      if (Files.getFileStore(file).supportsFileAttributeView("posix"))
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Keeps a document under its name, or with a number behind when the name is taken. */
  Path keep(Reply.Document document) {
    String name = name(document.name());
    int dot = name.lastIndexOf('.') > 0 ? name.lastIndexOf('.') : name.length();
    try {
      Files.createDirectories(folder);
      for (int copy = 1; ; copy++) {
        String tried = copy == 1 ? name : name.substring(0, dot) + "-" + copy + name.substring(dot);
        Path path = folder.resolve(tried).toAbsolutePath();
        if (write(path, document.bytes())) return path;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean write(Path path, byte[] bytes) throws IOException {
    try {
      Files.write(path, bytes, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
      return true;
    } catch (FileAlreadyExistsException taken) {
      return false;
    }
  }

  /** A name that stays in the folder and hides nothing. */
  private static String name(String given) {
    String plain =
        Cells.clean(given).replaceAll("[/\\\\:*?\"<>|\\n]+", "-").replaceAll("^\\.+", "");
    String cut =
        plain.length() <= LONGEST_NAME ? plain : plain.substring(plain.length() - LONGEST_NAME);
    return cut.isBlank() ? "document" : cut;
  }
}
