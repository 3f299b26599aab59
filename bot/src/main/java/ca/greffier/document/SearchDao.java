package ca.greffier.document;

import java.time.Instant;
import java.util.List;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

interface SearchDao {
  /** A content whose text nobody has read yet. */
  record Unread(String sha256, FileType fileType, int tries) {}

  /** What a search finds. */
  record Found(int number, String title, DocumentStatus status, String text, int total) {}

  @SqlQuery(
      """
      SELECT sha256, file_type, tries FROM document_content
      WHERE text_state IS NULL AND (tried_at IS NULL OR tried_at < :staleBefore)
      ORDER BY added_at LIMIT :most
      """)
  List<Unread> unread(Instant staleBefore, int most);

  /** 0 when another node has just begun. */
  @SqlUpdate(
      """
      UPDATE document_content SET tries = tries + 1, tried_at = :now
      WHERE sha256 = :sha256 AND text_state IS NULL AND tries = :tries
      """)
  int begin(String sha256, int tries, Instant now);

  @SqlUpdate(
      """
      UPDATE document_content SET text_state = :state, text = :text, text_fault = :fault
      WHERE sha256 = :sha256
      """)
  void settle(String sha256, TextState state, String text, @Nullable String fault);

  /** Why the text of a content could not be read: a message. */
  @SqlQuery("SELECT text_fault FROM document_content WHERE sha256 = :sha256")
  @Nullable String fault(String sha256);

  /** The words of a document, from its title and the text of its last version. */
  @SqlUpdate(
      """
      INSERT INTO document_index (document, words)
      SELECT d.id, setweight(to_tsvector('greffier', translate(d.title, U&'\\00A0\\202F', '  ')), 'A')
                   || to_tsvector('greffier',
                                  translate(coalesce(c.text, ''), U&'\\00A0\\202F', '  '))
      FROM document d
           JOIN LATERAL (SELECT sha256 FROM document_version WHERE document = d.id
                         ORDER BY number DESC LIMIT 1) v ON true
           LEFT JOIN document_content c ON c.sha256 = v.sha256
      WHERE d.id = :id
      ON CONFLICT (document) DO UPDATE SET words = excluded.words
      """)
  void index(DocumentId id);

  @SqlQuery("SELECT DISTINCT document FROM document_version WHERE sha256 = :sha256")
  List<DocumentId> having(String sha256);

  /**
   * Until the end of the transaction, each query is planned for its own words: a plan for any word
   * reads every document, whether the word is rare or common.
   */
  @SqlUpdate("SET LOCAL plan_cache_mode = force_custom_plan")
  void planEach();

  /**
   * The best of the newest that match, however many there are: counting and ranking read the words
   * of each.
   *
   * @param ranked how many are looked at; as many found means that there may be more
   */
  @SqlQuery(
      """
      WITH matching AS MATERIALIZED (
               SELECT i.document FROM document_index i JOIN document d ON d.id = i.document
               WHERE words @@ websearch_to_tsquery('greffier', :words) AND withdrawn_on IS NULL AND
      """
          + DocumentDao.READABLE
          + """
               ORDER BY i.document DESC LIMIT :ranked),
               best AS (
                   SELECT document, ts_rank(words, websearch_to_tsquery('greffier', :words)) AS rank
                   FROM document_index JOIN matching USING (document)
                   ORDER BY rank DESC, document DESC LIMIT :most)
          SELECT d.number, title, status, coalesce(text, '') AS text,
                 (SELECT count(*) FROM matching)::int AS total
          FROM best JOIN document d ON d.id = best.document
               JOIN LATERAL (SELECT sha256 FROM document_version WHERE document = d.id
                             ORDER BY number DESC LIMIT 1) v ON true
               LEFT JOIN document_content c ON c.sha256 = v.sha256
          ORDER BY rank DESC, d.id DESC
          """)
  List<Found> search(String words, @BindMethods Reader reader, int ranked, int most);

  /** The stems of the words that are searched for. */
  @SqlQuery("SELECT unnest(tsvector_to_array(to_tsvector('greffier', :words)))")
  List<String> stems(String words);

  /** False on a server that refused the extension {@code unaccent}: there, accents count. */
  @SqlQuery(
      """
      SELECT EXISTS (SELECT FROM pg_ts_config c JOIN pg_ts_config_map m ON m.mapcfg = c.oid
                            JOIN pg_ts_dict d ON d.oid = m.mapdict
                     WHERE cfgname = 'greffier' AND dictname = 'unaccent')
      """)
  boolean ignoresAccents();
}
