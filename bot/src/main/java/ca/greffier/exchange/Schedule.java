package ca.greffier.exchange;

import ca.greffier.text.Phrase;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What a file of another scheduler says.
 *
 * @param tasks in the order of the file, without the line that stands for the whole project
 * @param resources how many, without the one that means "nobody"
 * @param warnings what was left out, or looks wrong
 */
public record Schedule(
    ScheduleFormat format,
    List<ScheduledTask> tasks,
    List<Link> links,
    int resources,
    int assignments,
    List<Phrase> warnings) {

  public Schedule {
    tasks = List.copyOf(tasks);
    links = List.copyOf(links);
    warnings = List.copyOf(warnings);
  }

  /**
   * One task waits for another; the keys are those of the tasks.
   *
   * @param lagDays working days between them, never negative
   * @param onFinish whether it is the end of the first that is waited for
   */
  record Link(String before, String after, int lagDays, boolean onFinish) {}

  public long summaries() {
    return count(ScheduledTask::summary);
  }

  public long milestones() {
    return count(ScheduledTask::milestone);
  }

  /** How many tasks have a baseline. */
  public long baselines() {
    return count(task -> task.agreed().kept());
  }

  /** When the first task starts. */
  public Optional<LocalDateTime> start() {
    return moments(ScheduledTask::start).stream().min(Comparator.naturalOrder());
  }

  /** When the last task ends. */
  public Optional<LocalDateTime> finish() {
    return moments(ScheduledTask::finish).stream().max(Comparator.naturalOrder());
  }

  private long count(Predicate<ScheduledTask> which) {
    return tasks.stream().filter(which).count();
  }

  private List<LocalDateTime> moments(Function<ScheduledTask, @Nullable LocalDateTime> which) {
    return tasks.stream().map(which).filter(Objects::nonNull).toList();
  }
}
