package ca.greffier.outbox;

import ca.greffier.outbox.CampaignDao.Claimed;
import ca.greffier.outbox.Settling.Fate;
import ca.greffier.outbox.Settling.Outcome;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Pauses a campaign that too many servers refuse: going on would only ruin the sender's name. Of
 * the letters that this node has carried since it took the campaign up, a tenth refused is too
 * many, when there are twenty at least. For one thread.
 */
final class Storm {
  private static final int FEWEST = 20;
  private static final int ONE_IN = 10;
  private static final Logger LOG = LoggerFactory.getLogger(Storm.class);

  private final Map<CampaignId, Tally> tallies = new HashMap<>();

  private static final class Tally {
    int carried;
    int refused;
    String answer = "";
  }

  /** Letters that all left, or not. */
  private Tally tally(Claimed chunk, List<Outcome> outcomes) {
    Tally tally = tallies.computeIfAbsent(chunk.campaign(), _ -> new Tally());
    for (Outcome each : outcomes) {
      tally.carried++;
      if (each.fate() != Fate.REFUSED) continue;
      tally.refused++;
      tally.answer = each.answer();
    }
    return tally;
  }

  /** Counts letters none of which was refused. */
  void count(Claimed chunk, List<Outcome> outcomes) {
    tally(chunk, outcomes);
  }

  /** Counts letters, and pauses their campaign in the open transaction when it is too much. */
  void watch(CampaignDao dao, Claimed chunk, List<Outcome> outcomes) {
    Tally tally = tally(chunk, outcomes);
    if (tally.refused < FEWEST || tally.refused * ONE_IN < tally.carried) return;
    String onceKey = dao.row(chunk.campaign()).onceKey();
    if (dao.turn(onceKey, "running", "paused", tally.answer) > 0)
      LOG.warn("{} paused: {} refused of {}", onceKey, tally.refused, tally.carried);
    tallies.remove(chunk.campaign());
  }
}
