package ca.greffier.newsletter;

import ca.greffier.command.PersonId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.GetGeneratedKeys;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

/** The issues of the lists, from their first words to what became of them. */
interface IssueDao {
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
