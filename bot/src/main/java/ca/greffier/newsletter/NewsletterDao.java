package ca.greffier.newsletter;

import ca.greffier.command.PersonId;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** The lists, and the issues that draft themselves. */
interface NewsletterDao {
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

  @SqlQuery("SELECT id, code, title FROM newsletter WHERE id = :id")
  Newsletter newsletter(NewsletterId id);

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

  /** Whether the issues of a list need somebody else's approval: 0 when there is no such list. */
  @SqlUpdate("UPDATE newsletter SET approval = :approval WHERE id = :id")
  int requireApproval(NewsletterId id, boolean approval);

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
}
