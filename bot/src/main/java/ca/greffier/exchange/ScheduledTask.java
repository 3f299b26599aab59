package ca.greffier.exchange;

import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A line of a schedule.
 *
 * @param key what the links name it by, within its file
 * @param summary whether it stands for the tasks under it
 * @param start at midnight where the file counts in days
 * @param finish the last moment of work; at midnight of the last day where the file counts in days
 * @param baselined whether a date, a duration, a cost or an effort was kept as its baseline
 */
public record ScheduledTask(
    String key,
    String name,
    boolean summary,
    boolean milestone,
    @Nullable LocalDateTime start,
    @Nullable LocalDateTime finish,
    boolean baselined) {

  boolean isDated() {
    return start != null && finish != null;
  }

  boolean endsBeforeItStarts() {
    return start != null && finish != null && finish.isBefore(start);
  }
}
