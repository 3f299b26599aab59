package ca.greffier.exchange;

import ca.greffier.text.Phrase;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** What looks wrong in a schedule, each told once with how many and the first of them. */
final class Doubts {
  private final List<ScheduledTask> tasks;
  private final List<Schedule.Link> links;
  private final List<Phrase> found = new ArrayList<>();

  private Doubts(List<ScheduledTask> tasks, List<Schedule.Link> links) {
    this.tasks = tasks;
    this.links = links;
  }

  static List<Phrase> of(List<ScheduledTask> tasks, List<Schedule.Link> links) {
    Doubts doubts = new Doubts(tasks, links);
    if (tasks.isEmpty()) return List.of(Phrase.of("exchange.doubt.empty"));
    doubts.tell("exchange.doubt.unnamed", task -> task.name().isBlank());
    doubts.tell("exchange.doubt.undated", task -> !task.isDated());
    doubts.tell("exchange.doubt.backwards", ScheduledTask::endsBeforeItStarts);
    doubts.tellLost();
    doubts.tellCircle();
    return doubts.found;
  }

  private void tell(String key, Predicate<ScheduledTask> wrong) {
    List<ScheduledTask> all = tasks.stream().filter(wrong).toList();
    if (!all.isEmpty()) found.add(Phrase.of(key, all.size(), label(all.getFirst())));
  }

  private static String label(ScheduledTask task) {
    return task.name().isBlank() ? task.key() : task.name();
  }

  private void tellLost() {
    Set<String> keys = new HashSet<>();
    tasks.forEach(task -> keys.add(task.key()));
    long lost =
        links.stream()
            .filter(link -> !keys.contains(link.before()) || !keys.contains(link.after()))
            .count();
    if (lost > 0) found.add(Phrase.of("exchange.doubt.lost", lost));
  }

  /** Takes away, one after the other, the tasks that wait for nothing: what stays is a circle. */
  private void tellCircle() {
    Map<String, Integer> waiting = new HashMap<>();
    Map<String, List<String>> followers = new HashMap<>();
    tasks.forEach(task -> waiting.put(task.key(), 0));
    for (Schedule.Link link : links) {
      if (!waiting.containsKey(link.before()) || !waiting.containsKey(link.after())) continue;
      waiting.merge(link.after(), 1, Integer::sum);
      followers.computeIfAbsent(link.before(), _ -> new ArrayList<>()).add(link.after());
    }
    Deque<String> free = new ArrayDeque<>();
    waiting.forEach(
        (key, count) -> {
          if (count == 0) free.add(key);
        });
    while (!free.isEmpty()) {
      String done = free.poll();
      waiting.remove(done);
      for (String next : followers.getOrDefault(done, List.of())) {
        if (waiting.merge(next, -1, Integer::sum) == 0) free.add(next);
      }
    }
    tell("exchange.doubt.circle", task -> waiting.containsKey(task.key()));
  }
}
