package ca.greffier.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.util.Map;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.postgres.PostgresPlugin;
import org.jdbi.v3.sqlobject.SqlObjectPlugin;

/** The database, migrated and ready. Close it last. */
public final class Store implements AutoCloseable {
  private static final int MOST_CONNECTIONS = 10;

  private final DataSource pool;
  private final Jdbi jdbi;
  private final Runnable close;

  private Store(DataSource pool, Runnable close) {
    this.pool = pool;
    this.close = close;
    this.jdbi =
        Jdbi.create(pool)
            .installPlugin(new SqlObjectPlugin())
            .installPlugin(new PostgresPlugin())
            .installPlugin(new Mappings());
  }

  /**
   * Our own server, its rows in a directory.
   *
   * @throws StoreFailure when it cannot start
   */
  public static Store embedded(Path directory) {
    Map<String, String> safe =
        Map.of("fsync", "on", "synchronous_commit", "on", "full_page_writes", "on");
    EmbeddedServer server = EmbeddedServer.start(directory, safe);
    try {
      HikariDataSource pool = pool(server.url("postgres"), server.user(), server.password());
      return new Store(
          pool,
          () -> {
            pool.close();
            server.close();
          });
    } catch (RuntimeException e) {
      server.close();
      throw e;
    }
  }

  /**
   * A server that somebody else keeps, perhaps shared with other nodes.
   *
   * @throws StoreFailure when it does not answer, or refuses us
   */
  public static Store connect(String url, String user, String password) {
    HikariDataSource pool = pool(url, user, password);
    return new Store(pool, pool::close);
  }

  /** A database that is migrated already, for tests: closing the pool is left to its owner. */
  public static Store on(DataSource pool, Runnable close) {
    return new Store(pool, close);
  }

  public Jdbi jdbi() {
    return jdbi;
  }

  public DataSource dataSource() {
    return pool;
  }

  @Override
  public void close() {
    close.run();
  }

  /**
   * At the end of the JVM (a signal, an exit), stops what uses the database, then closes it.
   * Without this an embedded server outlives its process, until the next one stops it.
   */
  public void closeAtExit(Runnable before) {
    Runtime.getRuntime()
        .addShutdownHook(
            Thread.ofPlatform()
                .name("store-exit")
                .unstarted(
                    () -> {
                      try {
                        before.run();
                      } finally {
                        close();
                      }
                    }));
  }

  private static HikariDataSource pool(String url, String user, String password) {
    Migrations.run(url, user, password);
    HikariConfig config = new HikariConfig();
    config.setPoolName("greffier");
    config.setJdbcUrl(url);
    config.setUsername(user);
    config.setPassword(password);
    config.setMaximumPoolSize(MOST_CONNECTIONS);
    // The driver would set the zone of the machine: what a query says must not depend on it.
    config.setConnectionInitSql("SET TIME ZONE 'UTC'");
    return new HikariDataSource(config);
  }
}
