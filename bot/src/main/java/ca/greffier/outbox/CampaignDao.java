package ca.greffier.outbox;

import ca.greffier.outbox.Campaigns.Standing;
import ca.greffier.outbox.Parcel.ParcelId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.sqlobject.customizer.BindMap;
import org.jdbi.v3.sqlobject.customizer.Define;
import org.jdbi.v3.sqlobject.statement.GetGeneratedKeys;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

interface CampaignDao {
  /** A row of the table, its letter as JSON. */
  record Row(CampaignId id, String onceKey, String letter) {}

  @SqlUpdate(
      """
      INSERT INTO campaign (once_key, letter, state, created_at, not_before)
      VALUES (:onceKey, :letter::jsonb, 'running', :now, :notBefore)
      """)
  @GetGeneratedKeys("id")
  CampaignId create(String onceKey, String letter, Instant now, Instant notBefore);

  /** A row for each of those a query finds, but for the addresses that refused for good. */
  @SqlUpdate(
      """
      INSERT INTO campaign_letter
             (campaign, once_key, thing, addressee, name, language, zone, created_at)
      SELECT :campaign, :onceKey || ':' || number, thing, address, name, language, zone, :now
      FROM (<recipients>) AS recipient
      WHERE NOT EXISTS (SELECT FROM suppression s WHERE s.address = recipient.address)
      ORDER BY number
      """)
  int fill(
      CampaignId campaign,
      String onceKey,
      Instant now,
      @Define("recipients") String recipients,
      @BindMap Map<String, ?> bound);

  @SqlUpdate(
      """
      INSERT INTO campaign_chunk (first, last, campaign)
      SELECT min(id), max(id), :campaign
      FROM (SELECT id, (row_number() OVER (ORDER BY id) - 1) / :size AS chunk
            FROM campaign_letter WHERE campaign = :campaign AND id >= :from) AS numbered
      GROUP BY chunk ORDER BY chunk
      """)
  void cut(CampaignId campaign, long from, int size);

  /** The number that the next parcel will exceed. */
  @SqlQuery("SELECT nextval('outbox_id_seq')")
  long mark();

  @SqlQuery("SELECT id, once_key, letter::text AS letter FROM campaign WHERE id = :id")
  Row row(CampaignId id);

  @SqlQuery("SELECT state, reason, created_at, ended_at FROM campaign WHERE once_key = :onceKey")
  Optional<Standing> standing(String onceKey);

  @SqlQuery(
      """
      SELECT l.state, count(*) AS parcels
      FROM campaign_letter l JOIN campaign c ON c.id = campaign
      WHERE c.once_key = :onceKey GROUP BY l.state ORDER BY l.state
      """)
  List<Outbox.Count> counts(String onceKey);

  @SqlQuery(
      """
      SELECT addressee FROM campaign_letter l JOIN campaign c ON c.id = campaign
      WHERE c.once_key = :onceKey AND doubtful ORDER BY l.id LIMIT 100
      """)
  List<String> doubtful(String onceKey);

  /** 0 when it was in none of the states. */
  @SqlUpdate(
      """
      UPDATE campaign SET state = :to, reason = :reason
      WHERE once_key = :onceKey AND state = ANY (string_to_array(:from, ' '))
      """)
  int turn(String onceKey, String from, String to, @Nullable String reason);

  @SqlUpdate("UPDATE campaign SET ended_at = :now WHERE once_key = :onceKey")
  void ended(String onceKey, Instant now);

  /** Those whose end is under way are among them, and are sent all the same when they arrive. */
  @SqlUpdate(
      """
      UPDATE campaign_letter l SET state = 'withdrawn', settled_at = :now
      FROM campaign c WHERE c.id = campaign AND c.once_key = :onceKey AND l.state = 'waiting'
      """)
  int withdrawAll(String onceKey, Instant now);

  @SqlUpdate(
      """
      UPDATE campaign_letter SET state = 'withdrawn', settled_at = :now
      WHERE addressee = :addressee AND thing = :thing AND state = 'waiting'
      """)
  int withdraw(String addressee, String thing, Instant now);

  /** Those that the outbox would try again wait until an instant. */
  @SqlUpdate(
      """
      UPDATE outbox SET not_before = :until
      WHERE starts_with(once_key, :onceKey || ':') AND state = 'waiting'
      """)
  void postpone(String onceKey, Instant until);

  @SqlUpdate(
      """
      DELETE FROM outbox WHERE starts_with(once_key, :onceKey || ':') AND state = 'waiting'
      """)
  int withdrawLater(String onceKey);

