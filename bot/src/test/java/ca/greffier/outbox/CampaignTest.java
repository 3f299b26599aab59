package ca.greffier.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import ca.greffier.house.SettableClock;
import ca.greffier.house.TestStore;
import ca.greffier.outbox.Campaigns.Recipients;
import ca.greffier.outbox.Campaigns.Standing;
import ca.greffier.store.Store;
import ca.greffier.text.Language;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Letters to many, over lines that do as they are told. */
class CampaignTest {
  private static final ZoneId MONTREAL = ZoneId.of("America/Toronto");
  private static final String ISSUE = "infolettre:1";
  private static final String READERS =
      """
      SELECT n AS number, 'abonnement:' || n AS thing,
             'lecteur' || n || '@d' || n % 3 || '.example' AS address, 'Zoé' AS name,
             'FRENCH' AS language,
             CASE WHEN :west AND n % 3 = 1 THEN 'America/Vancouver' END AS zone
      FROM generate_series(1, :recipients) AS n
      """;

  private final Store store = TestStore.fresh();
  private final SettableClock clock = SettableClock.at("2026-11-24T15:00:00Z");
  private final Campaigns campaigns = new Campaigns(store.jdbi(), clock);
  private final Server server = new Server();

  /** What a server says of an address; nothing for yes. */
  private interface Rule {
    @Nullable Exception says(Recipient to);
  }

  private static final class Server implements BulkCarrier {
    final List<String> took = new CopyOnWriteArrayList<>();
    final AtomicInteger opened = new AtomicInteger();
    final Map<String, Rule> atBeginning = new ConcurrentHashMap<>();
    final Map<String, Rule> atEnd = new ConcurrentHashMap<>();
    int lines = 3;
    boolean closed;
    Consumer<Integer> afterEach = _ -> {};

    @Override
    public int mostLines() {
      return lines;
    }

    @Override
    public Line open(Campaign campaign) throws Later {
      if (closed) throw new Later("connection refused");
      opened.incrementAndGet();
      return new OneLine();
    }

    private final class OneLine implements Line {
      private @Nullable Recipient begun;

      @Override
      public void begin(Recipient to) throws Later, Never, LineLost {
        begun = null;
        obey(atBeginning, to);
        begun = to;
      }

      @Override
      public String end(Recipient next) throws Later, Never, LineLost {
        Recipient ending = begun;
        begun = next;
        return ended(ending);
      }

      @Override
      public String end() throws Later, Never, LineLost {
        return ended(begun);
      }

      @Override
      public void follow() throws Later, Never, LineLost {
        if (begun == null) throw new IllegalStateException("nothing was announced");
        begin(begun);
      }

      private String ended(@Nullable Recipient to) throws Later, Never, LineLost {
        if (to == null) throw new IllegalStateException("nothing was begun");
        obey(atEnd, to);
        took.add(to.address());
        afterEach.accept(took.size());
        return "250 taken";
      }

      @Override
      public void close() {
        begun = null;
      }
    }

    private static void obey(Map<String, Rule> rules, Recipient to) throws Later, Never, LineLost {
      Rule rule = rules.get(to.address());
      Exception said = rule == null ? null : rule.says(to);
      switch (said) {
        case Later later -> throw later;
        case Never never -> throw never;
        case LineLost lost -> throw lost;
        case null, default -> {}
      }
    }
  }

  @Test
  void each_gets_one_letter_and_the_campaign_is_done() {
    assertThat(start(250)).isEqualTo(250);
    assertThat(standing().state()).isEqualTo("running");

    run();

    assertThat(server.took).hasSize(250).doesNotHaveDuplicates();
    assertThat(server.opened).hasValue(3);
    assertThat(campaigns.counts(ISSUE)).containsExactly(new Outbox.Count("sent", 250));
    assertThat(standing()).isEqualTo(new Standing("done", null, clock.instant(), clock.instant()));
    assertThat(proof("lecteur7@d1.example").answer()).isEqualTo("250 taken");
    run();
    assertThat(server.took).hasSize(250);
  }

