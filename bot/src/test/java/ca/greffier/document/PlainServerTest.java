package ca.greffier.document;

import static org.assertj.core.api.Assertions.assertThat;

import ca.greffier.house.TestStore;
import ca.greffier.store.Migrations;
import ca.greffier.store.Store;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/** A server whose owner lets us have tables and no extension: it works, but accents count. */
class PlainServerTest {
  @Test
  void a_server_that_refuses_the_extension_is_migrated_and_says_so() throws Exception {
    String url = TestStore.emptyUrl();
    try (Connection owner =
            DriverManager.getConnection(url, TestStore.user(), TestStore.password());
        Statement statement = owner.createStatement()) {
      statement.execute("DROP ROLE IF EXISTS modeste");
      statement.execute("CREATE ROLE modeste LOGIN PASSWORD 'modeste'");
      statement.execute("GRANT ALL ON SCHEMA public TO modeste");
    }
    Migrations.run(url, "modeste", "modeste");
    Jdbi jdbi = TestStore.on(url).jdbi();
    assertThat(jdbi.withExtension(SearchDao.class, SearchDao::ignoresAccents)).isFalse();
    assertThat(matches(jdbi, "réseaux")).isTrue();
    assertThat(matches(jdbi, "reseaux")).isFalse();
    Store usual = TestStore.fresh();
    assertThat(usual.jdbi().withExtension(SearchDao.class, SearchDao::ignoresAccents)).isTrue();
    assertThat(matches(usual.jdbi(), "reseaux")).isTrue();
  }

  private static boolean matches(Jdbi jdbi, String words) {
    Optional<Boolean> found =
        jdbi.withHandle(
            handle ->
                handle
                    .createQuery(
                        """
                        SELECT to_tsvector('greffier', 'le réseau')
                               @@ websearch_to_tsquery('greffier', :words)
                        """)
                    .bind("words", words)
                    .mapTo(Boolean.class)
                    .findOne());
    return found.orElseThrow();
  }
}
