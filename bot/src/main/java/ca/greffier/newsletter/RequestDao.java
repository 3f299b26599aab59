package ca.greffier.newsletter;

import ca.greffier.newsletter.Subscribing.Wish;
import ca.greffier.text.Language;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

interface RequestDao {
  /** What somebody asked for. */
  record Request(
      long id,
      NewsletterId newsletter,
      String address,
      String givenName,
      String familyName,
      Language language,
      Instant askedAt,
      @Nullable Instant confirmedAt) {}

  @SqlQuery(
      """
      INSERT INTO subscription_request
             (newsletter, address, given_name, family_name, language, asked_at)
      VALUES (:newsletter, :address, :givenName, :familyName, :language, :at) RETURNING id
      """)
  long ask(NewsletterId newsletter, @BindMethods Wish wish, Instant at);

  @SqlUpdate("UPDATE subscription_request SET hash = :hash WHERE id = :id")
  void sign(long id, String hash);

  @SqlQuery(
      """
      SELECT count(*) FROM subscription_request WHERE address = :address AND asked_at >= :since
      """)
  int since(String address, Instant since);

  @SqlQuery(
      """
      SELECT id, newsletter, address, given_name, family_name, language, asked_at, confirmed_at
      FROM subscription_request WHERE hash = :hash FOR UPDATE
      """)
  Optional<Request> hold(String hash);

  @SqlUpdate("UPDATE subscription_request SET confirmed_at = :at WHERE id = :id")
  void confirm(long id, Instant at);

  @SqlUpdate("DELETE FROM subscription_request WHERE confirmed_at IS NULL AND asked_at < :before")
  int forget(Instant before);
}