  @Test
  void addresses_that_refused_for_good_get_none() {
    new Suppressions(store.jdbi()).add("Lecteur2@d2.example", "550", clock.instant());
    assertThat(start(3)).isEqualTo(2);
    run();
    assertThat(server.took).doesNotContain("lecteur2@d2.example");
  }

  @Test
  void a_pause_stops_before_the_next_letter_and_goes_on_with_exactly_the_rest() {
    server.lines = 1;
    start(200);
    server.afterEach =
        count -> {
          if (count == 50) assertThat(campaigns.pause(ISSUE)).isTrue();
        };
    run();
    assertThat(server.took).hasSizeBetween(50, 51);
    assertThat(standing().state()).isEqualTo("paused");
    run();
    assertThat(server.took).hasSizeBetween(50, 51);
    assertThat(campaigns.pause(ISSUE)).isFalse();

    assertThat(campaigns.resume(ISSUE)).isTrue();
    assertThat(campaigns.resume(ISSUE)).isFalse();
    run();
    assertThat(server.took).hasSize(200).doesNotHaveDuplicates();
  }

  @Test
  void a_cancelled_campaign_takes_back_the_rest() {
    server.lines = 1;
    start(200);
    server.afterEach =
        count -> {
          if (count == 50) assertThat(campaigns.cancel(ISSUE).orElseThrow()).isBetween(149, 151);
        };
    run();
    assertThat(server.took).hasSizeBetween(50, 52);
    assertThat(standing().state()).isEqualTo("cancelled");
    assertThat(campaigns.cancel(ISSUE)).isEmpty();
    run();
    assertThat(server.took).hasSizeBetween(50, 52);
  }

  @Test
  void who_leaves_meanwhile_gets_no_letter() {
    server.lines = 1;
    start(60);
    server.afterEach = count -> campaigns.withdraw("Lecteur50@d2.example", "abonnement:50");
    run();
    assertThat(server.took).hasSize(59).doesNotContain("lecteur50@d2.example");
    assertThat(campaigns.counts(ISSUE))
        .containsExactly(new Outbox.Count("sent", 59), new Outbox.Count("withdrawn", 1));
  }

  @Test
  void a_refusal_for_good_is_kept_and_the_address_left_alone() {
    start(30);
    server.atBeginning.put("lecteur4@d1.example", _ -> new Never("550 5.1.1 unknown", true));
    server.atEnd.put("lecteur5@d2.example", _ -> new Never("554 5.7.1 policy", false));
    run();
    assertThat(campaigns.counts(ISSUE))
        .containsExactly(new Outbox.Count("refused", 2), new Outbox.Count("sent", 28));
    assertThat(proof("lecteur4@d1.example").answer()).isEqualTo("550 5.1.1 unknown");
    assertThat(new Suppressions(store.jdbi()).all()).containsExactly("lecteur4@d1.example");
  }

  @Test
  void a_refusal_for_now_is_tried_again_alone_under_the_same_key() {
    start(30);
    server.atEnd.put("lecteur4@d1.example", _ -> new Later("451 4.2.1 later"));
    run();
    assertThat(server.took).hasSize(29);
    assertThat(standing().state()).isEqualTo("done");
    Shelf shelf = new Shelf();
    Dispatch dispatch =
        new Dispatch(store.jdbi(), new Suppressions(store.jdbi()), List.of(shelf), clock);
    dispatch.run(clock.instant());
    assertThat(shelf.carried).isEmpty();

    clock.set(clock.instant().plus(Duration.ofMinutes(2)));
    dispatch.run(clock.instant());

    Parcel again = shelf.carried.getFirst();
    assertThat(again.onceKey()).isEqualTo("infolettre:1:4");
    assertThat(((Letter) again.what()).address()).isEqualTo("lecteur4@d1.example");
    assertThat(((Letter) again.what()).unsubscribe()).isEqualTo("abonnement:4");
    assertThat(again.attempt()).isEqualTo(2);
  }

