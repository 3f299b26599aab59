package ca.greffier.directory;

import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.sqlobject.statement.GetGeneratedKeys;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

interface LinkDao {
  /** A code on its way. */
  record Row(long id, String address, String hash, int tries) {}

  @SqlUpdate(
      """
      INSERT INTO link_code (identity, address, hash, created_at, expires_at)
      VALUES (:identity, :address, :hash, :now, :expires)
      """)
  @GetGeneratedKeys("id")
  long insert(String identity, String address, String hash, Instant now, Instant expires);

  @SqlQuery(
      """
      SELECT count(*) FROM link_code
      WHERE (identity = :identity OR address = :address) AND created_at > :since
      """)
  int requests(String identity, String address, Instant since);

  @SqlQuery(
      """
      SELECT id, address, hash, tries FROM link_code
      WHERE identity = :identity AND used_at IS NULL AND expires_at > :now
      ORDER BY id DESC LIMIT 1
      """)
  Optional<Row> latest(String identity, Instant now);

  @SqlUpdate("UPDATE link_code SET tries = tries + 1 WHERE id = :id")
  void countTry(long id);

  @SqlUpdate("UPDATE link_code SET used_at = :now WHERE id = :id")
  void use(long id, Instant now);
}
