package ca.greffier.newsletter;

import ca.greffier.text.Language;
import ca.greffier.text.Phrase;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.sqlobject.customizer.BindMap;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlBatch;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

/** Who is on the lists, by what consent, and what leads away from them. */
interface SubscriptionDao {
  /** Somebody to put on a list. */
  record Entry(
      String address,
      String givenName,
      String familyName,
      Language language,
      String organisation,
      String region,
      String category,
      @Nullable ZoneId zone,
      Consent consent) {}

  /** What leads to a subscription. */
  record Leaving(String hash, SubscriptionId subscription, String keyMark) {}

  @SqlBatch(
      """
      INSERT INTO subscriber
        (address, given_name, family_name, language, organisation, region, category, zone)
      VALUES
        (:address, :givenName, :familyName, :language, :organisation, :region, :category, :zone)
      ON CONFLICT (address) DO UPDATE
        SET given_name = EXCLUDED.given_name, family_name = EXCLUDED.family_name,
            language = EXCLUDED.language,
            organisation = coalesce(nullif(EXCLUDED.organisation, ''), subscriber.organisation),
            region = coalesce(nullif(EXCLUDED.region, ''), subscriber.region),
            category = coalesce(nullif(EXCLUDED.category, ''), subscriber.category),
            zone = coalesce(EXCLUDED.zone, subscriber.zone)
      """)
  void putSubscribers(@BindMethods List<Entry> entries);

  /** Whoever has unsubscribed stays so, even when it was a moment ago. */
  @SqlBatch(
      """
      INSERT INTO subscription
        (newsletter, subscriber, basis, given_on, expires_on, evidence, invocation)
      SELECT :newsletter, id, :consent.basis, :consent.givenOn, :consent.expiresOn,
             :consent.evidence, :invocation
      FROM subscriber WHERE address = :address
      ON CONFLICT (newsletter, subscriber) DO UPDATE
        SET basis = EXCLUDED.basis, given_on = EXCLUDED.given_on,
            expires_on = EXCLUDED.expires_on, evidence = EXCLUDED.evidence,
            invocation = EXCLUDED.invocation
        WHERE subscription.unsubscribed_at IS NULL
      """)
  void putSubscriptions(
      NewsletterId newsletter, String invocation, @BindMethods List<Entry> entries);

  /** All of a list, held until the transaction ends. */
  @SqlQuery(
      """
      SELECT s.id, address, given_name, family_name, language, basis, given_on, expires_on,
             evidence, unsubscribed_at
      FROM subscription s JOIN subscriber p ON p.id = subscriber
      WHERE newsletter = :newsletter ORDER BY s.id
      FOR UPDATE OF s
      """)
  List<Subscription> subscriptions(NewsletterId newsletter);

  @SqlBatch(
      """
      INSERT INTO unsubscribe_token (hash, subscription, key_mark)
      VALUES (:hash, :subscription, :keyMark)
      ON CONFLICT (hash) DO NOTHING
      """)
  void putTokens(@BindMethods List<Leaving> tokens);

  /** Whoever left the list and asks for it again, by themselves, is on it again. */
  @SqlUpdate(
      """
      UPDATE subscription s SET unsubscribed_at = NULL
      FROM subscriber p WHERE p.id = s.subscriber AND newsletter = :newsletter
        AND p.address = :address
      """)
  void comeBack(NewsletterId newsletter, String address);

  /** All that is kept of a subscription. */
  record Kept(
      String address,
      String givenName,
      String familyName,
      Language language,
      String organisation,
      String region,
      String category,
      @Nullable ZoneId zone,
      Basis basis,
      LocalDate givenOn,
      @Nullable LocalDate expiresOn,
      String evidence,
      @Nullable Instant unsubscribedAt) {}

  @SqlQuery(
      """
      SELECT address, given_name, family_name, language, organisation, region, category, zone,
             basis, given_on, expires_on, evidence, unsubscribed_at
      FROM subscription s JOIN subscriber p ON p.id = subscriber
      WHERE newsletter = :newsletter ORDER BY s.id
      """)
  List<Kept> kept(NewsletterId newsletter);

  /** What is kept of somebody beside their consents. */
  record Held(
      String givenName,
      String familyName,
      Language language,
      String organisation,
      String region,
      String category,
      @Nullable ZoneId zone) {

    /** By the message that names each, but for what nobody has said. */
    Map<String, Object> facts() {
      Map<String, Object> facts = new LinkedHashMap<>();
      facts.put("newsletter.field.name", (givenName + " " + familyName).strip());
      facts.put("param.langue.label", Phrase.of("choice.langue." + language.tag()));
      facts.put("newsletter.field.organisation", organisation);
      facts.put("param.region.label", region);
      facts.put("param.categorie.label", category);
      facts.put("param.fuseau.label", zone == null ? "" : zone.getId());
      facts.values().removeIf(""::equals);
      return facts;
    }
  }

