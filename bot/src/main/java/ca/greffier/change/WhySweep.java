package ca.greffier.change;

import ca.greffier.budget.Budget;
import ca.greffier.budget.BudgetLine;
import ca.greffier.command.AskId;
import ca.greffier.command.Asks;
import ca.greffier.command.PersonId;
import ca.greffier.directory.Bodies;
import ca.greffier.directory.People;
import ca.greffier.directory.Person;
import ca.greffier.outbox.Letter;
import ca.greffier.outbox.LetterClass;
import ca.greffier.outbox.Outbox;
import ca.greffier.plan.Deliverable;
import ca.greffier.plan.Plan;
import ca.greffier.plan.Slip;
import ca.greffier.sweep.OfficeHours;
import ca.greffier.sweep.Sweep;
import ca.greffier.text.Messages;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jdbi.v3.core.Jdbi;

/**
 * When a date is expected farther after the approved one than is tolerated, or an amount farther
 * over it, drafts the request that would be needed and asks why: once, whoever moved it, on working
 * days from 8 h to 18 h, never two unanswered letters to one person in a day, the farthest date
 * first (domain.md K23).
 */
public final class WhySweep implements Sweep {
  private static final Duration LIFE = Duration.ofDays(30);

  private final Jdbi jdbi;
  private final Changes changes;
  private final Approved approved;
  private final Post post;
  private final OfficeHours hours;
  private final Supplier<Tolerance> tolerance;

  /**
   * What asks for no reason yet.
   *
   * @param days working days after the approved date
   * @param percent over the approved amount
   */
  public record Tolerance(int days, int percent) {}

  /** What was approved, and how far it has moved. */
  public record Approved(Plan plan, Budget budget, Slip slip) {}

  /** What its letters are made of. */
  public record Post(People people, Bodies bodies, Asks asks, Outbox outbox, Messages messages) {}

  /**
   * @param tolerance read anew each time it looks
   */
  public WhySweep(
      Jdbi jdbi,
      Changes changes,
      Approved approved,
      Post post,
      OfficeHours hours,
      Supplier<Tolerance> tolerance) {
    this.jdbi = jdbi;
    this.changes = changes;
    this.approved = approved;
    this.post = post;
    this.hours = hours;
    this.tolerance = tolerance;
  }

  @Override
  public String name() {
    return "changements";
  }

  @Override
  public String cron() {
    return "0 20 8-17 ? * MON-FRI";
  }

  @Override
  public void run(Instant now) {
    if (!hours.isOpen(now)) return;
    jdbi.useTransaction(
        _ -> {
          LocalDate today = LocalDate.ofInstant(now, post.messages().zone());
          Set<PersonId> asked = new HashSet<>(changes.askedOn(today));
          Tolerance tolerated = tolerance.get();
          for (Deliverable each : farthestFirst(tolerated)) lookAt(each, asked, now);
          for (BudgetLine each : approved.budget().all())
            if (each.overrunPercent() > tolerated.percent()) lookAt(each, asked, now);
        });
  }

  /** The open ones whose date has moved too far, the farthest first. */
  private List<Deliverable> farthestFirst(Tolerance tolerated) {
    return approved.plan().all().stream()
        .filter(each -> each.isOpen() && moved(each) > tolerated.days())
        .sorted(Comparator.comparingInt(this::moved).reversed())
        .toList();
  }

  private int moved(Deliverable what) {
    return approved.slip().days(what.baseline(), what.forecast());
  }

  private void lookAt(Deliverable what, Set<PersonId> asked, Instant now) {
    LocalDate to = what.forecast();
    if (to == null || changes.knows(what, to)) return;
    Optional<Person> mover = approved.plan().forecaster(what.id()).map(post.people()::get);
    Optional<Person> responsible = Optional.ofNullable(what.person()).map(post.people()::get);
    mover
        .or(() -> responsible)
        .or(() -> inCharge(now))
        .filter(person -> asked.add(person.id()))
        .ifPresent(person -> ask(Changes.Move.of(what, to), what.code(), person, now));
  }

  private void lookAt(BudgetLine line, Set<PersonId> asked, Instant now) {
    if (changes.knows(line, line.forecast())) return;
    inCharge(now)
        .filter(person -> asked.add(person.id()))
        .ifPresent(person -> ask(Changes.Move.of(line, line.forecast()), line.code(), person, now));
  }

  private Optional<Person> inCharge(Instant now) {
    LocalDate today = LocalDate.ofInstant(now, post.messages().zone());
    return post.bodies().inCharge(today).stream().findFirst();
  }

  private void ask(Changes.Move move, String subject, Person to, Instant now) {
    PersonId requester = to.id();
    Change draft = changes.request(move, null, requester, now);
    AskId ask =
        post.asks()
            .putOnce(
                requester,
                "changement motiver",
                Map.of("changement", draft.code()),
                now.plus(LIFE));
    Letter letter =
        Letter.of(
            LetterClass.RELANCE,
            to.email(),
            to.fullName(),
            to.language(),
            "changement",
            content(draft, subject, to));
    post.outbox().put("changement:" + draft.id().value(), letter.asking(ask));
  }

  private Map<String, Object> content(Change draft, String subject, Person to) {
    Map<String, Object> content = new HashMap<>();
    content.put("code", draft.code());
    content.put("subject", subject);
    content.put("title", draft.title());
    content.put("dated", draft.toDate() != null);
    content.put("moves", post.messages().say(to.language(), ChangeViews.moved(draft)));
    content.put("authority", post.messages().say(to.language(), changes.authority(draft).phrase()));
    return content;
  }
}
