package ca.greffier.newsletter;

import ca.greffier.command.PersonId;
import ca.greffier.text.Language;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.sqlobject.customizer.BindMap;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.GetGeneratedKeys;
import org.jdbi.v3.sqlobject.statement.SqlBatch;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

interface NewsletterDao {
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

  /** A list and how many are on it. */
  record Counted(String code, String title, long subscribers) {}

  /** 0 when the code is taken. */
  @SqlUpdate(
      """
      INSERT INTO newsletter (code, title) VALUES (:code, :title) ON CONFLICT (code) DO NOTHING
      """)
  int create(String code, String title);

  @SqlQuery("SELECT id, code, title FROM newsletter WHERE code = :code")
  Optional<Newsletter> byCode(String code);

  @SqlQuery(
      """
      SELECT code, title,
             (SELECT count(*) FROM subscription s
              WHERE s.newsletter = n.id AND unsubscribed_at IS NULL) AS subscribers
      FROM newsletter n ORDER BY code
      """)
  List<Counted> newsletters();

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

  @SqlQuery("SELECT id, code, title FROM newsletter WHERE id = :id")
  Newsletter newsletter(NewsletterId id);

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

  /**
   * Nobody leaves the list until the transaction ends: who does comes after, and takes the letter
   * back.
   */
  @SqlQuery("SELECT id FROM newsletter WHERE id = :id FOR UPDATE")
  NewsletterId hold(NewsletterId id);