  @Test
  void a_domain_that_asks_for_patience_is_left_to_the_outbox() {
    server.lines = 1;
    start(60);
    for (int n = 1; n <= 60; n++)
      if (n % 3 == 1) server.atEnd.put("lecteur" + n + "@d1.example", _ -> new Later("450 slow"));
    AtomicInteger asked = new AtomicInteger();
    for (int n = 1; n <= 60; n += 3)
      server.atBeginning.put(
          "lecteur" + n + "@d1.example",
          _ -> {
            asked.incrementAndGet();
            return null;
          });
    run();
    assertThat(asked.get()).isBetween(3, 4);
    assertThat(server.took).hasSize(40);
    assertThat(campaigns.counts(ISSUE)).contains(new Outbox.Count("later", 20));
  }

  @Test
  void a_line_that_breaks_leaves_one_letter_in_doubt() {
    server.lines = 1;
    start(20);
    AtomicInteger times = new AtomicInteger();
    server.atEnd.put(
        "lecteur9@d0.example",
        _ -> times.incrementAndGet() == 1 ? new LineLost("connection reset") : null);
    run();
    assertThat(server.opened).hasValue(2);
    assertThat(server.took).hasSize(19);
    assertThat(campaigns.doubtful(ISSUE)).containsExactly("lecteur9@d0.example");
    assertThat(new Outbox(store.jdbi(), clock).counts())
        .containsExactly(new Outbox.Count("waiting", 1));
  }

  @Test
  void a_server_that_is_not_there_is_tried_again_and_nothing_is_lost() {
    start(20);
    server.closed = true;
    run();
    assertThat(campaigns.counts(ISSUE)).containsExactly(new Outbox.Count("waiting", 20));
    server.closed = false;
    run();
    assertThat(server.took).isEmpty();
    clock.set(clock.instant().plus(Duration.ofMinutes(1)));
    run();
    assertThat(server.took).hasSize(20);
  }

  @Test
  void a_storm_of_refusals_pauses_the_campaign_and_says_why() {
    server.lines = 1;
    start(1_000);
    for (int n = 1; n <= 1_000; n++)
      server.atEnd.put(
          "lecteur" + n + "@d" + n % 3 + ".example",
          _ -> new Never("554 5.7.1 you are listed", false));
    run();
    assertThat(standing().state()).isEqualTo("paused");
    assertThat(standing().reason()).isEqualTo("554 5.7.1 you are listed");
    assertThat(campaigns.counts(ISSUE).getFirst().parcels()).isBetween(20L, 25L);
  }

  @Test
  void what_comes_back_later_is_counted_by_cause_and_pauses_too() {
    start(200);
    store
        .jdbi()
        .useHandle(
            handle ->
                handle.execute(
                    "UPDATE campaign_letter SET state = 'sent'"
                        + " WHERE once_key <> 'infolettre:1:200'"));
    Returns returns = new Returns(store.jdbi());
    for (int i = 1; i <= 19; i++)
      returns.bounced(ISSUE + ":" + i, true, i == 1 ? "5.2.2" : "5.1.1", clock.instant());
    returns.bounced(ISSUE + ":1", true, "5.2.2", clock.instant());
    returns.bounced(ISSUE + ":20", false, "4.4.1", clock.instant());
    returns.bounced("question:4", true, "5.1.1", clock.instant());
    assertThat(standing().state()).isEqualTo("running");
    assertThat(returns.undelivered(ISSUE))
        .containsExactlyInAnyOrderEntriesOf(Map.of(Cause.UNKNOWN_ADDRESS, 18L, Cause.FULL, 1L));
    returns.bounced(ISSUE + ":21", true, "5.7.1", clock.instant());
    assertThat(standing().state()).isEqualTo("paused");
    assertThat(standing().reason()).isEqualTo("5.7.1");
  }

  @Test
  void complaints_pause_a_campaign_sooner() {
    start(200);
    Returns returns = new Returns(store.jdbi());
    for (int i = 1; i <= 4; i++) returns.complained(ISSUE + ":" + i, clock.instant());
    assertThat(standing().state()).isEqualTo("running");
    returns.complained(ISSUE + ":5", clock.instant());
    assertThat(standing().state()).isEqualTo("paused");
    assertThat(standing().reason()).isEqualTo(Returns.COMPLAINTS);
    assertThat(returns.complaints(ISSUE)).isEqualTo(5);
  }

