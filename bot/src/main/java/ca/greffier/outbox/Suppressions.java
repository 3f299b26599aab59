package ca.greffier.outbox;

import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import org.jdbi.v3.core.Jdbi;

/** Addresses that nothing more is sent to: they refused for good (domain.md E11). */
public final class Suppressions {
  private final OutboxDao dao;

  public Suppressions(Jdbi jdbi) {
    this.dao = jdbi.onDemand(OutboxDao.class);
  }

  /**
   * @return false when it was suppressed already
   */
  public boolean add(String address, String reason, Instant at) {
    return dao.suppress(address.toLowerCase(Locale.ROOT), reason, at) > 0;
  }

  public boolean has(String address) {
    return dao.isSuppressed(address.toLowerCase(Locale.ROOT));
  }

  /** All of them, in lower case. */
  public Set<String> all() {
    return dao.suppressed();
  }
}
