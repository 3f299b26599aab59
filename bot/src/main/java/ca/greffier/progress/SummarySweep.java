package ca.greffier.progress;

import ca.greffier.sweep.Sweep;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/** Sums up the rounds that are over, or that everybody asked has answered. */
public final class SummarySweep implements Sweep {
  private final Jdbi jdbi;
  private final ProgressDao dao;
  private final Summary summary;

  public SummarySweep(Jdbi jdbi, Summary summary) {
    this.jdbi = jdbi;
    this.dao = jdbi.onDemand(ProgressDao.class);
    this.summary = summary;
  }

  @Override
  public String name() {
    return "syntheses";
  }

  /** Nobody is written to at night. */
  @Override
  public String cron() {
    return "0 0/10 7-19 * * ?";
  }

  @Override
  public void run(Instant now) {
    jdbi.useTransaction(
        _ -> {
          List<Round> over = dao.toConsolidate(now);
          over.forEach(round -> dao.consolidated(round.id(), now));
          if (!over.isEmpty()) summary.send(over, now);
        });
  }
}
