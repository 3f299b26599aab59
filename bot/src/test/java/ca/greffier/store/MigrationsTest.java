package ca.greffier.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import ca.greffier.house.TestStore;
import ca.greffier.text.Language;
import ca.greffier.text.Messages;
import ca.greffier.text.Phrase;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class MigrationsTest {
  private final Messages messages = Messages.load(ZoneId.of("America/Toronto"));

  private static void run(String url) {
    Migrations.run(url, TestStore.user(), TestStore.password());
  }

  private String told(String url, String user, String password) {
    Phrase phrase =
        catchThrowableOfType(StoreFailure.class, () -> Migrations.run(url, user, password))
            .phrase();
    assertThat(messages.say(Language.FRENCH, phrase)).isNotBlank();
    return messages.say(Language.ENGLISH, phrase);
  }

  @Test
  void nodes_that_start_together_migrate_an_empty_database_once() {
    String url = TestStore.emptyUrl();
    List<CompletableFuture<Void>> nodes =
        List.of(
            CompletableFuture.runAsync(() -> run(url)), CompletableFuture.runAsync(() -> run(url)));
    nodes.forEach(CompletableFuture::join);
    run(url);
    try (Store store = Store.connect(url, TestStore.user(), TestStore.password())) {
      List<String> versions =
          store
              .jdbi()
              .withHandle(
                  h ->
                      h.select("SELECT version FROM flyway_schema_history WHERE success")
                          .mapTo(String.class)
                          .list());
      assertThat(versions).contains("001", "002").doesNotHaveDuplicates();
    }
  }

  @Test
  void a_database_of_a_newer_program_is_left_alone() {
    String url = TestStore.freshUrl();
    try (Store store = TestStore.on(url)) {
      store
          .jdbi()
          .useHandle(
              h ->
                  h.execute(
                      """
                      INSERT INTO flyway_schema_history (installed_rank, version, description, type,
                        script, installed_by, execution_time, success)
                      VALUES (9999, '999', 'future', 'SQL', 'V999__future.sql', 'x', 1, true)
                      """));
    }
    assertThat(told(url, TestStore.user(), TestStore.password()))
        .isEqualTo(
            "The database has been used by a newer version of Greffier (migration 999). Install"
                + " that version or a newer one.");
  }

  @Test
  void a_room_may_add_tables_after_one_of_a_higher_number() {
    String url = TestStore.freshUrl();
    try (Store store = TestStore.on(url)) {
      store
          .jdbi()
          .useHandle(
              h -> {
                h.execute("DELETE FROM flyway_schema_history WHERE version = '119'");
                h.execute("DROP INDEX outbox_addressee");
              });
      assertThat(Migrations.state(url, TestStore.user(), TestStore.password()).waiting())
          .isEqualTo(1);
      run(url);
      assertThat(Migrations.state(url, TestStore.user(), TestStore.password()).waiting()).isZero();
    }
  }

  @Test
  void each_way_of_not_reaching_the_database_is_told_apart() {
    String url = TestStore.emptyUrl();
    String where = url.replace("jdbc:postgresql://", "");
    assertThat(told(url, TestStore.user(), "wrong")).contains(where, "refuses", TestStore.user());
    assertThat(told(url, "nobody", "wrong")).contains("refuses the account nobody");
    assertThat(told(url + "x", TestStore.user(), TestStore.password())).contains("no database");
    assertThat(told("jdbc:postgresql://127.0.0.1:1/greffier", "a", "b"))
        .contains("does not answer at 127.0.0.1:1/greffier");
    assertThat(told("jdbc:postgresql://nowhere.invalid/greffier?user=x", "a", "secret"))
        .contains("does not answer at nowhere.invalid/greffier.")
        .doesNotContain("secret");
  }
}
