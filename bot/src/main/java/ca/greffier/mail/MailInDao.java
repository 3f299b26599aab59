package ca.greffier.mail;

import ca.greffier.store.Id;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.SingleValue;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

interface MailInDao {
  record MailId(long value) implements Id {}

  /** A mail without its bytes. */
  record Row(
      MailId id,
      Instant receivedAt,
      String sender,
      String subject,
      String state,
      @Nullable String reason,
      @Nullable String detail) {}

  @SqlUpdate(
      """
      INSERT INTO mail_in (key, received_at, sender, subject, raw)
      VALUES (:key, :at, :sender, :subject, :raw)
      ON CONFLICT (key) DO NOTHING
      """)
  int insert(String key, Instant at, String sender, String subject, byte[] raw);

  @SqlQuery("SELECT state FROM mail_in WHERE key = :key")
  String state(String key);

  @SqlUpdate(
      "UPDATE mail_in SET state = :state, reason = :reason, detail = :detail WHERE key = :key")
  void settle(String key, String state, String reason, @Nullable String detail);

  /** How many answers a program of ours gave this correspondent. */
  @SqlQuery(
      """
      SELECT count(*) FROM mail_in
      WHERE state = 'answered' AND sender = :sender AND received_at > :since
      """)
  int answered(String sender, Instant since);

  @SqlQuery(
      """
      SELECT id, received_at, sender, subject, state, reason, detail FROM mail_in
      WHERE state = 'human' ORDER BY id LIMIT :most
      """)
  List<Row> forHumans(int most);

  @SqlQuery(
      """
      SELECT id, received_at, sender, subject, state, reason, detail FROM mail_in WHERE id = :id
      """)
  Optional<Row> find(MailId id);

  @SingleValue
  @SqlQuery("SELECT raw FROM mail_in WHERE id = :id")
  byte[] raw(MailId id);

  @SqlUpdate("UPDATE mail_in SET state = 'filed' WHERE id = :id AND state = 'human'")
  int file(MailId id);
}
