package ca.greffier.exchange;

import ca.greffier.command.Attachment;
import ca.greffier.command.Refusal;
import ca.greffier.exchange.ScheduledTask.Agreed;
import ca.greffier.exchange.ScheduledTask.Done;
import ca.greffier.text.Phrase;
import ca.greffier.text.SavedText;
import java.io.ByteArrayInputStream;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.mpxj.Duration;
import org.mpxj.MPXJException;
import org.mpxj.ProjectFile;
import org.mpxj.Relation;
import org.mpxj.RelationType;
import org.mpxj.Resource;
import org.mpxj.Task;
import org.mpxj.TimeUnit;
import org.mpxj.mpp.MPPReader;
import org.mpxj.mpx.MPXReader;
import org.mpxj.mspdi.MSPDIReader;
import org.mpxj.planner.PlannerReader;
import org.mpxj.primavera.PrimaveraPMFileReader;
import org.mpxj.primavera.PrimaveraXERFileReader;
import org.mpxj.reader.ProjectReader;

/** The formats that MPXJ reads for us. */
final class ProjectFiles {
  private static final int MOST_BASELINES = 11;
  private static final int ALL_DONE = 100;
  private static final int MOST_LAG = 1000;

  private ProjectFiles() {}

  /**
   * @throws Refusal when a password is needed, or there is no project in it
   * @throws MPXJException when it is damaged; a damaged file may throw anything else too
   */
  static Schedule read(ScheduleFormat format, Attachment file) throws MPXJException {
    List<ProjectFile> projects = projects(format, file);
    ProjectFile project =
        projects.stream()
            .max(Comparator.comparingInt(each -> each.getTasks().size()))
            .orElseThrow(() -> new Refusal("exchange.none", file.name()));
    List<ScheduledTask> tasks = tasks(format, project);
    List<Schedule.Link> links = links(project);
    List<Phrase> warnings = new ArrayList<>();
    if (projects.size() > 1)
      warnings.add(Phrase.of("exchange.doubt.several", projects.size() - 1, title(project)));
    warnings.addAll(leftOut(project));
    warnings.addAll(Doubts.of(tasks, links));
    long resources = project.getResources().stream().filter(ProjectFiles::isSomeone).count();
    return new Schedule(
        format, tasks, links, (int) resources, project.getResourceAssignments().size(), warnings);
  }

  private static List<ProjectFile> projects(ScheduleFormat format, Attachment file)
      throws MPXJException {
    try {
      return reader(format, file.bytes()).readAll(new ByteArrayInputStream(file.bytes()));
    } catch (MPXJException refused) {
      String why = Objects.requireNonNullElse(refused.getMessage(), "");
      if (why.startsWith(MPXJException.PASSWORD_PROTECTED))
        throw new Refusal("exchange.password", file.name());
      throw refused;
    }
  }

  private static ProjectReader reader(ScheduleFormat format, byte[] bytes) {
    return switch (format) {
      case MPP -> new MPPReader();
      case MPX -> new MPXReader();
      case MSPDI -> new MSPDIReader();
      case PMXML -> new PrimaveraPMFileReader();
      case PLANNER -> new PlannerReader();
      case XER -> {
        PrimaveraXERFileReader reader = new PrimaveraXERFileReader();
        reader.setCharset(SavedText.charset(bytes));
        yield reader;
      }
      case GAN, CSV, XLSX -> throw new IllegalArgumentException("read by us");
    };
  }

  private static List<ScheduledTask> tasks(ScheduleFormat format, ProjectFile project) {
    Task whole = whole(format, project);
    return project.getTasks().stream()
        .filter(task -> task != whole && !task.getNull())
        .map(task -> task(format, project, task))
        .toList();
  }

  /** The line that stands for the project itself, which not every format writes. */
  private static @Nullable Task whole(ScheduleFormat format, ProjectFile project) {
    List<Task> top = project.getChildTasks();
    if (top.size() != 1) return null;
    Task only = top.getFirst();
    if (format == ScheduleFormat.XER) return only.getSummary() ? only : null;
    return Integer.valueOf(0).equals(only.getUniqueID()) ? only : null;
  }

