package ca.greffier.store;

import ca.greffier.text.Phrase;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Optional;
import java.util.Properties;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;

/** Brings a database to the tables of this program; nodes that start together wait for one. */
public final class Migrations {
  private static final int SECONDS_TO_CONNECT = 10;

  private Migrations() {}

  /**
   * @throws StoreFailure when the server does not answer, refuses us, or is ahead of this program
   */
  public static void run(String url, String user, String password) {
    greet(url, user, password);
    Flyway flyway = configured(url, user, password);
    newest(flyway).ifPresent(Migrations::refuseNewer);
    try {
      flyway.migrate();
    } catch (FlywayException e) {
      throw new StoreFailure(Phrase.of("store.migration", firstLine(e)), e);
    }
  }

  /**
   * A database as it is.
   *
   * @param server the version of PostgreSQL
   * @param waiting how many migrations {@link #run} would run
   */
  public record State(String server, int waiting) {}

  /**
   * Reads the state of a database and changes nothing.
   *
   * @throws StoreFailure as {@link #run}
   */
  public static State state(String url, String user, String password) {
    String server = greet(url, user, password);
    Flyway flyway = configured(url, user, password);
    newest(flyway).ifPresent(Migrations::refuseNewer);
    return new State(server, flyway.info().pending().length);
  }

  /**
   * One connection, to tell failures apart before Flyway and the pool wrap them.
   *
   * @return the version of the server
   */
  private static String greet(String url, String user, String password) {
    Properties properties = new Properties();
    properties.setProperty("user", user);
    properties.setProperty("password", password);
    properties.setProperty("connectTimeout", String.valueOf(SECONDS_TO_CONNECT));
    try (Connection connection = DriverManager.getConnection(url, properties)) {
      return connection.getMetaData().getDatabaseProductVersion();
    } catch (SQLException e) {
      throw new StoreFailure(told(url, user, e), e);
    }
  }

  /** By SQLSTATE (PostgreSQL documentation, appendix A). */
  private static Phrase told(String url, String user, SQLException e) {
    String state = String.valueOf(e.getSQLState());
    String where = url.replaceFirst("^jdbc:postgresql:(//)?", "").replaceFirst("\\?.*", "");
    if (state.startsWith("28")) return Phrase.of("store.refused", where, user);
    if (state.equals("3D000")) return Phrase.of("store.missing", where);
    return Phrase.of("store.unreachable", where);
  }

  private static Optional<MigrationInfo> newest(Flyway flyway) {
    return Arrays.stream(flyway.info().applied())
        .filter(migration -> migration.getState() == MigrationState.FUTURE_SUCCESS)
        .reduce((_, later) -> later);
  }

  private static void refuseNewer(MigrationInfo migration) {
    throw new StoreFailure("store.newer", String.valueOf(migration.getVersion()));
  }

  private static String firstLine(Exception e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
  }

  /**
   * Rooms number their tables each on its own, so one may come after another of a higher number.
   */
  private static Flyway configured(String url, String user, String password) {
    return Flyway.configure()
        .dataSource(url, user, password)
        .locations("classpath:db")
        .outOfOrder(true)
        .load();
  }
}