  /** Nothing is being sent to the list of a subscription until the transaction ends. */
  @SqlQuery(
      """
      SELECT n.id FROM newsletter n JOIN subscription s ON s.newsletter = n.id
      WHERE s.id = :id FOR SHARE OF n
      """)
  NewsletterId holdFor(SubscriptionId id);

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
      SELECT to_language AS language, to_body AS body, to_region AS region,
             to_category AS category
      FROM issue WHERE id = :id
      """)
  Segment segment(IssueId id);

  /** 0 when it was sent. */
  @SqlUpdate(
      """
      UPDATE issue SET to_language = :language, to_body = :body, to_region = :region,
                       to_category = :category
      WHERE id = :id AND sent_at IS NULL
      """)
  int target(IssueId id, @BindMethods Segment segment);

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

  @SqlUpdate(
      """
      WITH next AS (
        UPDATE newsletter SET issues = issues + 1 WHERE id = :newsletter RETURNING id, issues)
      INSERT INTO issue (newsletter, number, title, contents, author, written_at)
      SELECT id, issues, :title, :contents, :author, :at FROM next
      """)
  @GetGeneratedKeys("id")
  IssueId write(
      NewsletterId newsletter, String title, String contents, PersonId author, Instant at);

  /** Whether the issues of a list need somebody else's approval: 0 when there is no such list. */
  @SqlUpdate("UPDATE newsletter SET approval = :approval WHERE id = :id")
  int requireApproval(NewsletterId id, boolean approval);

  /** Whoever wrote it last is its author; 0 when it was sent. */
  @SqlUpdate(
      """
      UPDATE issue SET title = :title, contents = :contents, author = :author,
                       approved_by = NULL, approved_at = NULL
      WHERE id = :id AND sent_at IS NULL
      """)
  int rewrite(IssueId id, String title, String contents, PersonId author);

  /** A draft that no filter has judged as it is now. */
  record Unjudged(IssueId id, String mark) {}

  @SqlQuery(
      """
      SELECT id, md5(title || contents) AS mark FROM issue
      WHERE sent_at IS NULL AND judged IS DISTINCT FROM md5(title || contents)
      ORDER BY id DESC LIMIT :most
      """)
  List<Unjudged> unjudged(int most);

  @SqlUpdate(
      """
      UPDATE issue SET judged = :mark, spam_score = :score, spam_required = :required,
                       spam_rules = :rules
      WHERE id = :id
      """)
  void judge(
      IssueId id,
      String mark,
      @Nullable BigDecimal score,
      @Nullable BigDecimal required,
      String rules);

  /** What the filter said of an issue as it is now. */
  @SqlQuery(
      """
      SELECT spam_score AS score, spam_required AS required,
             string_to_array(spam_rules, ' ') AS rules
      FROM issue
      WHERE id = :id AND judged = md5(title || contents) AND spam_score IS NOT NULL
      """)
  Optional<SpamFilter.Verdict> verdict(IssueId id);

  /** 0 when it is approved already, or was sent. */
  @SqlUpdate(
      """
      UPDATE issue SET approved_by = :by, approved_at = :at
      WHERE id = :id AND approved_by IS NULL AND sent_at IS NULL
      """)
  int approve(IssueId id, PersonId by, Instant at);

  /** 0 when it was sent. */
  @SqlUpdate(
      """
      UPDATE issue SET scheduled_at = :when, scheduled_by = :by WHERE id = :id AND sent_at IS NULL
      """)
  int schedule(IssueId id, @Nullable Instant when, @Nullable PersonId by);

  /** Those whose hour has come, held until the transaction ends. */
  @SqlQuery(
      """
      SELECT id FROM issue WHERE sent_at IS NULL AND scheduled_at <= :now
      ORDER BY scheduled_at, id FOR UPDATE SKIP LOCKED
      """)
  List<IssueId> due(Instant now);

  /** 0 when the order was given before. */
  @SqlUpdate("UPDATE issue SET sender = :sender, sent_at = :at WHERE id = :id AND sent_at IS NULL")
  int send(IssueId id, PersonId sender, Instant at);

  /** Those sent that hold words, the best first. */
  @SqlQuery(
      """
      SELECT i.id, newsletter, code, n.title AS list_title, number, i.title, contents, sent_at,
             author, approval AND approved_by IS NULL AS unapproved, scheduled_at, scheduled_by
      FROM issue i JOIN newsletter n ON n.id = newsletter,
           to_tsvector('greffier', translate(i.title || ' ' || i.title || ' ' || contents,
                                             U&'\\00A0\\202F', '  ')) AS words,
           websearch_to_tsquery('greffier', :words) AS wanted
      WHERE newsletter = :newsletter AND sent_at IS NOT NULL AND words @@ wanted
      ORDER BY ts_rank(words, wanted) DESC, sent_at DESC LIMIT 50
      """)
  List<Issue> holding(NewsletterId newsletter, String words);

  @SqlUpdate("UPDATE issue SET views = views + 1 WHERE id = :id")
  void seen(IssueId id);

  @SqlQuery("SELECT views FROM issue WHERE id = :id")
  long views(IssueId id);

  /** An issue that drafts itself. */
  record Digest(
      NewsletterId newsletter,
      String title,
      String contents,
      int weeks,
      PersonId author,
      LocalDate nextOn) {}

  @SqlUpdate(
      """
      INSERT INTO digest (newsletter, title, contents, weeks, author, next_on)
      VALUES (:newsletter, :title, :contents, :weeks, :author, :nextOn)
      ON CONFLICT (newsletter) DO UPDATE
        SET title = EXCLUDED.title, contents = EXCLUDED.contents, weeks = EXCLUDED.weeks,
            author = EXCLUDED.author, next_on = EXCLUDED.next_on
      """)
  void putDigest(@BindMethods Digest digest);

  /** 0 when there was none. */
  @SqlUpdate("DELETE FROM digest WHERE newsletter = :newsletter")
  int dropDigest(NewsletterId newsletter);

  /** Those whose day has come, held until the transaction ends. */
  @SqlQuery(
      """
      SELECT newsletter, title, contents, weeks, author, next_on FROM digest
      WHERE next_on <= :today ORDER BY newsletter FOR UPDATE SKIP LOCKED
      """)
  List<Digest> digestsDue(LocalDate today);

  @SqlUpdate("UPDATE digest SET next_on = :next WHERE newsletter = :newsletter")
  void digestNext(NewsletterId newsletter, LocalDate next);

  /** When the last issue of a list left. */
  @SqlQuery(
      """
      SELECT sent_at FROM issue WHERE newsletter = :list AND sent_at IS NOT NULL
      ORDER BY sent_at DESC LIMIT 1
      """)
  Optional<Instant> lastSent(NewsletterId list);

  @SqlQuery(
      """
      SELECT i.id, newsletter, code, n.title AS list_title, number, i.title, contents, sent_at,
             author, approval AND approved_by IS NULL AS unapproved, scheduled_at, scheduled_by
      FROM issue i JOIN newsletter n ON n.id = newsletter
      WHERE i.id = :id
      """)
  Issue issue(IssueId id);

  /**
   * The issues of a number, in one list or in all.
   *
   * @param code empty for all
   */
  @SqlQuery(
      """
      SELECT i.id, newsletter, code, n.title AS list_title, number, i.title, contents, sent_at,
             author, approval AND approved_by IS NULL AS unapproved, scheduled_at, scheduled_by
      FROM issue i JOIN newsletter n ON n.id = newsletter
      WHERE number = :number AND (:code = '' OR code = :code)
      ORDER BY code
      """)
  List<Issue> issues(String code, int number);

  /** The drafts first, then what was sent last. */
  @SqlQuery(
      """
      SELECT i.id, newsletter, code, n.title AS list_title, number, i.title, contents, sent_at,
             author, approval AND approved_by IS NULL AS unapproved, scheduled_at, scheduled_by
      FROM issue i JOIN newsletter n ON n.id = newsletter
      ORDER BY sent_at DESC NULLS FIRST, i.id DESC LIMIT :most
      """)
  List<Issue> latest(int most);

  @SqlQuery(
      """
      SELECT i.id, newsletter, code, n.title AS list_title, number, i.title, contents, sent_at,
             author, approval AND approved_by IS NULL AS unapproved, scheduled_at, scheduled_by
      FROM issue i JOIN newsletter n ON n.id = newsletter
      WHERE newsletter = :newsletter AND sent_at IS NOT NULL
      ORDER BY sent_at DESC, i.id DESC
      """)
  List<Issue> sent(NewsletterId newsletter);
}
