package ca.greffier.risk;

import ca.greffier.command.AskId;
import ca.greffier.command.Asks;
import ca.greffier.command.PersonId;
import ca.greffier.directory.People;
import ca.greffier.directory.Person;
import ca.greffier.outbox.Letter;
import ca.greffier.outbox.LetterClass;
import ca.greffier.outbox.Outbox;
import ca.greffier.sweep.OfficeHours;
import ca.greffier.sweep.Sweep;
import ca.greffier.text.Language;
import ca.greffier.text.Messages;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Jdbi;

/**
 * Asks the owner of a risk to review it, once, when its date has come or 30 days have passed: on
 * working days from 8 h to 18 h, never two unanswered letters to one person in a day, the worst
 * risk first.
 */
public final class ReviewSweep implements Sweep {
  private static final Duration LIFE = Duration.ofDays(30);

  private final Jdbi jdbi;
  private final RiskDao dao;
  private final People people;
  private final Asks asks;
  private final Outbox outbox;
  private final Messages messages;
  private final OfficeHours hours;

  /** What its letters are made of. */
  public record Post(People people, Asks asks, Outbox outbox, Messages messages) {}

  public ReviewSweep(Jdbi jdbi, Post post, OfficeHours hours) {
    this.jdbi = jdbi;
    this.dao = jdbi.onDemand(RiskDao.class);
    this.people = post.people();
    this.asks = post.asks();
    this.outbox = post.outbox();
    this.messages = post.messages();
    this.hours = hours;
  }

  @Override
  public String name() {
    return "revues";
  }

  /** Early on working days; what the house slept through is told at the next hour. */
  @Override
  public String cron() {
    return "0 10 8-17 ? * MON-FRI";
  }

  @Override
  public void run(Instant now) {
    if (!hours.isOpen(now)) return;
    LocalDate today = LocalDate.ofInstant(now, messages.zone());
    jdbi.useTransaction(
        _ -> {
          dao.lock();
          Set<PersonId> told = new HashSet<>(dao.remindedOn(today));
          for (Risk risk : dao.toReview(today, Risk.STALE_DAYS)) {
            PersonId owner = risk.owner();
            if (owner == null || !told.add(owner)) continue;
            ask(risk, people.get(owner), now);
            dao.reminded(risk.id(), today);
          }
        });
  }

  private void ask(Risk risk, Person owner, Instant now) {
    String word = risk.kind().word();
    AskId ask =
        asks.putOnce(owner.id(), word + " revoir", Map.of(word, risk.code()), now.plus(LIFE));
    Letter letter =
        Letter.of(
            LetterClass.RELANCE,
            owner.email(),
            owner.fullName(),
            owner.language(),
            "revue-risque",
            content(risk, owner.language()));
    outbox.put("revue:" + risk.id().value() + ":" + ask.value(), letter.asking(ask));
  }

  private Map<String, Object> content(Risk risk, Language language) {
    Map<String, Object> content = new HashMap<>();
    content.put("opportunity", risk.kind() == RiskKind.OPPORTUNITY);
    content.put("code", risk.code());
    content.put("cause", risk.cause());
    content.put("event", risk.event());
    content.put("consequence", risk.consequence());
    content.put("level", messages.say(language, risk.level().phrase()));
    content.put("probability", risk.probability());
    content.put("impact", risk.impact());
    content.put("response", messages.say(language, risk.response().phrase()));
    content.put("trigger", risk.trigger());
    content.put("reviewed", risk.reviewedOn().toString());
    return content;
  }
}
