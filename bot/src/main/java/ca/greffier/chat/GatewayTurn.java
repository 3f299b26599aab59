package ca.greffier.chat;

import ca.greffier.text.Language;
import ca.greffier.text.Messages;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets one node at a time hold Discord's line: the one whose database session holds an advisory
 * lock. PostgreSQL releases it when the node dies, and another node then takes its turn. Keeps one
 * connection of the pool to itself.
 */
public final class GatewayTurn implements AutoCloseable {
  /** Any number, the same on all nodes: the letters of « Discord ». */
  private static final long LOCK = 0x44_69_73_63_6f_72_64L;

  /** Discord allows a thousand logins a day. */
  private static final Duration AFTER_FAILURE = Duration.ofMinutes(5);

  private static final Logger LOG = LoggerFactory.getLogger(GatewayTurn.class);

  private final DataSource database;
  private final Runnable open;
  private final Runnable shut;
  private final Messages messages;
  private final Duration pause;
  private final CountDownLatch closing = new CountDownLatch(1);
  private final Thread thread = Thread.ofVirtual().name("discord-turn").unstarted(this::live);

  /**
   * @param open opens the line, and may throw {@link DiscordFailure}
   * @param shut closes it
   * @param pause between two looks at the lock
   */
  public GatewayTurn(
      DataSource database, Runnable open, Runnable shut, Messages messages, Duration pause) {
    this.database = database;
    this.open = open;
    this.shut = shut;
    this.messages = messages;
    this.pause = pause;
  }

  /** Waits for its turn in the background. */
  public void start() {
    thread.start();
  }

  /** Closes the line, if it is ours, and gives the turn back. */
  @Override
  public void close() {
    closing.countDown();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void live() {
    while (!rests(Duration.ZERO)) {
      Duration next = pause;
      try (Connection session = database.getConnection()) {
        session.setAutoCommit(true);
        if (ask(session, "SELECT pg_try_advisory_lock(?)")) next = hold(session);
      } catch (SQLException e) {
        LOG.debug("no database to ask for the turn", e);
      }
      if (rests(next)) return;
    }
  }

  /** The line is ours until the session ends or we are closed. */
  private Duration hold(Connection session) throws SQLException {
    try {
      open.run();
      while (!rests(pause)) {
        if (session.isValid((int) pause.toSeconds() + 1)) continue;
        LOG.warn("{}", messages.say(Language.FRENCH, "chat.turn.lost"));
        return pause;
      }
      return pause;
    } catch (DiscordFailure e) {
      LOG.error("{}", messages.say(Language.FRENCH, "chat.turn.failed", AFTER_FAILURE, e.phrase()));
      return AFTER_FAILURE;
    } catch (RuntimeException bug) {
      LOG.error("discord", bug);
      return AFTER_FAILURE;
    } finally {
      shut.run();
      if (session.isValid(1)) ask(session, "SELECT pg_advisory_unlock(?)");
    }
  }

  private static boolean ask(Connection session, String sql) throws SQLException {
    try (PreparedStatement question = session.prepareStatement(sql)) {
      question.setLong(1, LOCK);
      try (ResultSet answer = question.executeQuery()) {
        return answer.next() && answer.getBoolean(1);
      }
    }
  }

  /** True when we are being closed. */
  private boolean rests(Duration time) {
    try {
      return closing.await(time.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }
}
