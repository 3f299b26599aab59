package ca.greffier.document;

import ca.greffier.command.PersonId;
import ca.greffier.directory.BodyId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

interface DocumentDao {
  /** A document with its last version. */
  String DOCUMENT =
      """
      SELECT d.id, d.number, title, body, classification, language, status, keep_until,
             open_until, withdrawn_on, withdrawn_why, v.number AS version, v.added_at, file_name, v.sha256,
             size, link
      FROM document d
           JOIN LATERAL (SELECT * FROM document_version WHERE document = d.id
                         ORDER BY number DESC LIMIT 1) v ON true
           LEFT JOIN document_content c ON c.sha256 = v.sha256
      """;

  /** What a reader may see: the one place where it is written, whatever is asked. */
  String READABLE =
      """
      (:officer OR (withdrawn_on IS NULL
                    AND (classification = 'PUBLIC' OR (classification = 'INTERNAL' AND :inside)
                         OR body = ANY (:seats))))
      """;

  /** So that two people never take the same number. */
  @SqlUpdate("LOCK TABLE document IN SHARE ROW EXCLUSIVE MODE")
  void lock();

  @SqlQuery(
      """
      INSERT INTO document (number, title, body, classification, language, status, keep_until)
      SELECT coalesce(max(number), 0) + 1, :title, :body, :classification, :language, :status,
             :keepUntil
      FROM document
      RETURNING id
      """)
  DocumentId insert(@BindMethods Profile profile);

  @SqlUpdate(
      """
      UPDATE document
      SET title = :title, body = :body, classification = :classification, language = :language,
          status = :status, keep_until = :keepUntil
      WHERE id = :id
      """)
  void change(DocumentId id, @BindMethods Profile profile);

  @SqlUpdate("UPDATE document SET open_until = :until WHERE id = :id")
  void open(DocumentId id, @Nullable LocalDate until);

  /** The calls that are open on a day, the one that ends first before the others. */
  @SqlQuery(
      DOCUMENT
          + """
          WHERE open_until >= :today AND classification = 'PUBLIC' AND withdrawn_on IS NULL
          ORDER BY open_until, d.number LIMIT :most
          """)
  List<Document> calls(LocalDate today, int most);

  @SqlUpdate(
      """
      INSERT INTO document_content (sha256, size, file_type, added_at)
      VALUES (:sha256, :size, :type, :at) ON CONFLICT (sha256) DO NOTHING
      """)
  void content(String sha256, long size, FileType type, Instant at);

  /** What a version holds. */
  record Holding(@Nullable String fileName, @Nullable String sha256, @Nullable String link) {}

  @SqlUpdate(
      """
      INSERT INTO document_version (document, number, added_at, added_by, note, file_name, sha256,
                                    link)
      SELECT :id, count(*) + 1, :at, :by, :note, :fileName, :sha256, :link
      FROM document_version WHERE document = :id
      """)
  void version(DocumentId id, @BindMethods Holding holding, String note, PersonId by, Instant at);

  @SqlUpdate(
      """
      UPDATE document_version SET approved_at = :at, approved_by = :by
      WHERE document = :id AND approved_at IS NULL
            AND number = (SELECT max(number) FROM document_version WHERE document = :id)
      """)
  void approve(DocumentId id, PersonId by, Instant at);

  @SqlQuery(
      """
      SELECT number, v.added_at, added_by, note, file_name, v.sha256, size, link, approved_at,
             approved_by
      FROM document_version v LEFT JOIN document_content c ON c.sha256 = v.sha256
      WHERE document = :id ORDER BY number DESC
      """)
  List<DocumentVersion> versions(DocumentId id);

  @SqlQuery(DOCUMENT + "WHERE d.id = :id")
  Document get(DocumentId id);

  @SqlQuery(DOCUMENT + "WHERE d.number = :number")
  Optional<Document> byNumber(int number);

  @SqlQuery(DOCUMENT + "WHERE d.number = :number AND " + READABLE)
  Optional<Document> readable(int number, @BindMethods Reader reader);

  /** The newest first; of every body when none is given. */
  @SqlQuery(
      DOCUMENT
          + "WHERE withdrawn_on IS NULL AND (:of::bigint IS NULL OR body = :of) AND "
          + READABLE
          + "ORDER BY d.number DESC LIMIT :most")
  List<Document> readable(@BindMethods Reader reader, @Nullable BodyId of, int most);

  @SqlQuery(
      """
      SELECT count(*) FROM document
      WHERE withdrawn_on IS NULL AND (:of::bigint IS NULL OR body = :of) AND
      """
          + READABLE)
  int count(@BindMethods Reader reader, @Nullable BodyId of);

  /** What is attached to something, for one reader. */
  @SqlQuery(
      DOCUMENT
          + "WHERE d.id IN (SELECT document FROM document_attachment WHERE kind = :kind AND key ="
          + " :key) AND withdrawn_on IS NULL AND "
          + READABLE
          + "ORDER BY d.number")
  List<Document> of(@BindMethods Attachable attachable, @BindMethods Reader reader);

  @SqlQuery(
      DOCUMENT
          + """
          WHERE withdrawn_on IS NULL
                AND d.id IN (SELECT document FROM document_attachment
                             WHERE kind = :kind AND key = :key)
          ORDER BY d.number
          """)
  List<Document> of(@BindMethods Attachable attachable);

  /** 0 when it is attached already. */
  @SqlUpdate(
      """
      INSERT INTO document_attachment (document, kind, key) VALUES (:id, :kind, :key)
      ON CONFLICT DO NOTHING
      """)
  int attach(DocumentId id, @BindMethods Attachable to);

  @SqlUpdate("DELETE FROM document_attachment WHERE document = :id AND kind = :kind AND key = :key")
  int detach(DocumentId id, @BindMethods Attachable from);

  @SqlQuery("SELECT kind, key FROM document_attachment WHERE document = :id ORDER BY kind, key")
  List<Attachable> attachments(DocumentId id);

  /** 0 when it is withdrawn already. */
  @SqlUpdate(
      """
      UPDATE document SET withdrawn_on = :day, withdrawn_why = :why
      WHERE id = :id AND withdrawn_on IS NULL
      """)
  int withdraw(DocumentId id, LocalDate day, String why);
}
