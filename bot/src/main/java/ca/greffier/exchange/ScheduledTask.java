package ca.greffier.exchange;

import java.time.LocalDate;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A line of a schedule.
 *
 * @param summary whether it stands for the tasks under it
 * @param start at midnight where the file counts in days
 * @param finish the last moment of work; at midnight of the last day where the file counts in days
 */
public record ScheduledTask(
    Label label,
    boolean summary,
    boolean milestone,
    @Nullable LocalDateTime start,
    @Nullable LocalDateTime finish,
    Agreed agreed,
    Done done) {

  /**
   * How it is called.
   *
   * @param key what the links name it by, within its file
   * @param id what it is known by in every later file of the same schedule
   * @param code the code of a deliverable, in a file that Greffier wrote; else empty
   */
  record Label(String key, String id, String code, String name) {}

  /**
   * What was agreed.
   *
   * @param kept whether a date, a duration, a cost or an effort was kept
   */
  record Agreed(boolean kept, @Nullable LocalDate finish) {
    static final Agreed NONE = new Agreed(false, null);
  }

  /**
   * What is done of it.
   *
   * @param percent from 0 to 100; null where the file does not say
   * @param on the day it was finished; null while it is not
   */
  record Done(@Nullable Integer percent, @Nullable LocalDate on) {
    static final Done UNKNOWN = new Done(null, null);
  }

  String key() {
    return label.key();
  }

  String name() {
    return label.name();
  }

  boolean isDated() {
    return start != null && finish != null;
  }

  boolean endsBeforeItStarts() {
    return start != null && finish != null && finish.isBefore(start);
  }
}
