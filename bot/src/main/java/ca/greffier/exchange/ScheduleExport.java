package ca.greffier.exchange;

import ca.greffier.command.Reply;
import ca.greffier.directory.Bodies;
import ca.greffier.directory.Body;
import ca.greffier.directory.People;
import ca.greffier.plan.Deliverable;
import ca.greffier.plan.DeliverableId;
import ca.greffier.plan.DeliverableKind;
import ca.greffier.plan.Dependencies;
import ca.greffier.plan.Dependency;
import ca.greffier.plan.Plan;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.mpxj.ConstraintType;
import org.mpxj.Duration;
import org.mpxj.ProjectFile;
import org.mpxj.Relation;
import org.mpxj.RelationType;
import org.mpxj.Resource;
import org.mpxj.Task;
import org.mpxj.TaskField;
import org.mpxj.TimeUnit;
import org.mpxj.mspdi.MSPDIWriter;

/**
 * The plan in the XML of Microsoft Project, which most schedulers read: a line for each body, under
 * it what the body hands over, each held at its date. A field says the code of each, so that the
 * file finds its way back.
 */
final class ScheduleExport {
  /** The name of the field that holds the code of a deliverable. */
  static final String CODE = "Greffier";

  private static final LocalTime MORNING = LocalTime.of(8, 0);
  private static final LocalTime EVENING = LocalTime.of(17, 0);
  private static final Duration NONE = Duration.getInstance(0, TimeUnit.DAYS);
  private static final int ALL_DONE = 100;

  private final Plan plan;
  private final Dependencies dependencies;
  private final Bodies bodies;
  private final People people;

  private final ProjectFile project = new ProjectFile();
  private final Map<DeliverableId, Task> tasks = new HashMap<>();
  private final Map<String, Resource> resources = new LinkedHashMap<>();

  private ScheduleExport(Parts parts) {
    this.plan = parts.plan();
    this.dependencies = parts.dependencies();
    this.bodies = parts.bodies();
    this.people = parts.people();
  }

  /** What it is made from. */
  record Parts(Plan plan, Dependencies dependencies, Bodies bodies, People people) {}

  static Reply.Document of(Parts parts, LocalDate day) {
    ScheduleExport export = new ScheduleExport(parts);
    export.fill(day);
    return new Reply.Document(
        "livrables-" + day + ".xml",
        "application/xml",
        export.bytes(),
        "exchange.exported",
        List.of(export.tasks.size()));
  }

  private void fill(LocalDate day) {
    project.addDefaultBaseCalendar();
    project.getProjectProperties().setStatusDate(day.atTime(EVENING));
    project.getCustomFields().getOrCreate(TaskField.TEXT1).setAlias(CODE);
    for (Body body : bodies.all()) {
      List<Deliverable> due =
          plan.of(body.id()).stream()
              .filter(each -> !each.isCancelled() && each.due() != null)
              .toList();
      if (due.isEmpty()) continue;
      Task summary = project.addTask();
      summary.setName(body.name());
      due.forEach(each -> put(summary, each));
      span(summary);
    }
    for (Dependency each : dependencies.all()) link(each);
  }

  private static void span(Task summary) {
    List<Task> under = summary.getChildTasks();
    summary.setStart(
        under.stream().map(Task::getStart).min(Comparator.naturalOrder()).orElseThrow());
    summary.setFinish(
        under.stream().map(Task::getFinish).max(Comparator.naturalOrder()).orElseThrow());
  }

  private void put(Task body, Deliverable what) {
    Task task = body.addTask();
    tasks.put(what.id(), task);
    LocalDate due = Objects.requireNonNull(what.due());
    LocalDate reached = what.reached();
    LocalDateTime end = (reached == null ? due : reached).atTime(EVENING);
    boolean milestone = what.kind() == DeliverableKind.MILESTONE;
    LocalDateTime start = milestone ? end : end.with(MORNING);
    task.setName(what.title());
    task.setText(1, what.code());
    task.setMilestone(milestone);
    task.setDuration(milestone ? NONE : Duration.getInstance(1, TimeUnit.DAYS));
    task.setStart(start);
    task.setFinish(end);
    task.setConstraintType(ConstraintType.MUST_FINISH_ON);
    task.setConstraintDate(end);
    LocalDate baseline = what.baseline();
    if (baseline != null) {
      task.setBaselineStart(baseline.atTime(milestone ? EVENING : MORNING));
      task.setBaselineFinish(baseline.atTime(EVENING));
    }
    if (reached != null) {
      task.setActualStart(start);
      task.setActualFinish(end);
    }
    task.setPercentageComplete(percent(what));
    if (what.person() != null)
      task.addResourceAssignment(resource(people.get(what.person()).fullName()));
  }

  private static @Nullable Number percent(Deliverable what) {
    return what.isReached() ? Integer.valueOf(ALL_DONE) : what.declared();
  }

  private Resource resource(String name) {
    return resources.computeIfAbsent(
        name,
        _ -> {
          Resource resource = project.addResource();
          resource.setName(name);
          return resource;
        });
  }

  private void link(Dependency link) {
    Task before = tasks.get(link.before());
    Task after = tasks.get(link.after());
    if (before == null || after == null) return;
    after.addPredecessor(
        new Relation.Builder()
            .predecessorTask(before)
            .type(RelationType.FINISH_START)
            .lag(Duration.getInstance(link.lagDays(), TimeUnit.DAYS)));
  }

  private byte[] bytes() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      new MSPDIWriter().write(project, out);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return out.toByteArray();
  }
}
