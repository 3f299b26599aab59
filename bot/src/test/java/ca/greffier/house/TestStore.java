package ca.greffier.house;

import ca.greffier.store.EmbeddedServer;
import ca.greffier.store.Migrations;
import ca.greffier.store.Store;
import ca.greffier.store.StoreFailure;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A new, migrated database for each test, on one real PostgreSQL for the JVM. Its sessions live in
 * the Chatham Islands, three quarters of an hour from anything a query may assume.
 *
 * <pre>{@code
 * private final Store store = TestStore.fresh();
 * }</pre>
 */
public final class TestStore {
  private static final String TEMPLATE = "template_greffier";
  private static final AtomicInteger COUNT = new AtomicInteger();
  private static final Path TARGET =
      Path.of(System.getProperty("greffier.root", ".."), "bot", "target");
  private static final EmbeddedServer SERVER = start();

  private TestStore() {}

  /** A database with every table and no row. Closing it is not needed. */
  public static Store fresh() {
    return on(freshUrl());
  }

  /** The address of such a database, for another process to use too. */
  public static String freshUrl() {
    return SERVER.url(empty("TEMPLATE " + TEMPLATE));
  }

  /** A store on one of our databases. */
  public static Store on(String url) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(url);
    config.setUsername(SERVER.user());
    config.setPassword(SERVER.password());
    config.setMaximumPoolSize(10);
    config.setMinimumIdle(0);
    config.setIdleTimeout(10_000);
    config.setConnectionInitSql("SET TIME ZONE 'Pacific/Chatham'");
    HikariDataSource pool = new HikariDataSource(config);
    return Store.on(pool, pool::close);
  }

  /** The address of a new database without any table. */
  public static String emptyUrl() {
    return SERVER.url(empty(""));
  }

  public static String user() {
    return SERVER.user();
  }

  public static String password() {
    return SERVER.password();
  }

  private static String empty(String options) {
    String name = "test_" + COUNT.incrementAndGet();
    run("CREATE DATABASE " + name + " " + options);
    return name;
  }

  /** Other JVMs may test in this tree at the same time: each takes a directory of its own. */
  private static EmbeddedServer start() {
    Map<String, String> fast =
        Map.of("fsync", "off", "synchronous_commit", "off", "max_connections", "400");
    for (int i = 0; ; i++) {
      try {
        EmbeddedServer server = EmbeddedServer.start(TARGET.resolve("test-store-" + i), fast);
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(server::close));
        prepare(server);
        return server;
      } catch (StoreFailure failure) {
        if (!failure.phrase().key().equals("store.busy")) throw failure;
      }
    }
  }

  private static void prepare(EmbeddedServer server) {
    for (String old : databases(server)) run(server, "DROP DATABASE " + old + " WITH (FORCE)");
    run(server, "CREATE DATABASE " + TEMPLATE);
    Migrations.run(server.url(TEMPLATE), server.user(), server.password());
  }

  private static List<String> databases(EmbeddedServer server) {
    String sql =
        "SELECT datname FROM pg_database WHERE datname LIKE 'test%' OR datname = '"
            + TEMPLATE
            + "'";
    try (Connection connection = connect(server);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      List<String> names = new ArrayList<>();
      while (rows.next()) names.add(rows.getString(1));
      return names;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void run(String sql) {
    run(SERVER, sql);
  }

  private static void run(EmbeddedServer server, String sql) {
    try (Connection connection = connect(server);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Connection connect(EmbeddedServer server) throws SQLException {
    return DriverManager.getConnection(server.url("postgres"), server.user(), server.password());
  }
}
