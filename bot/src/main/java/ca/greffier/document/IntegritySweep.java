package ca.greffier.document;

import ca.greffier.command.Refusal;
import ca.greffier.directory.People;
import ca.greffier.directory.Person;
import ca.greffier.outbox.Letter;
import ca.greffier.outbox.LetterClass;
import ca.greffier.outbox.Outbox;
import ca.greffier.sweep.Sweep;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

/**
 * Reads contents again at night, those seen longest ago first, and tells the administrators which
 * documents are gone from the disk or have changed there: once, while a copy can still be put back.
 */
public final class IntegritySweep implements Sweep {
  private static final int MOST_A_NIGHT = 2_000;

  private final Jdbi jdbi;
  private final Dao dao;
  private final ContentStore store;
  private final People people;
  private final Outbox outbox;

  public IntegritySweep(Jdbi jdbi, ContentStore store, People people, Outbox outbox) {
    this.jdbi = jdbi;
    this.dao = jdbi.onDemand(Dao.class);
    this.store = store;
    this.people = people;
    this.outbox = outbox;
  }

  @Override
  public String name() {
    return "integrite";
  }

  @Override
  public String cron() {
    return "0 40 2 * * ?";
  }

  /** It reads the disk. */
  @Override
  public boolean isForeseeable() {
    return false;
  }

  @Override
  public void run(Instant now) {
    List<Lost> lost = new ArrayList<>();
    for (Known each : dao.oldest(MOST_A_NIGHT)) {
      boolean whole = isWhole(each.sha256());
      if (!whole && each.lostAt() == null) lost.addAll(dao.having(each.sha256()));
      dao.checked(each.sha256(), now, whole);
    }
    if (!lost.isEmpty()) jdbi.useTransaction(_ -> tell(lost, now));
  }

  private boolean isWhole(String sha256) {
    try {
      store.verified(sha256);
      return true;
    } catch (Refusal damaged) {
      return false;
    }
  }

  private void tell(List<Lost> lost, Instant now) {
    List<Map<String, Object>> documents =
        lost.stream()
            .map(
                each ->
                    Map.<String, Object>of(
                        "code", Document.code(each.number()),
                        "title", each.title(),
                        "version", each.version(),
                        "sha256", each.sha256()))
            .toList();
    for (Person each : people.administrators())
      outbox.put(
          "document-abime:" + now + ":" + each.id().value(),
          Letter.of(
              LetterClass.AVIS,
              each.email(),
              each.fullName(),
              each.language(),
              "document-abime",
              Map.of("documents", documents)));
  }

  /** A content that was kept. */
  public record Known(String sha256, @Nullable Instant lostAt) {}

  /** A document whose content is not what it was. */
  public record Lost(int number, String title, int version, String sha256) {}

  interface Dao {
    @SqlQuery(
        """
        SELECT sha256, lost_at FROM document_content
        ORDER BY checked_at NULLS FIRST, sha256 LIMIT :most
        """)
    List<Known> oldest(int most);

    @SqlUpdate(
        """
        UPDATE document_content
        SET checked_at = :at, lost_at = CASE WHEN :whole THEN NULL ELSE coalesce(lost_at, :at) END
        WHERE sha256 = :sha256
        """)
    void checked(String sha256, Instant at, boolean whole);

    @SqlQuery(
        """
        SELECT d.number, d.title, v.number AS version, v.sha256
        FROM document_version v JOIN document d ON d.id = v.document
        WHERE v.sha256 = :sha256 ORDER BY d.number, v.number
        """)
    List<Lost> having(String sha256);
  }
}
