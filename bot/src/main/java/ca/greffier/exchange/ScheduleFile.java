package ca.greffier.exchange;

import ca.greffier.command.Attachment;
import ca.greffier.command.Refusal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads the file of another scheduler, whichever wrote it. */
public final class ScheduleFile {
  private static final Logger LOG = LoggerFactory.getLogger(ScheduleFile.class);
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final long STACK = 16L << 20;

  private ScheduleFile() {}

  /**
   * @param today from which a date without a year counts, in a table
   * @throws Refusal when it is none of the formats, is locked by a password, is damaged, or takes
   *     too long
   */
  public static Schedule read(Attachment file, LocalDate today) {
    if (file.bytes().length == 0) throw new Refusal("exchange.empty", file.name());
    ScheduleFormat format =
        ScheduleFormat.of(file.bytes())
            .orElseThrow(() -> new Refusal("exchange.format", file.name()));
    return inTime(format, file, today);
  }

  /** In a thread of its own, since a damaged file can send its reader round in circles. */
  private static Schedule inTime(ScheduleFormat format, Attachment file, LocalDate today) {
    CompletableFuture<Schedule> reading = new CompletableFuture<>();
    Thread thread = new Thread(null, () -> read(format, file, today, reading), "schedule", STACK);
    thread.setDaemon(true);
    thread.start();
    try {
      return reading.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    } catch (TimeoutException slow) {
      throw new Refusal("exchange.slow", file.name(), PATIENCE.toSeconds());
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof Refusal refusal) throw refusal;
      LOG.debug("{} cannot be read", file.name(), failed.getCause());
      throw new Refusal("exchange.damaged", file.name(), format);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }

  /** Whatever is thrown, {@code StackOverflowError} and the like too, the file is to blame. */
  @SuppressWarnings("CatchingUnchecked")
  private static void read(
      ScheduleFormat format,
      Attachment file,
      LocalDate today,
      CompletableFuture<Schedule> reading) {
    try {
      reading.complete(
          switch (format) {
            case GAN -> GanttProjectFile.read(file.bytes());
            case CSV, XLSX -> ScheduleTable.read(format, file, today);
            case MPP, MPX, MSPDI, XER, PMXML, PLANNER -> ProjectFiles.read(format, file);
          });
    } catch (Throwable broken) {
      reading.completeExceptionally(broken);
    }
  }
}
