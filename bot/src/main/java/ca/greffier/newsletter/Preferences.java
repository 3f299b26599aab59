package ca.greffier.newsletter;

import ca.greffier.command.Refusal;
import ca.greffier.command.Tokens;
import ca.greffier.outbox.Campaigns;
import ca.greffier.outbox.Outbox;
import ca.greffier.text.Language;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * What the holder of a link of a letter may settle by themselves: the language they are written to
 * in, where they are (letters leave at the hours there), and which of their lists they leave.
 * Coming to a list is not among it: that takes a consent of its own.
 */
public final class Preferences {
  private final SubscriptionDao dao;
  private final Unsubscribing unsubscribing;

  public Preferences(Jdbi jdbi, Outbox outbox, Campaigns campaigns) {
    this.dao = jdbi.onDemand(SubscriptionDao.class);
    this.unsubscribing = new Unsubscribing(jdbi, outbox, campaigns);
  }

  /**
   * As they are now.
   *
   * @param zone null when it was never said
   * @param lists that the address is on
   */
  public record Shown(
      String address, Language language, @Nullable ZoneId zone, List<Newsletter> lists) {}

  /** What somebody settles; empty is left as it is. */
  record Choice(Optional<Language> language, Optional<ZoneId> zone) {}

  /** Empty when the token is forged. */
  public Optional<Shown> of(String token) {
    return dao.byToken(Tokens.hash(token)).map(this::of);
  }

  private Shown of(SubscriptionId holder) {
    String address = dao.address(holder);
    List<Newsletter> lists = dao.subscriptionsOf(address).stream().map(dao::of).toList();
    SubscriptionDao.Manner manner = dao.manner(address);
    return new Shown(address, manner.language(), manner.zone(), lists);
  }

  /**
   * @param left the codes of the lists to leave; one that the address is not on is nothing
   * @return the titles of the lists that were left
   * @throws Refusal when the token is forged
   */
  List<String> change(String token, Choice choice, Collection<String> left, Instant at) {
    SubscriptionId holder =
        dao.byToken(Tokens.hash(token))
            .orElseThrow(() -> new Refusal("newsletter.subscription.unknown"));
    String address = dao.address(holder);
    choice.language().ifPresent(wanted -> dao.speak(address, wanted));
    choice.zone().ifPresent(wanted -> dao.locate(address, wanted));
    List<String> titles = new ArrayList<>();
    for (SubscriptionId each : dao.subscriptionsOf(address)) {
      if (left.contains(dao.of(each).code())) titles.add(unsubscribing.leave(each, at).title());
    }
    return titles;
  }
}