  @Test
  void words_that_make_no_letter_pause_the_campaign_and_say_why() {
    server.lines = 1;
    start(30);
    server.atBeginning.put(
        "lecteur5@d2.example",
        _ -> {
          throw new IllegalStateException("infolettre.md:7");
        });
    run();
    assertThat(server.took).hasSize(4);
    assertThat(standing().state()).isEqualTo("paused");
    assertThat(standing().reason()).isEqualTo("infolettre.md:7");
    server.atBeginning.clear();
    campaigns.resume(ISSUE);
    run();
    assertThat(server.took).hasSize(30);
  }

  @Test
  void no_more_leave_in_an_hour_than_is_allowed() {
    server.lines = 2;
    start(100);
    Limits limits =
        new Limits(30, Map.of(), null, LocalTime.MIDNIGHT, LocalTime.MIDNIGHT, MONTREAL);
    run(limits);
    assertThat(server.took).hasSizeBetween(30, 32);
    run(limits);
    assertThat(server.took).hasSizeBetween(30, 32);
    clock.set(Instant.parse("2026-11-24T16:00:00Z"));
    run(limits);
    assertThat(server.took).hasSizeBetween(60, 64);
  }

  @Test
  void a_new_sender_warms_up() {
    Limits limits =
        new Limits(
            0,
            Map.of(),
            LocalDate.parse("2026-11-23"),
            LocalTime.MIDNIGHT,
            LocalTime.MIDNIGHT,
            MONTREAL);
    start(1_200);
    run(limits);
    assertThat(server.took).hasSizeBetween(1_000, 1_003);
    assertThat(limits.onDay(LocalDate.parse("2026-11-23"))).isEqualTo(500);
    assertThat(limits.onDay(LocalDate.parse("2026-12-23"))).isEqualTo(Integer.MAX_VALUE);
  }

  @Test
  void nothing_leaves_in_quiet_hours() {
    start(10);
    Limits limits =
        new Limits(0, Map.of(), null, LocalTime.of(7, 0), LocalTime.of(10, 0), MONTREAL);
    run(limits);
    assertThat(server.took).isEmpty();
    clock.set(Instant.parse("2026-11-25T12:00:00Z"));
    run(limits);
    assertThat(server.took).hasSize(10);
  }

  /** The third of the readers who are in Vancouver get theirs three hours later. */
  @Test
  void quiet_hours_are_those_of_the_reader() {
    start(100, true);
    Limits limits =
        new Limits(0, Map.of(), null, LocalTime.of(7, 0), LocalTime.of(21, 0), MONTREAL);
    clock.set(Instant.parse("2026-11-25T11:59:00Z"));
    run(limits);
    assertThat(server.took).isEmpty();
    assertThat(campaigns.heldUntil(ISSUE)).contains(Instant.parse("2026-11-25T12:00:00Z"));
    clock.set(Instant.parse("2026-11-25T12:00:00Z"));
    run(limits);
    assertThat(server.took).hasSize(66).noneMatch(each -> each.endsWith("@d1.example"));
    assertThat(campaigns.heldUntil(ISSUE)).contains(Instant.parse("2026-11-25T15:00:00Z"));
    run(limits);
    assertThat(server.took).hasSize(66);
    clock.set(Instant.parse("2026-11-25T15:00:00Z"));
    run(limits);
    assertThat(server.took).hasSize(100).doesNotHaveDuplicates();
    assertThat(standing().state()).isEqualTo("done");
    assertThat(campaigns.heldUntil(ISSUE)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-25T06:30, 2026-11-25T07:00",
    "2026-11-25T12:00, 2026-11-25T12:00",
    "2026-11-25T21:00, 2026-11-26T07:00",
    "2026-03-07T23:00, 2026-03-08T07:00"
  })
  void letters_wait_for_the_morning(LocalDateTime at, LocalDateTime opening) {
    Limits day = new Limits(0, Map.of(), null, LocalTime.of(7, 0), LocalTime.of(21, 0), MONTREAL);
    assertThat(day.opening(at.atZone(MONTREAL).toInstant(), null))
        .isEqualTo(opening.atZone(MONTREAL).toInstant());
  }

