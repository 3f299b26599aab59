package ca.greffier.exchange;

import ca.greffier.command.Kind;
import ca.greffier.command.Kinds;
import ca.greffier.command.PersonId;
import ca.greffier.command.Refusal;
import ca.greffier.command.Reply;
import ca.greffier.directory.Body;
import ca.greffier.plan.Deliverable;
import ca.greffier.plan.DeliverableId;
import ca.greffier.plan.DeliverableKind;
import ca.greffier.plan.Dependencies;
import ca.greffier.plan.Plan;
import ca.greffier.table.Differences;
import ca.greffier.table.TableImport;
import ca.greffier.table.TableImport.Planned;
import ca.greffier.text.Phrase;
import ca.greffier.text.QuebecCalendar;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Brings the tasks of a schedule into the plan; a later file of the same schedule moves their
 * forecasts. What was agreed here stays: a baseline moves only by an approved change (domain.md
 * K23), what is handed over or given up is left alone, and nothing that the file lacks is taken
 * out.
 */
final class ScheduleImport {
  static final int MOST_TASKS = 2_000;

  private static final int LONGEST_TITLE = 200;
  private static final int LONGEST_SPAN = 2000;
  private static final int ALL_DONE = 100;

  private final Plan plan;
  private final Dependencies dependencies;
  private final Origins origins;
  private final Kind<String> title;
  private final QuebecCalendar calendar = new QuebecCalendar();

  ScheduleImport(Plan plan, Dependencies dependencies, Origins origins, Kinds kinds) {
    this.plan = plan;
    this.dependencies = dependencies;
    this.origins = origins;
    this.title = kinds.text(LONGEST_TITLE);
  }

  /**
   * Where the tasks go.
   *
   * @param body who answers for those that are new; null when there are none
   * @param source whose schedule it is, the same each time
   * @param milestones whether only milestones are taken
   */
  record Target(@Nullable Body body, String source, boolean milestones) {}

  /** Who brings it in, and when. */
  record Bringing(PersonId by, Instant at) {}

  /**
   * @throws Refusal when there is nothing to take, too much of it, nobody to answer for what is
   *     new, or a task is refused and the whole was wanted
   */
  Reply run(Schedule schedule, Target target, TableImport.Run how, Bringing bringing) {
    List<ScheduledTask> taken =
        schedule.tasks().stream()
            .filter(task -> !task.summary() && (task.milestone() || !target.milestones()))
            .toList();
    if (taken.isEmpty()) throw new Refusal("exchange.nothing", schedule.tasks().size());
    if (taken.size() > MOST_TASKS) throw new Refusal("exchange.large", taken.size(), MOST_TASKS);
    Taking taking = new Taking(target, bringing, origins.of(target.source()));
    taken.forEach(taking::find);
    int unknown = taken.size() - taking.known.size();
    if (unknown > 0 && target.body() == null) throw new Refusal("exchange.body", unknown);
    Map<ScheduledTask, Integer> places = new IdentityHashMap<>();
    for (ScheduledTask task : schedule.tasks()) places.put(task, places.size() + 1);
    TableImport lines =
        TableImport.of(
            taken,
            task -> Objects.requireNonNull(places.get(task)),
            ScheduledTask::name,
            taking::planned);
    int known = taken.size() - unknown;
    Reply outcome = lines.run(how);
    int links =
        how == TableImport.Run.TRIAL
            ? taking.linkable(schedule.links(), taken)
            : taking.link(schedule.links());
    List<Reply> parts = new ArrayList<>();
    parts.add(card(schedule, new Counts(taken.size(), known, links), target));
    parts.add(outcome);
    taking.gone(schedule).ifPresent(parts::add);
    for (Phrase each : schedule.warnings()) parts.add(Reply.said("exchange.warning", each));
    return new Reply.Together(parts);
  }

  /**
   * What the file holds for the plan.
   *
   * @param known before it was read
   */
  private record Counts(int taken, int known, int links) {}

  private static Reply card(Schedule schedule, Counts counts, Target target) {
    List<Reply.Field> fields = new ArrayList<>();
    fields.add(new Reply.Field("exchange.read", schedule.tasks().size()));
    fields.add(new Reply.Field("exchange.taken", counts.taken()));
    fields.add(new Reply.Field("exchange.known", counts.known()));
    fields.add(new Reply.Field("exchange.links", counts.links()));
    fields.add(new Reply.Field("exchange.source", target.source()));
    fields.add(new Reply.Field("exchange.mapping", Phrase.of("exchange.mapping.said")));
    return new Reply.Card("exchange.card", List.of(schedule.format().name()), fields);
  }

  /** One file on its way into the plan. */
  private final class Taking {
    private final Target target;
    private final Bringing bringing;
    private final Map<String, DeliverableId> before;

    /** By the key of the task. */
    private final Map<String, DeliverableId> known = new HashMap<>();

    private Taking(Target target, Bringing bringing, Map<String, DeliverableId> before) {
      this.target = target;
      this.bringing = bringing;
      this.before = before;
    }

    private void find(ScheduledTask task) {
      DeliverableId id = before.get(task.label().id());
      String code = task.label().code();
      if (id == null && !code.isEmpty()) id = plan.byCode(code).map(Deliverable::id).orElse(null);
      if (id != null) known.put(task.key(), id);
    }

