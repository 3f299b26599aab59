package ca.greffier.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ca.greffier.house.TestStore;
import ca.greffier.store.Store;
import ca.greffier.text.Messages;
import ca.greffier.text.Phrase;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Several nodes on one real database; one holds the line. */
class GatewayTurnTest {
  private static final Duration PAUSE = Duration.ofMillis(50);

  private final Store store = TestStore.fresh();
  private final Messages messages = Messages.load(ZoneId.of("America/Toronto"));
  private final List<Node> nodes = new CopyOnWriteArrayList<>();

  /** A node whose line is a flag. */
  private final class Node {
    final AtomicBoolean open = new AtomicBoolean();
    final GatewayTurn turn;

    Node(Runnable opening) {
      turn =
          new GatewayTurn(
              store.dataSource(),
              () -> {
                opening.run();
                open.set(true);
              },
              () -> open.set(false),
              messages,
              PAUSE);
      nodes.add(this);
      turn.start();
    }
  }

  @AfterEach
  void close() {
    nodes.forEach(node -> node.turn.close());
    store.close();
  }

  @Test
  void one_node_holds_the_line_and_another_takes_over_when_it_leaves() {
    Node first = new Node(() -> {});
    await().untilTrue(first.open);
    Node second = new Node(() -> {});
    await().during(PAUSE.multipliedBy(6)).until(() -> !second.open.get());
    first.turn.close();
    assertThat(first.open).isFalse();
    await().untilTrue(second.open);
  }

  @Test
  void another_node_takes_over_when_the_database_forgets_the_first() {
    Node first = new Node(() -> {});
    await().untilTrue(first.open);
    Node second = new Node(() -> {});
    store
        .jdbi()
        .useHandle(
            handle ->
                handle
                    .createQuery(
                        """
                        SELECT pg_terminate_backend(pid) FROM pg_locks
                        WHERE locktype = 'advisory' AND granted
                        AND database = (SELECT oid FROM pg_database
                                        WHERE datname = current_database())
                        """)
                    .mapTo(Boolean.class)
                    .list());
    await().until(() -> first.open.get() ^ second.open.get());
    first.turn.close();
    await().untilTrue(second.open);
  }

  @Test
  void a_node_that_cannot_open_the_line_leaves_its_turn() {
    new Node(
        () -> {
          throw new DiscordFailure(Phrase.of("chat.failure.token"), null);
        });
    Node second = new Node(() -> {});
    await().untilTrue(second.open);
  }
}