  @SqlQuery(
      """
      SELECT given_name, family_name, language, organisation, region, category, zone
      FROM subscriber WHERE address = :address
      """)
  Held held(String address);

  /** What proves a consent, and its end. */
  record Proven(
      String title,
      Basis basis,
      LocalDate givenOn,
      @Nullable LocalDate expiresOn,
      String evidence,
      @Nullable Instant unsubscribedAt) {}

  @SqlQuery(
      """
      SELECT n.title, basis, given_on, expires_on, evidence, unsubscribed_at
      FROM subscription s JOIN subscriber p ON p.id = subscriber JOIN newsletter n
           ON n.id = newsletter
      WHERE p.address = :address ORDER BY n.title
      """)
  List<Proven> proofs(String address);

  /** A consent that ends. */
  record Ending(LocalDate expiresOn, String address, String title, Basis basis) {}

  /** Those that still hold on a day and end by another, the first one first. */
  @SqlQuery(
      """
      SELECT expires_on, address, n.title, basis
      FROM subscription s JOIN subscriber p ON p.id = subscriber JOIN newsletter n
           ON n.id = newsletter
      WHERE unsubscribed_at IS NULL AND expires_on > :today AND expires_on <= :until
      ORDER BY expires_on, address LIMIT :most
      """)
  List<Ending> ending(LocalDate today, LocalDate until, int most);

  /** Those of a list that no token of a key leads to yet. */
  @SqlQuery(
      """
      SELECT id FROM subscription s
      WHERE newsletter = :newsletter AND id > :after
        AND NOT EXISTS (SELECT FROM unsubscribe_token t
                        WHERE t.subscription = s.id AND t.key_mark = :keyMark)
      ORDER BY id LIMIT :most
      """)
  List<SubscriptionId> withoutToken(
      NewsletterId newsletter, String keyMark, SubscriptionId after, int most);

  /** Who is left out on a day, and why. */
  record LeftOut(int withoutConsent, int suppressed, int unsubscribed) {}

  /** Of those of a segment only. */
  @SqlQuery(
      """
      SELECT count(*) FILTER (WHERE unsubscribed_at IS NOT NULL) AS unsubscribed,
             count(*) FILTER (WHERE unsubscribed_at IS NULL AND expires_on <= :today)
               AS without_consent,
             count(*) FILTER (WHERE unsubscribed_at IS NULL
                              AND (expires_on IS NULL OR expires_on > :today)
                              AND EXISTS (SELECT FROM suppression u WHERE u.address = p.address))
               AS suppressed
      FROM subscription s JOIN subscriber p ON p.id = subscriber
      WHERE newsletter = :newsletter AND
      """
          + Segment.WITHIN)
  LeftOut leftOut(@BindMap Map<String, Object> bound);

  /** How many of a segment may be written to. */
  @SqlQuery("SELECT count(*) FROM (" + Sending.READERS + ") r")
  int readers(@BindMap Map<String, Object> bound);

  @SqlQuery(
      """
      SELECT address FROM subscriber p JOIN subscription s ON s.subscriber = p.id WHERE s.id = :id
      """)
  String address(SubscriptionId id);

  /** How somebody is written to. */
  record Manner(Language language, @Nullable ZoneId zone) {}

  @SqlQuery("SELECT language, zone FROM subscriber WHERE address = :address")
  Manner manner(String address);

  @SqlUpdate("UPDATE subscriber SET language = :language WHERE address = :address")
  void speak(String address, Language language);

  @SqlUpdate("UPDATE subscriber SET zone = :zone WHERE address = :address")
  void locate(String address, ZoneId zone);

  @SqlQuery("SELECT subscription FROM unsubscribe_token WHERE hash = :hash")
  Optional<SubscriptionId> byToken(String hash);

  /** The lists an address is still on. */
  @SqlQuery(
      """
      SELECT s.id FROM subscription s JOIN subscriber p ON p.id = s.subscriber
      WHERE p.address = lower(:address) AND s.unsubscribed_at IS NULL ORDER BY s.id
      """)
  List<SubscriptionId> subscriptionsOf(String address);

  /** 0 when it was done before. */
  @SqlUpdate(
      """
      UPDATE subscription SET unsubscribed_at = :at WHERE id = :id AND unsubscribed_at IS NULL
      """)
  int unsubscribe(SubscriptionId id, Instant at);

  @SqlQuery(
      """
      SELECT n.id, code, title FROM newsletter n JOIN subscription s ON s.newsletter = n.id
      WHERE s.id = :id
      """)
  Newsletter of(SubscriptionId id);

  @SqlQuery(
      """
      SELECT count(*) FROM subscription
      WHERE newsletter = :newsletter AND unsubscribed_at >= :since
      """)
  long unsubscribed(NewsletterId newsletter, Instant since);
}