    private Planned planned(ScheduledTask task) {
      if (task.name().isBlank()) throw new Refusal("exchange.task.unnamed");
      LocalDate finish = day(task.finish());
      if (finish == null) throw new Refusal("exchange.task.undated");
      if (task.endsBeforeItStarts()) throw new Refusal("exchange.task.backwards");
      LocalDate done = done(task);
      if (done != null) plan.requirePast(task.name(), done, bringing.at());
      String name = title.parse(task.name());
      DeliverableId id = known.get(task.key());
      if (id == null)
        return new Planned(Phrase.of("exchange.new", finish), () -> add(task, name, finish));
      Deliverable here = plan.get(id);
      if (here.isCancelled())
        return new Planned(Phrase.of("exchange.cancelled", here.code()), () -> {});
      return correction(task, here, entry(here, task, name, finish));
    }

    private Planned correction(ScheduledTask task, Deliverable here, Plan.Entry entry) {
      Differences found = PlanDifference.of(here, entry);
      Integer percent = percent(task);
      if (here.isOpen() && percent != null) found.add("avancement", here.declared(), percent);
      LocalDate agreed = task.agreed().finish();
      if (agreed != null && here.baseline() != null && !agreed.equals(here.baseline()))
        found.note(Phrase.of("exchange.baseline", agreed, here.baseline()));
      return new Planned(
          Phrase.of("exchange.known.line", here.code(), found.phrase()), () -> put(task, entry));
    }

    private Plan.Entry entry(Deliverable here, ScheduledTask task, String name, LocalDate finish) {
      return new Plan.Entry(
          here.code(),
          here.kind(),
          name,
          here.body(),
          here.person(),
          here.weight(),
          here.baseline() == null ? task.agreed().finish() : null,
          here.isOpen() ? finish : null,
          here.isOpen() ? done(task) : null,
          null,
          null);
    }

    private void add(ScheduledTask task, String name, LocalDate finish) {
      DeliverableKind kind =
          task.milestone() ? DeliverableKind.MILESTONE : DeliverableKind.DELIVERABLE;
      put(
          task,
          new Plan.Entry(
              plan.nextCode(kind),
              kind,
              name,
              Objects.requireNonNull(target.body()).id(),
              null,
              0,
              task.agreed().finish(),
              finish,
              done(task),
              null,
              null));
    }

    private void put(ScheduledTask task, Plan.Entry entry) {
      plan.put(entry, bringing.by(), bringing.at());
      Deliverable now = plan.byCode(entry.code()).orElseThrow();
      Integer percent = percent(task);
      if (now.isOpen() && percent != null && !percent.equals(now.declared()))
        plan.declare(now, percent, bringing.by(), bringing.at());
      span(task).ifPresent(days -> dependencies.span(now.id(), days));
      origins.note(target.source(), task.label().id(), now.id());
      known.put(task.key(), now.id());
    }

    /** How many links there would be between the tasks that are taken. */
    private int linkable(List<Schedule.Link> links, List<ScheduledTask> taken) {
      Set<String> keys = new HashSet<>();
      taken.forEach(task -> keys.add(task.key()));
      return (int)
          links.stream()
              .filter(Schedule.Link::onFinish)
              .filter(link -> keys.contains(link.before()) && keys.contains(link.after()))
              .count();
    }

    /** Links what waits for the end of another, but for what would close a circle. */
    private int link(List<Schedule.Link> links) {
      int made = 0;
      for (Schedule.Link link : links) {
        DeliverableId first = known.get(link.before());
        DeliverableId then = known.get(link.after());
        if (!link.onFinish() || first == null || then == null) continue;
        try {
          dependencies.link(plan.get(first), plan.get(then), link.lagDays());
          made++;
        } catch (Refusal circle) {
          // the file's own circle: it is told among its warnings
        }
      }
      return made;
    }

    /** What came from an earlier file and is not in this one. */
    private Optional<Reply> gone(Schedule schedule) {
      Set<String> there = new HashSet<>();
      schedule.tasks().forEach(task -> there.add(task.label().id()));
      List<String> codes =
          before.entrySet().stream()
              .filter(each -> !there.contains(each.getKey()))
              .map(each -> plan.get(each.getValue()))
              .filter(Deliverable::isOpen)
              .map(Deliverable::code)
              .toList();
      return codes.isEmpty()
          ? Optional.empty()
          : Optional.of(Reply.said("exchange.gone", codes.size(), codes));
    }

    /** Its working days, from the first to the last; none for a milestone. */
    private Optional<Integer> span(ScheduledTask task) {
      LocalDate start = day(task.start());
      LocalDate finish = day(task.finish());
      if (task.milestone()) return Optional.of(0);
      if (start == null || finish == null) return Optional.empty();
      int days =
          calendar.workingDaysBetween(start, finish) + (calendar.isWorkingDay(start) ? 1 : 0);
      return Optional.of(Math.clamp(days, 0, LONGEST_SPAN));
    }

    /** Not before it is begun. */
    private @Nullable Integer percent(ScheduledTask task) {
      Integer percent = task.done().percent();
      return percent == null || percent == 0 ? null : percent;
    }

    /** A task may be said to be done without a day: then it is its finish, if that is past. */
    private @Nullable LocalDate done(ScheduledTask task) {
      if (task.done().on() != null) return task.done().on();
      Integer percent = task.done().percent();
      LocalDate finish = day(task.finish());
      if (percent == null || percent < ALL_DONE || finish == null) return null;
      return finish.isAfter(plan.today(bringing.at())) ? null : finish;
    }
  }

  private static @Nullable LocalDate day(@Nullable LocalDateTime at) {
    return at == null ? null : at.toLocalDate();
  }
}
