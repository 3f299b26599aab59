package ca.greffier.outbox;

import ca.greffier.outbox.Parcel.ParcelId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

interface OutboxDao {
  /** A claimed row. */
  record Claimed(
      ParcelId id, String onceKey, String kind, String addressee, String payload, int attempts) {}

  @SqlUpdate(
      """
      INSERT INTO outbox (once_key, kind, addressee, payload, created_at, not_before)
      VALUES (:onceKey, :kind, :addressee, :payload::jsonb, :now, :notBefore)
      ON CONFLICT (once_key) DO NOTHING
      """)
  int insert(
      String onceKey,
      String kind,
      String addressee,
      String payload,
      Instant notBefore,
      Instant now);

  /**
   * Takes rows that are due. A row whose lease has run out was being carried when its node died: it
   * is taken again, and marked, since its first carrying may have succeeded.
   */
  @SqlQuery(
      """
      UPDATE outbox SET state = 'claimed', attempts = attempts + 1, lease_until = :leaseUntil,
             doubtful = doubtful OR state = 'claimed'
      WHERE id IN (
        SELECT id FROM outbox
        WHERE (state = 'waiting' AND not_before <= :now)
           OR (state = 'claimed' AND lease_until <= :now)
        ORDER BY not_before, id
        LIMIT :most
        FOR UPDATE SKIP LOCKED)
      RETURNING id, once_key, kind, addressee, payload::text AS payload, attempts
      """)
  List<Claimed> claim(Instant now, Instant leaseUntil, int most);

  @SqlUpdate(
      """
      UPDATE outbox SET state = 'sent', lease_until = NULL, settled_at = :now, answer = :answer
      WHERE id = :id
      """)
  void sent(ParcelId id, String answer, Instant now);

  @SqlUpdate(
      """
      UPDATE outbox SET state = 'refused', lease_until = NULL, settled_at = :now, answer = :answer
      WHERE id = :id
      """)
  void refused(ParcelId id, String answer, Instant now);

  @SqlUpdate(
      """
      UPDATE outbox SET state = 'waiting', lease_until = NULL, not_before = :notBefore, answer = :answer
      WHERE id = :id
      """)
  void later(ParcelId id, String answer, Instant notBefore);

  /** Gives back at once what a process that is surely dead was carrying. */
  @SqlUpdate("UPDATE outbox SET lease_until = :now WHERE state = 'claimed'")
  int expireLeases(Instant now);

  /** A human lets a refused parcel try again. */
  @SqlUpdate(
      """
      UPDATE outbox SET state = 'waiting', not_before = :now, settled_at = NULL, attempts = 0
      WHERE id = :id AND state = 'refused'
      """)
  int retry(ParcelId id, Instant now);

  @SqlQuery(
      """
      SELECT id, once_key, kind, addressee, state, attempts, doubtful, created_at, settled_at, answer
      FROM outbox
      WHERE (:state = '' OR state = :state) AND (:addressee = '' OR addressee = :addressee)
        AND (NOT :doubtful OR doubtful)
      ORDER BY id DESC LIMIT :most
      """)
  List<Proof> proofs(String state, String addressee, boolean doubtful, int most);

  @SqlQuery("SELECT state, count(*) AS parcels FROM outbox GROUP BY state ORDER BY state")
  List<Outbox.Count> counts();

  @SqlQuery(
      """
      SELECT not_before FROM outbox WHERE state = 'waiting' AND not_before <= :now
      ORDER BY not_before LIMIT 1
      """)
  Optional<Instant> oldestDue(Instant now);

  @SqlUpdate(
      """
      INSERT INTO suppression (address, reason, at) VALUES (:address, :reason, :at)
      ON CONFLICT (address) DO NOTHING
      """)
  int suppress(String address, String reason, Instant at);

  @SqlQuery("SELECT count(*) > 0 FROM suppression WHERE address = :address")
  boolean isSuppressed(String address);
}