  @Test
  void a_host_gets_no_more_in_an_hour_than_it_may_whatever_the_node() {
    server.lines = 2;
    start(90);
    Limits limits =
        new Limits(
            0,
            Map.of("d0.example", 10, Limits.ANY_OTHER, 25),
            null,
            LocalTime.MIDNIGHT,
            LocalTime.MIDNIGHT,
            MONTREAL);
    run(limits);
    assertThat(byHost()).containsExactly(entry("d0", 10L), entry("d1", 25L), entry("d2", 25L));
    run(limits);
    assertThat(server.took).as("another node").hasSize(60);
    assertThat(campaigns.heldUntil(ISSUE)).contains(Instant.parse("2026-11-24T16:00:00Z"));
    clock.set(Instant.parse("2026-11-24T16:00:00Z"));
    run(limits);
    assertThat(byHost()).containsExactly(entry("d0", 20L), entry("d1", 30L), entry("d2", 30L));
    clock.set(Instant.parse("2026-11-24T17:00:00Z"));
    run(limits);
    assertThat(server.took).hasSize(90).doesNotHaveDuplicates();
    assertThat(standing().state()).isEqualTo("done");
  }

  /** {@code d0}, and how many left for it. */
  private Map<String, Long> byHost() {
    return server.took.stream()
        .collect(
            Collectors.groupingBy(
                each -> each.replaceFirst(".*@(d\\d)\\..*", "$1"),
                TreeMap::new,
                Collectors.counting()));
  }

  @Test
  void hours_may_go_past_midnight() {
    Limits night = new Limits(0, Map.of(), null, LocalTime.of(20, 0), LocalTime.of(6, 0), MONTREAL);
    assertThat(night.isOpen(LocalTime.of(23, 0))).isTrue();
    assertThat(night.isOpen(LocalTime.of(5, 59))).isTrue();
    assertThat(night.isOpen(LocalTime.of(6, 0))).isFalse();
  }

  @Test
  void a_refused_letter_can_be_tried_again_by_a_person() {
    start(3);
    server.atEnd.put("lecteur2@d2.example", _ -> new Never("554 no", false));
    run();
    CampaignDao dao = store.jdbi().onDemand(CampaignDao.class);
    Proof proof = proof("lecteur2@d2.example");
    assertThat(dao.retry(proof.id())).isEqualTo(1);
    dao.handOver(List.of(proof.id().value()), clock.instant());
    assertThat(new Outbox(store.jdbi(), clock).counts())
        .containsExactly(new Outbox.Count("waiting", 1));
  }

  private Proof proof(String address) {
    return store
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery("SELECT * FROM parcel WHERE addressee = ?")
                    .bind(0, address)
                    .mapTo(Proof.class)
                    .first());
  }

  private int start(int recipients) {
    return start(recipients, false);
  }

  /** A third of them in Vancouver, or all of them nobody knows where. */
  private int start(int recipients, boolean west) {
    Map<String, Object> data = Map.of("title", "Bilan");
    Letter common = Letter.of(LetterClass.INFOLETTRE, "", "", Language.FRENCH, "infolettre", data);
    return campaigns.start(
        ISSUE,
        common,
        new Recipients(READERS, Map.of("recipients", recipients, "west", west)),
        clock.instant());
  }

  private Standing standing() {
    return campaigns.standing(ISSUE).orElseThrow();
  }

  private void run() {
    run(Limits.none(MONTREAL));
  }

  private void run(Limits limits) {
    try (CampaignRun run = new CampaignRun(store.jdbi(), server, limits, clock)) {
      run.run(clock.instant());
    }
  }

  private static final class Shelf implements Carrier {
    final List<Parcel> carried = new CopyOnWriteArrayList<>();

    @Override
    public boolean carries(Outgoing what) {
      return true;
    }

    @Override
    public String carry(Parcel parcel) {
      carried.add(parcel);
      return "250 shelved";
    }
  }
}