  private static ScheduledTask task(ScheduleFormat format, ProjectFile project, Task task) {
    LocalDateTime baseline = task.getBaselineFinish();
    LocalDateTime actual = task.getActualFinish();
    Number percent = task.getPercentageComplete();
    return new ScheduledTask(
        new ScheduledTask.Label(
            String.valueOf(task.getUniqueID()),
            id(format, task),
            code(project, task),
            Objects.requireNonNullElse(task.getName(), "")),
        task.getSummary(),
        task.getMilestone(),
        task.getStart(),
        task.getFinish(),
        isBaselined(format, project, task)
            ? new Agreed(true, baseline == null ? null : baseline.toLocalDate())
            : Agreed.NONE,
        new Done(
            percent == null ? null : Math.clamp(percent.intValue(), 0, ALL_DONE),
            actual == null ? null : actual.toLocalDate()));
  }

  /** Primavera numbers the same activity anew in each file; people know it by its own code. */
  private static String id(ScheduleFormat format, Task task) {
    boolean primavera = format == ScheduleFormat.XER || format == ScheduleFormat.PMXML;
    String code = primavera ? task.getActivityID() : null;
    return code == null || code.isBlank() ? String.valueOf(task.getUniqueID()) : code;
  }

  private static String code(ProjectFile project, Task task) {
    return project.getCustomFields().stream()
        .filter(field -> ScheduleExport.CODE.equals(field.getAlias()))
        .map(field -> task.get(field.getFieldType()))
        .filter(Objects::nonNull)
        .map(String::valueOf)
        .findFirst()
        .orElse("");
  }

  private static boolean isBaselined(ScheduleFormat format, ProjectFile project, Task task) {
    // Primavera keeps a baseline as another project: without one, what MPXJ gives as the baseline
    // are the planned dates.
    if (format == ScheduleFormat.XER || format == ScheduleFormat.PMXML)
      return project.getBaselines().stream().anyMatch(Objects::nonNull);
    return IntStream.range(0, MOST_BASELINES).anyMatch(i -> isKept(task, i));
  }

  private static boolean isKept(Task task, int baseline) {
    if (baseline == 0)
      return task.getBaselineStart() != null
          || task.getBaselineFinish() != null
          || isSome(task.getBaselineDuration())
          || isSome(task.getBaselineWork())
          || isSome(task.getBaselineCost());
    return task.getBaselineStart(baseline) != null
        || task.getBaselineFinish(baseline) != null
        || isSome(task.getBaselineDuration(baseline))
        || isSome(task.getBaselineWork(baseline))
        || isSome(task.getBaselineCost(baseline));
  }

  private static boolean isSome(@Nullable Duration duration) {
    return duration != null && duration.getDuration() > 0;
  }

  private static boolean isSome(@Nullable Number amount) {
    return amount != null && amount.doubleValue() > 0;
  }

  /** Each once: a file may say twice what waits for what. */
  private static List<Schedule.Link> links(ProjectFile project) {
    Map<List<String>, Schedule.Link> links = new LinkedHashMap<>();
    for (Relation relation : project.getRelations()) {
      Schedule.Link link = link(project, relation);
      links.putIfAbsent(List.of(link.before(), link.after()), link);
    }
    return List.copyOf(links.values());
  }

  private static Schedule.Link link(ProjectFile project, Relation relation) {
    RelationType type = relation.getType();
    return new Schedule.Link(
        String.valueOf(relation.getPredecessorTask().getUniqueID()),
        String.valueOf(relation.getSuccessorTask().getUniqueID()),
        days(project, relation.getLag()),
        type == RelationType.FINISH_START || type == RelationType.FINISH_FINISH);
  }

  private static int days(ProjectFile project, @Nullable Duration lag) {
    if (lag == null || lag.getDuration() <= 0) return 0;
    double days = lag.convertUnits(TimeUnit.DAYS, project.getProjectProperties()).getDuration();
    return (int) Math.min(Math.ceil(days), MOST_LAG);
  }

  private static boolean isSomeone(Resource resource) {
    return resource.getName() != null || !Integer.valueOf(0).equals(resource.getUniqueID());
  }

  private static String title(ProjectFile project) {
    String title = project.getProjectProperties().getProjectTitle();
    if (title == null) title = project.getProjectProperties().getName();
    return Objects.requireNonNullElse(title, "1");
  }

  private static List<Phrase> leftOut(ProjectFile project) {
    List<Phrase> all = new ArrayList<>();
    long others = project.getTasks().stream().filter(ProjectFiles::isElsewhere).count();
    if (others > 0) all.add(Phrase.of("exchange.doubt.elsewhere", others));
    int skipped = project.getIgnoredErrors().size();
    if (skipped > 0) all.add(Phrase.of("exchange.doubt.skipped", skipped));
    return all;
  }

  /** The tasks of another file, which only its own reading can tell. */
  private static boolean isElsewhere(Task task) {
    return task.getExternalTask() || task.getSubprojectFile() != null;
  }
}