  /** A chunk in the hands of a line. */
  record Claimed(long first, long last, CampaignId campaign, long claim, @Nullable Long carrying) {}

  /**
   * Takes the next chunk of a running campaign that is nobody's, or whose line has died, with what
   * that line was carrying.
   */
  @SqlQuery(
      """
      WITH free AS MATERIALIZED (
        SELECT first, carrying FROM campaign_chunk k JOIN campaign c ON c.id = campaign
        WHERE c.state = 'running' AND c.not_before <= :now
          AND (lease_until IS NULL OR lease_until <= :now)
        ORDER BY first LIMIT 1 FOR UPDATE OF k SKIP LOCKED)
      UPDATE campaign_chunk k
      SET claim = nextval('campaign_claim'), lease_until = :leaseUntil, carrying = NULL
      FROM free WHERE k.first = free.first
      RETURNING k.first, k.last, campaign, claim, free.carrying
      """)
  Optional<Claimed> claim(Instant now, Instant leaseUntil);

  @SqlUpdate("UPDATE campaign_letter SET doubtful = true WHERE id = :id AND state = 'waiting'")
  void doubt(long id);

  @SqlQuery(
      """
      SELECT id, once_key, thing, addressee AS address, name, language, zone
      FROM campaign_letter
      WHERE id BETWEEN :first AND :last AND campaign = :campaign AND state = 'waiting' ORDER BY id
      """)
  List<Recipient> waiting(long first, long last, CampaignId campaign);

  /** Hands letters to the outbox, which tries each again under its own key. */
  @SqlUpdate(
      """
      INSERT INTO outbox
             (once_key, kind, addressee, payload, created_at, not_before, doubtful, attempts, answer)
      SELECT l.once_key, 'letter', addressee,
             c.letter || jsonb_build_object('address', addressee, 'name', name,
                                            'language', language, 'unsubscribe', thing),
             l.created_at, :notBefore, doubtful, 1, answer
      FROM campaign_letter l JOIN campaign c ON c.id = campaign
      WHERE l.id = ANY (:ids::bigint[]) AND l.state = 'later'
      ON CONFLICT (once_key) DO NOTHING
      """)
  void handOver(List<Long> ids, Instant notBefore);

  @SqlUpdate(
      """
      UPDATE campaign_letter SET state = 'later', settled_at = NULL
      WHERE id = :id AND state = 'refused'
      """)
  int retry(ParcelId id);

  @SqlUpdate("DELETE FROM campaign_chunk WHERE first = :first AND claim = :claim")
  void closeChunk(long first, long claim);

  /** Gives a chunk back, to be claimed from an instant on. */
  @SqlUpdate(
      """
      UPDATE campaign_chunk SET claim = NULL, lease_until = :from, carrying = NULL
      WHERE first = :first AND claim = :claim
      """)
  void release(long first, long claim, Instant from);

  /** Gives back at once what a process that is surely dead was carrying. */
  @SqlUpdate("UPDATE campaign_chunk SET lease_until = :now WHERE lease_until > :now")
  int expireLeases(Instant now);

  /** The campaigns that have nothing left to carry are done. */
  @SqlUpdate(
      """
      UPDATE campaign c SET state = 'done', ended_at = :now
      WHERE state = 'running' AND NOT EXISTS (SELECT FROM campaign_chunk WHERE campaign = c.id)
      """)
  int finish(Instant now);

  /** When the rest leaves, as long as nothing does: all of it is held. */
  @SqlQuery(
      """
      SELECT min(lease_until) FROM campaign_chunk k JOIN campaign c ON c.id = campaign
      WHERE c.once_key = :onceKey AND c.state = 'running'
      HAVING bool_and(claim IS NULL AND lease_until > :now)
      """)
  Optional<Instant> heldUntil(String onceKey, Instant now);

  /** What left for a host in an hour. */
  record HostCount(String host, int sent) {}

  @SqlQuery("SELECT host, sent FROM campaign_host_hour WHERE hour = :hour")
  List<HostCount> hosts(Instant hour);

  /** How many that makes, all nodes together. */
  @SqlQuery(
      """
      INSERT INTO campaign_host_hour (hour, host, sent) VALUES (:hour, :host, :sent)
      ON CONFLICT (hour, host) DO UPDATE SET sent = campaign_host_hour.sent + EXCLUDED.sent
      RETURNING sent
      """)
  int countHost(Instant hour, String host, int sent);

  @SqlQuery("SELECT coalesce(sum(sent), 0) FROM campaign_hour WHERE hour >= :from")
  int sentSince(Instant from);
}
