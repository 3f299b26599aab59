package ca.greffier.outbox;

import ca.greffier.outbox.Parcel.ParcelId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.sqlobject.customizer.BindList;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlBatch;
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

  /** A row to insert. */
  record Put(String onceKey, String kind, String addressee, String payload) {}

  @SqlBatch(
      """
      INSERT INTO outbox (once_key, kind, addressee, payload, created_at, not_before)
      VALUES (:onceKey, :kind, :addressee, :payload::jsonb, :now, :now)
      ON CONFLICT (once_key) DO NOTHING
      """)
  void insertAll(@BindMethods List<Put> rows, Instant now);

  @SqlUpdate("DELETE FROM outbox WHERE once_key IN (<onceKeys>) AND state = 'waiting'")
  int withdraw(@BindList Collection<String> onceKeys);

  /**
   * Takes rows that are due. A row whose lease has run out was claimed by a node that died: it is
   * taken again, and marked if it was being carried, since it may have got out. The rows are chosen
   * once, apart, or the planner might choose more of them than asked.
   */
  @SqlQuery(
      """
      WITH due AS MATERIALIZED (
        SELECT id FROM outbox
        WHERE (state = 'waiting' AND not_before <= :now)
           OR (state = 'claimed' AND lease_until <= :now)
        ORDER BY not_before, id
        LIMIT :most
        FOR UPDATE SKIP LOCKED)
      UPDATE outbox SET state = 'claimed', attempts = attempts + 1, lease_until = :leaseUntil,
             doubtful = doubtful OR carrying, carrying = false
      FROM due WHERE outbox.id = due.id
      RETURNING outbox.id, once_key, kind, addressee, payload::text AS payload, attempts
      """)
  List<Claimed> claim(Instant now, Instant leaseUntil, int most);

  /** 0 when the lease ran out and another node has taken the row since. */
  @SqlUpdate(
      """
      UPDATE outbox SET carrying = true, lease_until = :leaseUntil
      WHERE id = :id AND state = 'claimed' AND attempts = :attempt
      """)
  int begin(ParcelId id, int attempt, Instant leaseUntil);

  /** Whoever holds the row now: it did get out. */
  @SqlUpdate(
      """
      UPDATE outbox SET state = 'sent', lease_until = NULL, carrying = false, settled_at = :now,
             answer = :answer
      WHERE id = :id
      """)
  void sent(ParcelId id, String answer, Instant now);

  @SqlUpdate(
      """
      UPDATE outbox SET state = 'refused', lease_until = NULL, carrying = false, settled_at = :now,
             answer = :answer
      WHERE id = :id AND state = 'claimed' AND attempts = :attempt
      """)
  void refused(ParcelId id, int attempt, String answer, Instant now);

  @SqlUpdate(
      """
      UPDATE outbox SET state = 'waiting', lease_until = NULL, carrying = false,
             not_before = :notBefore, answer = :answer
      WHERE id = :id AND state = 'claimed' AND attempts = :attempt
      """)
  void later(ParcelId id, int attempt, String answer, Instant notBefore);

  /** As if it had not been claimed. */
  @SqlUpdate(
      """
      UPDATE outbox SET state = 'waiting', lease_until = NULL, carrying = false,
             attempts = attempts - 1, not_before = :notBefore, answer = :answer
      WHERE id = :id AND state = 'claimed' AND attempts = :attempt
      """)
  void left(ParcelId id, int attempt, String answer, Instant notBefore);

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
      FROM parcel
      WHERE (:state = '' OR state = :state) AND (NOT :doubtful OR doubtful)
      ORDER BY id DESC LIMIT :most
      """)
  List<Proof> proofs(String state, boolean doubtful, int most);

  @SqlQuery("SELECT EXISTS (SELECT FROM outbox WHERE once_key = :onceKey)")
  boolean holds(String onceKey);

  /** Those whose key begins so, the first one first. */
  @SqlQuery(
      """
      SELECT id, once_key, kind, addressee, state, attempts, doubtful, created_at, settled_at, answer
      FROM outbox WHERE kind = 'letter' AND starts_with(once_key, :prefix) ORDER BY id
      """)
  List<Proof> proofsUnder(String prefix);

  @SqlQuery(
      """
      SELECT id, once_key, kind, addressee, state, attempts, doubtful, created_at, settled_at, answer
      FROM parcel WHERE id = :id
      """)
  Optional<Proof> proof(ParcelId id);

  /** What is still to leave, among the rows put after one. */
  @SqlQuery(
      """
      SELECT id, once_key, kind, addressee, not_before FROM outbox
      WHERE id > :after AND state = 'waiting' ORDER BY id
      """)
  List<Foresight.Waiting> waitingAfter(ParcelId after);

  /** The latest that left for an address or for channels of its own. */
  @SqlQuery(
      """
      SELECT id, once_key, kind, addressee, state, attempts, doubtful, created_at, settled_at, answer
      FROM parcel WHERE addressee IN (<addressees>) AND state = 'sent' ORDER BY id DESC LIMIT :most
      """)
  List<Proof> received(@BindList Collection<String> addressees, int most);

  @SqlQuery("SELECT state, count(*) AS parcels FROM outbox GROUP BY state ORDER BY state")
  List<Outbox.Count> counts();

  @SqlQuery(
      """
      SELECT state, count(*) AS parcels FROM outbox WHERE starts_with(once_key, :prefix)
      GROUP BY state ORDER BY state
      """)
  List<Outbox.Count> countsUnder(String prefix);

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

  @SqlQuery("SELECT address FROM suppression")
  Set<String> suppressed();

  @SqlQuery("SELECT count(*) > 0 FROM suppression WHERE address = :address")
  boolean isSuppressed(String address);

  @SqlQuery(
      """
      SELECT once_key FROM parcel WHERE addressee = :addressee AND state = 'sent'
      ORDER BY id DESC LIMIT 500
      """)
  List<String> sentTo(String addressee);
}
