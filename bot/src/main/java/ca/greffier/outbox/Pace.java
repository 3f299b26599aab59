package ca.greffier.outbox;

import ca.greffier.outbox.Settling.Fate;
import ca.greffier.outbox.Settling.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Counts what left against what may leave, in all and for each host; and keeps the hours. */
final class Pace {
  private final CampaignDao dao;
  private final Limits limits;
  private final Map<String, Integer> taken = new HashMap<>();
  private Instant hour = Instant.MIN;

  Pace(CampaignDao dao, Limits limits) {
    this.dao = dao;
    this.limits = limits;
  }

  /** How many letters may still leave now; {@link Integer#MAX_VALUE} for no limit. */
  int allowed(Instant now) {
    int left = Integer.MAX_VALUE;
    if (limits.perHour() > 0) left = limits.perHour() - dao.sentSince(hourOf(now));
    if (limits.warmUpFrom() != null) {
      ZonedDateTime here = now.atZone(limits.zone());
      int day = limits.onDay(here.toLocalDate());
      if (day < Integer.MAX_VALUE) {
        Instant midnight = here.toLocalDate().atStartOfDay(limits.zone()).toInstant();
        left = Math.min(left, day - dao.sentSince(midnight));
      }
    }
    return Math.max(left, 0);
  }

  /**
   * When a letter may leave: at the hours of its reader, as long as their host takes more in this
   * one, of which it then takes a place.
   *
   * @return null for now
   */
  @Nullable Instant heldUntil(Recipient to, Instant now) {
    Instant opening = limits.opening(now, to.zone());
    if (opening.isAfter(now)) return opening;
    if (limits.perHost().isEmpty()) return null;
    String host = Domains.domain(to.address());
    Integer most = limits.inAnHour(host);
    return most == null || place(host, most, now) ? null : hourOf(now).plus(Duration.ofHours(1));
  }

  private synchronized boolean place(String host, int most, Instant now) {
    if (!hour.equals(hourOf(now))) {
      hour = hourOf(now);
      taken.clear();
      for (CampaignDao.HostCount each : dao.hosts(hour)) taken.put(each.host(), each.sent());
    }
    int before = taken.getOrDefault(host, 0);
    if (before >= most) return false;
    taken.put(host, before + 1);
    return true;
  }

  /**
   * How many of these left for each of the hosts that are counted, in an order that is the same on
   * every node, or two of them could wait for each other.
   */
  SortedMap<String, Integer> byHost(List<Outcome> outcomes) {
    if (limits.perHost().isEmpty()) return Collections.emptySortedMap();
    SortedMap<String, Integer> sent = new TreeMap<>();
    for (Outcome each : outcomes) {
      String host = Domains.domain(each.of().address());
      if (each.fate() == Fate.SENT && limits.inAnHour(host) != null)
        sent.merge(host, 1, Integer::sum);
    }
    return sent;
  }

  /** Writes them down in the open transaction, and learns what other nodes have sent. */
  void count(CampaignDao open, SortedMap<String, Integer> sent, Instant now) {
    Instant then = hourOf(now);
    sent.forEach((host, letters) -> learn(then, host, open.countHost(then, host, letters)));
  }

  private synchronized void learn(Instant then, String host, int sent) {
    if (then.equals(hour)) taken.merge(host, sent, Math::max);
  }

  private static Instant hourOf(Instant now) {
    return now.truncatedTo(ChronoUnit.HOURS);
  }
}
