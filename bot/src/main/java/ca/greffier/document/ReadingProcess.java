package ca.greffier.document;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Reads the text of one file in a Java process of its own, with little memory and little time: a
 * file made to harm takes down that process and nothing else. See decision record 0011.
 */
final class ReadingProcess {
  static final int MEGABYTES = 320;

  private final Path java;
  private final String classPath;
  private final Duration patience;
  private final int megabytes;

  /**
   * @param patience after which the process is killed
   * @param megabytes of memory that it may take
   */
  ReadingProcess(Duration patience, int megabytes) {
    this.java = Path.of(System.getProperty("java.home"), "bin", "java");
    this.classPath = System.getProperty("java.class.path");
    this.patience = patience;
    this.megabytes = megabytes;
  }

  /**
   * @param into where the process writes; the caller deletes it
   * @throws FileText.Unreadable when it cannot be read, or took too much
   */
  String read(Path file, FileType type, Path into) throws FileText.Unreadable {
    try {
      Process process = start(file, type, into);
      if (!finishes(process)) throw new FileText.Unreadable(TextFault.SLOW);
      if (process.exitValue() != 0)
        throw new FileText.Unreadable(TextFault.of(process.exitValue()));
      return Files.readString(into);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private Process start(Path file, FileType type, Path into) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
            List.of(
                java.toString(),
                "-Xmx" + megabytes + "m",
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:-UsePerfData",
                "-Djava.awt.headless=true",
                "-Dpdfbox.fontcache=" + into.toAbsolutePath().getParent(),
                "-cp",
                classPath,
                ReadingProcess.class.getName(),
                file.toAbsolutePath().toString(),
                type.name(),
                into.toAbsolutePath().toString()));
    builder.environment().clear();
    // or Java could not open a file in a folder with an accent
    builder.environment().put("LC_ALL", "C.UTF-8");
    builder.redirectOutput(ProcessBuilder.Redirect.DISCARD);
    builder.redirectError(ProcessBuilder.Redirect.DISCARD);
    Process process = builder.start();
    process.getOutputStream().close();
    return process;
  }

  /** Never leaves it running. */
  private boolean finishes(Process process) {
    try {
      return process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
      return false;
    } finally {
      process.destroyForcibly();
    }
  }

  /**
   * The process: file, type, where to write the text; it ends with a {@link TextFault}'s number.
   */
  public static void main(String[] arguments) {
    try {
      String text = FileText.of(Path.of(arguments[0]), FileType.valueOf(arguments[1]));
      Files.writeString(Path.of(arguments[2]), text);
    } catch (FileText.Unreadable unreadable) {
      System.exit(unreadable.fault().exit());
    } catch (IOException | RuntimeException | LinkageError | StackOverflowError broken) {
      System.exit(TextFault.DAMAGED.exit());
    }
  }
}
