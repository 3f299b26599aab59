package ca.greffier.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import ca.greffier.house.SettableClock;
import ca.greffier.house.TestStore;
import ca.greffier.text.Language;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DispatchTest {
  private final SettableClock clock = SettableClock.at("2026-11-23T14:00:00Z");
  private final Jdbi jdbi = TestStore.fresh().jdbi();
  private final Outbox outbox = new Outbox(jdbi, clock);
  private final OutboxDao dao = jdbi.onDemand(OutboxDao.class);
  private final Suppressions suppressions = new Suppressions(jdbi);
  private final Shelf shelf = new Shelf();
  private final Dispatch dispatch = dispatch(shelf);

  /** Keeps what it is given, or fails as it was told to. */
  private static final class Shelf implements Carrier {
    final List<Parcel> carried = Collections.synchronizedList(new ArrayList<>());
    final Deque<Exception> failures = new ArrayDeque<>();

    @Override
    public boolean carries(Outgoing what) {
      return what instanceof Letter;
    }

    @Override
    public String carry(Parcel parcel) throws Later, Never {
      carried.add(parcel);
      @Nullable Exception failure = failures.poll();
      switch (failure) {
        case null -> {}
        case Later later -> throw later;
        case Never never -> throw never;
        case RuntimeException bug -> throw bug;
        default -> throw new IllegalStateException(failure);
      }
      return "250 2.0.0 Ok";
    }

    List<String> keys() {
      return carried.stream().map(Parcel::onceKey).toList();
    }
  }

  private Dispatch dispatch(Carrier carrier) {
    return new Dispatch(jdbi, suppressions, List.of(carrier), clock);
  }

  private void put(String key) {
    put(key, "zoe@rives.example");
  }

  private void put(String key, String address) {
    outbox.put(
        key, Letter.of(LetterClass.AVIS, address, "Zoé", Language.FRENCH, "avis", Map.of("n", 1)));
  }

  private void run() {
    dispatch.run(clock.instant());
  }

  private Proof proof() {
    return dao.proofs("", false, 1).getFirst();
  }

  @Test
  void a_parcel_leaves_once_and_its_proof_is_kept() {
    put("avis:1");
    put("avis:1");
    run();
    run();
    assertThat(shelf.keys()).containsExactly("avis:1");
    assertThat(shelf.carried.getFirst().attempt()).isEqualTo(1);
    assertThat(proof().state()).isEqualTo("sent");
    assertThat(proof().answer()).isEqualTo("250 2.0.0 Ok");
    assertThat(proof().settledAt()).isEqualTo(clock.instant());
    assertThat(proof().doubtful()).isFalse();
  }

  @Test
  void a_letter_comes_out_as_it_was_put() {
    Letter letter =
        Letter.of(
                LetterClass.INFOLETTRE,
                "zoe@rives.example",
                "Zoé",
                Language.ENGLISH,
                "infolettre",
                Map.of("titre", "Été", "liens", List.of("a", "b")))
            .enclosing(new Enclosure("a.txt", "text/plain", new byte[] {1, 2}, "Rien"))
            .with(new CalendarPart("REQUEST", "BEGIN:VCALENDAR"))
            .unsubscribing("abonnement:17");
    outbox.put("infolettre:1", letter);
    run();
    assertThat(shelf.carried.getFirst().what()).usingRecursiveComparison().isEqualTo(letter);
  }

  @Test
  void parcels_leave_in_the_order_they_were_put() {
    List<String> keys = IntStream.range(0, 45).mapToObj(i -> "avis:" + i).toList();
    keys.forEach(this::put);
    run();
    assertThat(shelf.keys()).isEqualTo(keys);
  }

  @Test
  void a_parcel_does_not_leave_before_its_time() {
    outbox.put("post:1", Post.of("12", "Bonjour"), clock.instant().plusSeconds(60));
    run();
    assertThat(proof().attempts()).isZero();
    clock.advance(Duration.ofSeconds(60));
    run();
    assertThat(proof().attempts()).isEqualTo(1);
    assertThat(proof().answer()).isEqualTo("no carrier for post");
  }

  @Test
  void what_this_node_cannot_carry_is_left_without_counting_an_attempt() {
    put("avis:1");
    shelf.failures.add(Later.elsewhere("the line is not open here"));
    run();
    assertThat(proof().state()).isEqualTo("waiting");
    assertThat(proof().attempts()).isZero();
    clock.advance(Dispatch.ELSEWHERE);
    run();
    assertThat(proof().state()).isEqualTo("sent");
    assertThat(proof().doubtful()).isFalse();
  }

  @Test
  void two_nodes_never_carry_the_same_parcel() throws Exception {
    for (int i = 0; i < 200; i++) put("avis:" + i);
    CyclicBarrier start = new CyclicBarrier(2);
    List<Thread> nodes = new ArrayList<>();
    for (int i = 0; i < 2; i++)
      nodes.add(
          Thread.startVirtualThread(
              () -> {
                try {
                  start.await();
                } catch (Exception e) {
                  throw new IllegalStateException(e);
                }
                dispatch(shelf).run(clock.instant());
              }));
    for (Thread node : nodes) node.join();
    assertThat(shelf.keys()).hasSize(200).doesNotHaveDuplicates();
    assertThat(outbox.counts()).containsExactly(new Outbox.Count("sent", 200));
  }

  @Test
  void a_passing_failure_is_tried_again_later_and_later() {
    put("avis:1");
    shelf.failures.add(new Later("421 4.3.2 closing"));
    shelf.failures.add(new Later("451 4.7.1 greylisted"));
    run();
    assertThat(proof().state()).isEqualTo("waiting");
    assertThat(proof().answer()).isEqualTo("421 4.3.2 closing");
    clock.advance(Duration.ofSeconds(59));
    run();
    assertThat(shelf.carried).hasSize(1);
    clock.advance(Duration.ofSeconds(1));
    run();
    clock.advance(Duration.ofMinutes(1));
    run();
    assertThat(shelf.carried).hasSize(2);
    clock.advance(Duration.ofMinutes(1));
    run();
    assertThat(proof().state()).isEqualTo("sent");
    assertThat(proof().attempts()).isEqualTo(3);
  }

  @Test
  void the_attempts_span_two_days_and_end() {
    put("avis:1");
    for (int i = 0; i < Dispatch.MOST_ATTEMPTS; i++) shelf.failures.add(new Later("421 " + i));
    Duration span = Duration.ZERO;
    for (int i = 1; i < Dispatch.MOST_ATTEMPTS; i++) span = span.plus(Dispatch.backoff(i));
    assertThat(span).isBetween(Duration.ofHours(44), Duration.ofHours(48));
    for (int i = 0; i < Dispatch.MOST_ATTEMPTS + 3; i++) {
      run();
      clock.advance(Duration.ofHours(6));
    }
    assertThat(shelf.carried).hasSize(Dispatch.MOST_ATTEMPTS);
    assertThat(proof().state()).isEqualTo("refused");
    assertThat(proof().answer()).isEqualTo("421 15");
  }

  @Test
  void a_final_refusal_is_kept_and_never_tried_again() {
    put("avis:1");
    shelf.failures.add(new Never("552 5.3.4 too large", false));
    run();
    clock.advance(Duration.ofDays(10));
    run();
    assertThat(shelf.carried).hasSize(1);
    assertThat(proof().state()).isEqualTo("refused");
    assertThat(suppressions.has("zoe@rives.example")).isFalse();
  }

  @Test
  void nothing_more_is_sent_to_a_dead_address() {
    put("avis:1", "Zoe@Rives.example");
    shelf.failures.add(new Never("550 5.1.1 no such user", true));
    run();
    assertThat(suppressions.has("ZOE@rives.example")).isTrue();
    put("avis:2");
    run();
    assertThat(shelf.keys()).containsExactly("avis:1");
    assertThat(proof().state()).isEqualTo("refused");
    assertThat(proof().answer()).isEqualTo("suppressed");
  }

  @Test
  void a_bug_in_a_carrier_stops_no_other_parcel() {
    put("avis:1");
    put("avis:2");
    shelf.failures.add(new IllegalStateException("bug"));
    run();
    assertThat(shelf.keys()).containsExactly("avis:1", "avis:2");
    assertThat(dao.proofs("waiting", false, 9))
        .extracting(Proof::onceKey)
        .containsExactly("avis:1");
    assertThat(dao.proofs("sent", false, 9)).extracting(Proof::onceKey).containsExactly("avis:2");
  }

  @Test
  void what_a_dead_node_was_carrying_is_carried_again_and_marked() {
    put("avis:1");
    put("avis:2");
    List<OutboxDao.Claimed> claimed = claimAsAnotherNode();
    OutboxDao.Claimed first = claimed.getFirst();
    assertThat(dao.begin(first.id(), first.attempts(), clock.instant().plus(Dispatch.LEASE)))
        .isEqualTo(1);
    run();
    assertThat(shelf.carried).isEmpty();
    clock.advance(Dispatch.LEASE);
    run();
    assertThat(shelf.keys()).containsExactly("avis:1", "avis:2");
    assertThat(dao.proofs("", true, 9)).extracting(Proof::onceKey).containsExactly(first.onceKey());
  }

  @Test
  void a_node_that_lost_its_lease_carries_and_unsettles_nothing() {
    put("avis:1");
    OutboxDao.Claimed slow = claimAsAnotherNode().getFirst();
    clock.advance(Dispatch.LEASE);
    run();
    assertThat(dao.begin(slow.id(), slow.attempts(), clock.instant())).isZero();
    dao.later(slow.id(), slow.attempts(), "timeout", clock.instant());
    dao.refused(slow.id(), slow.attempts(), "timeout", clock.instant());
    assertThat(proof().state()).isEqualTo("sent");
  }

  @Test
  void a_parcel_put_in_a_transaction_that_fails_does_not_exist() {
    try {
      jdbi.useTransaction(
          _ -> {
            put("avis:1");
            throw new IllegalStateException();
          });
    } catch (IllegalStateException expected) {
      assertThat(expected).hasNoCause();
    }
    run();
    assertThat(shelf.carried).isEmpty();
  }

  private List<OutboxDao.Claimed> claimAsAnotherNode() {
    return dao.claim(clock.instant(), clock.instant().plus(Dispatch.LEASE), 20).stream()
        .sorted((a, b) -> Long.compare(a.id().value(), b.id().value()))
        .toList();
  }
}
