package ca.greffier.app;

import ca.greffier.newsletter.NewsletterId;
import org.jdbi.v3.core.Jdbi;

/** A list of any length and an issue to send to it, written by a statement for each table. */
final class NewsletterFilling {
  static final String SENDER = "camille.berube@biblio.example";

  private final Jdbi jdbi;

  NewsletterFilling(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /**
   * Writes a list and the draft of an issue. One reader in ten reads English.
   *
   * @param code of the list, and in the addresses
   */
  NewsletterId fill(String code, int recipients, String words) {
    return jdbi.inTransaction(
        handle -> {
          handle.execute(
              """
              INSERT INTO person (given_name, family_name, email, language, role)
              VALUES ('Camille', 'Bérubé', ?, 'FRENCH', 'SECRETARY') ON CONFLICT DO NOTHING
              """,
              SENDER);
          long list =
              handle
                  .createQuery(
                      """
                      INSERT INTO newsletter (code, title, issues) VALUES (?, 'Nouvelles', 1)
                      RETURNING id
                      """)
                  .bind(0, code)
                  .mapTo(Long.class)
                  .one();
          handle.execute(
              """
              INSERT INTO issue (newsletter, number, title, contents, author, written_at)
              SELECT ?, 1, 'Bilan de la saison', ?, id, now() FROM person
              """,
              list,
              words);
          handle.execute(
              """
              WITH reader AS (
                INSERT INTO subscriber (address, given_name, family_name, language, organisation)
                SELECT 'lecteur' || n || '@' || ? || n % 1000 || '.example', 'Lecteur',
                       'Numéro ' || n, CASE WHEN n % 10 = 0 THEN 'ENGLISH' ELSE 'FRENCH' END, ''
                FROM generate_series(1, ?) AS n
                RETURNING id)
              INSERT INTO subscription
                     (newsletter, subscriber, basis, given_on, evidence, invocation)
              SELECT ?, id, 'EXPRESS', date '2025-01-01', 'essai', 'bench' FROM reader ORDER BY id
              """,
              code, recipients, list);
          return new NewsletterId(list);
        });
  }
}
