package ca.greffier.newsletter;

import ca.greffier.command.Refusal;
import ca.greffier.command.Tokens;
import ca.greffier.newsletter.SubscriptionDao.Entry;
import ca.greffier.outbox.Letter;
import ca.greffier.outbox.LetterClass;
import ca.greffier.outbox.Outbox;
import ca.greffier.outbox.Suppressions;
import ca.greffier.text.Language;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;

/**
 * Coming to a list by oneself: who asks on its page gets one letter, and is on the list once they
 * follow its link. Nobody learns from the page who is on a list, and nobody can fill another's
 * mailbox with such letters. The consent is express, and its proof is both moments.
 */
public final class Subscribing {
  /** How long the link of the letter is good. */
  static final Duration LIFE = Duration.ofDays(7);

  private static final Duration DAY = Duration.ofDays(1);
  private static final int MOST_LETTERS_A_DAY = 3;

  private final RequestDao requests;
  private final NewsletterDao lists;
  private final SubscriptionDao subscriptions;
  private final Parts parts;

  /** What it works with. */
  public record Parts(
      Outbox outbox, Suppressions suppressions, Tokens tokens, Leavings leavings, ZoneId zone) {}

  public Subscribing(Jdbi jdbi, Parts parts) {
    this.requests = jdbi.onDemand(RequestDao.class);
    this.lists = jdbi.onDemand(NewsletterDao.class);
    this.subscriptions = jdbi.onDemand(SubscriptionDao.class);
    this.parts = parts;
  }

  /** Who asks. */
  public record Wish(String address, String givenName, String familyName, Language language) {}

  /** Puts the letter down, unless the address refuses letters or has had enough of these. */
  void ask(Newsletter list, Wish wish, Instant at) {
    if (parts.suppressions().has(wish.address())) return;
    if (requests.since(wish.address(), at.minus(DAY)) >= MOST_LETTERS_A_DAY) return;
    long id = requests.ask(list.id(), wish, at);
    String token = parts.tokens().of("inscription:" + id);
    requests.sign(id, Tokens.hash(token));
    Letter letter =
        Letter.of(
            LetterClass.INSCRIPTION,
            wish.address(),
            (wish.givenName() + " " + wish.familyName()).strip(),
            wish.language(),
            "inscription",
            Map.of("title", list.title(), "token", token, "days", LIFE.toDays()));
    parts.outbox().put("inscription:" + list.code() + ":" + id, letter);
  }

  /**
   * Puts who asked on the list, also when they had left it.
   *
   * @param invocation that the journal knows it by
   * @return the list
   * @throws Refusal when the link is not one of ours, or is too old
   */
  Newsletter confirm(String token, String invocation, Instant at) {
    RequestDao.Request asked =
        requests
            .hold(Tokens.hash(token))
            .filter(each -> at.isBefore(each.askedAt().plus(LIFE)))
            .orElseThrow(() -> new Refusal("newsletter.request.unknown"));
    if (asked.confirmedAt() == null) {
      LocalDate today = LocalDate.ofInstant(at, parts.zone());
      String page = "/infolettres/" + lists.newsletter(asked.newsletter()).code() + "/abonnement ";
      String evidence = page + asked.askedAt() + "; /abonnement " + at;
      Consent consent = Consent.of(Basis.EXPRESS, today, null, evidence);
      Entry entry =
          new Entry(
              asked.address(),
              asked.givenName(),
              asked.familyName(),
              asked.language(),
              "",
              "",
              "",
              null,
              consent);
      subscriptions.putSubscribers(List.of(entry));
      subscriptions.comeBack(asked.newsletter(), asked.address());
      subscriptions.putSubscriptions(asked.newsletter(), invocation, List.of(entry));
      parts.leavings().complete(asked.newsletter());
      requests.confirm(asked.id(), at);
    }
    return lists.newsletter(asked.newsletter());
  }

  /** Forgets those who never followed the link. */
  void forget(Instant at) {
    requests.forget(at.minus(LIFE));
  }
}
