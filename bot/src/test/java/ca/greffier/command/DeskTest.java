package ca.greffier.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import ca.greffier.house.SettableClock;
import ca.greffier.house.TestStore;
import ca.greffier.text.Language;
import ca.greffier.text.Messages;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A till of notes, and the Desk it is reached by. */
class DeskTest {
  private static final PersonId ZOE = new PersonId(7);
  private static final Actor MEMBER =
      new Actor(
          Optional.of(ZOE),
          Identity.email("zoe@rives.example"),
          "Zoé",
          Language.FRENCH,
          Role.MEMBER);
  private static final Actor STRANGER = Actor.stranger(Identity.discord("123"), Language.FRENCH);

  private final SettableClock clock = SettableClock.at("2026-11-23T14:00:00Z");
  private final Jdbi jdbi = TestStore.fresh().jdbi();
  private final Kinds kinds = new Kinds(Messages.load(ZoneId.of("America/Toronto")), clock);
  private final Param<LocalDate> day = Param.required("jour", kinds.date());
  private final Param<String> words = Param.optional("texte", kinds.text(100));
  private final Param<String> code = Param.optional("code", kinds.secretCode());
  private final Param<Attachment> file = Param.optional("fichier", kinds.file(1000, "txt"));
  private final Asks asks = new Asks(jdbi, new Tokens(new byte[32]), clock);
  private final Journal journal = new Journal(jdbi);
  private int woken;
  private final Desk desk =
      new Desk(jdbi, commands(), new Directory(), asks, clock, () -> this.woken++);

  /** Knows Zoé alone. */
  private static final class Directory implements Who {
    @Override
    public Optional<Actor> person(PersonId id) {
      return id.equals(ZOE) ? Optional.of(MEMBER) : Optional.empty();
    }

    @Override
    public Optional<Actor> identity(Identity identity) {
      return identity.equals(MEMBER.identity()) ? Optional.of(MEMBER) : Optional.empty();
    }
  }

  private Commands commands() {
    return new Commands(
        List.of(
            Command.of("note ajouter", Role.MEMBER, this::add, day, words, code, file),
            Command.of("note refuser", Role.MEMBER, this::refuse, day),
            Command.of("note casser", Role.MEMBER, this::fail),
            Command.of("note tout", Role.ADMIN, _ -> Reply.said("done"))));
  }

  private Reply add(Call call) {
    write(call.get(day) + " " + call.find(words).orElse(""));
    return Reply.said("done", call.get(day));
  }

  private Reply refuse(Call call) {
    write("refused");
    throw new Refusal("note.full", call.get(day));
  }

  private Reply fail(Call call) {
    write("bug " + call.id());
    throw new IllegalStateException("a bug");
  }

  private void write(String text) {
    jdbi.useHandle(handle -> handle.execute("INSERT INTO scrap VALUES (?)", text));
  }

  private List<String> notes() {
    return jdbi.withHandle(h -> h.select("SELECT text FROM scrap").mapTo(String.class).list());
  }

  private Reply give(String id, Actor actor, String command, Map<String, String> given) {
    return desk.handle(new Invocation(id, actor, command, given, Source.CONSOLE));
  }

  private static String refusal(Runnable act) {
    return catchThrowableOfType(Refusal.class, act::run).key();
  }

  private Reply answer(String token, String id, Map<String, String> blanks) {
    return desk.answer(token, id, blanks, Map.of(), Source.WEB);
  }

  private AskId askZoe(boolean once) {
    Instant until = clock.instant().plus(Duration.ofDays(2));
    Map<String, String> given = Map.of("texte", "demandé");
    return once
        ? asks.putOnce(ZOE, "note ajouter", given, until)
        : asks.put(ZOE, "note ajouter", given, until);
  }

  @BeforeEach
  void table() {
    jdbi.useHandle(handle -> handle.execute("CREATE TABLE scrap (text text)"));
  }

  @Test
  void a_command_acts_once_and_is_journaled_in_canonical_form() {
    Reply reply =
        give(
            "c1",
            MEMBER,
            "note ajouter",
            Map.of("jour", "demain", "texte", " deux   mots ", "code", "ab12-cd34"));
    assertThat(reply).isEqualTo(Reply.said("done", LocalDate.parse("2026-11-24")));
    assertThat(notes()).containsExactly("2026-11-24 deux mots");
    assertThat(woken).isEqualTo(1);
    Journal.Line line = journal.latest(9).getFirst();
    assertThat(line.at()).isEqualTo(clock.instant());
    assertThat(line.person()).isEqualTo(ZOE);
    assertThat(line.identity()).isEqualTo("email:zoe@rives.example");
    assertThat(line.given())
        .isEqualTo("{\"code\": \"•\", \"jour\": \"2026-11-24\", \"texte\": \"deux mots\"}");
    assertThat(line.source()).isEqualTo(Source.CONSOLE);
    assertThat(line.refusal()).isNull();
  }

  @Test
  void the_same_invocation_does_nothing_twice() {
    give("c1", MEMBER, "note ajouter", Map.of("jour", "2026-11-24"));
    assertThat(refusal(() -> give("c1", MEMBER, "note ajouter", Map.of("jour", "2026-11-25"))))
        .isEqualTo("desk.already");
    assertThat(notes()).hasSize(1);
    assertThat(journal.latest(9)).hasSize(1);
    assertThat(woken).isEqualTo(1);
  }

  @Test
  void who_may_not_is_refused_and_journaled() {
    assertThat(refusal(() -> give("c1", MEMBER, "note tout", Map.of()))).isEqualTo("desk.role");
    assertThat(refusal(() -> give("c2", STRANGER, "note ajouter", Map.of("jour", "demain"))))
        .isEqualTo("desk.unlinked");
    assertThat(journal.latest(9))
        .extracting(Journal.Line::identity, Journal.Line::refusal)
        .containsExactly(
            tuple("discord:123", "desk.unlinked"), tuple("email:zoe@rives.example", "desk.role"));
    assertThat(notes()).isEmpty();
  }

  @Test
  void what_is_missing_is_asked_and_nothing_is_written() {
    Reply reply = give("c1", MEMBER, "note ajouter", Map.of("texte", "a", "jour", " "));
    assertThat(((Reply.Blanks) reply).missing()).containsExactly(day);
    assertThat(journal.latest(9)).isEmpty();
    give("c1", MEMBER, "note ajouter", Map.of("texte", "a", "jour", "demain"));
    assertThat(notes()).hasSize(1);
  }

  @Test
  void a_refusal_undoes_everything_but_its_own_line() {
    assertThat(refusal(() -> give("c1", MEMBER, "note refuser", Map.of("jour", "demain"))))
        .isEqualTo("note.full");
    assertThat(notes()).isEmpty();
    assertThat(journal.latest(9))
        .singleElement()
        .extracting(Journal.Line::refusal)
        .isEqualTo("note.full");
    assertThat(journal.isRefused("c1")).isTrue();
    assertThat(woken).isZero();
  }

  @Test
  void a_bug_undoes_everything_and_may_be_tried_again() {
    assertThatThrownBy(() -> give("c1", MEMBER, "note casser", Map.of())).hasMessage("a bug");
    assertThat(notes()).isEmpty();
    assertThat(journal.has("c1")).isFalse();
  }

  @Test
  void what_nobody_checked_is_cut_and_cleaned_before_it_is_journaled() {
    String nasty = "a\u0000b\ud800" + "é".repeat(30_000);
    Map<String, String> given = Map.of("jour", nasty, "code", "secret!", "inconnu", nasty);
    assertThat(refusal(() -> give("c1", MEMBER, "note ajouter", given)))
        .isIn("desk.param", "desk.long");
    String kept = journal.latest(1).getFirst().given();
    assertThat(kept)
        .hasSizeLessThan(700)
        .contains("\"ab" + "é".repeat(100))
        .doesNotContain("secret");
  }

  @Test
  void an_unknown_command_is_refused() {
    assertThat(refusal(() -> give("c1", MEMBER, "note oublier", Map.of())))
        .isEqualTo("desk.unknown");
  }

  @Test
  void an_answer_fills_the_blanks_as_the_person_who_was_asked() {
    String token = asks.token(askZoe(false));
    assertThat(desk.open(token).blanks()).containsExactly(day, code, file);
    answer(token, "w1", Map.of("jour", "2026-11-30", "texte", "autre chose"));
    assertThat(notes()).containsExactly("2026-11-30 demandé");
    assertThat(journal.latest(1).getFirst().person()).isEqualTo(ZOE);
    assertThat(journal.latest(1).getFirst().source()).isEqualTo(Source.WEB);
  }

  @Test
  void an_answer_may_be_changed_but_not_given_twice_under_one_id() {
    String token = asks.token(askZoe(false));
    answer(token, "w1", Map.of("jour", "2026-11-30"));
    answer(token, "w2", Map.of("jour", "2026-12-01"));
    assertThat(refusal(() -> answer(token, "w2", Map.of("jour", "2026-12-01"))))
        .isEqualTo("desk.already");
    assertThat(notes()).hasSize(2);
  }

  @Test
  void an_ask_that_is_over_takes_no_answer() {
    String token = asks.token(askZoe(false));
    AskId closed = askZoe(false);
    asks.close(closed);
    assertThat(refusal(() -> desk.open(asks.token(closed)))).isEqualTo("ask.closed");
    assertThat(refusal(() -> desk.open("abcdefghijklmnopqrstuvwxyz234567")))
        .isEqualTo("ask.unknown");
    clock.advance(Duration.ofDays(2).minusMillis(1));
    assertThat(desk.open(token).actor()).isEqualTo(MEMBER);
    clock.advance(Duration.ofMillis(1));
    assertThat(refusal(() -> answer(token, "w1", Map.of("jour", "demain"))))
        .isEqualTo("ask.expired");
    assertThat(notes()).isEmpty();
  }

  @Test
  void an_ask_for_somebody_who_left_takes_no_answer() {
    AskId ask =
        asks.put(new PersonId(99), "note ajouter", Map.of(), clock.instant().plusSeconds(60));
    assertThat(refusal(() -> desk.open(asks.token(ask)))).isEqualTo("ask.unknown");
  }

  @Test
  void one_answer_closes_an_ask_that_is_put_once_unless_it_is_refused() {
    String token = asks.token(askZoe(true));
    assertThat(refusal(() -> answer(token, "w1", Map.of("jour", "jamais"))))
        .startsWith("refusal.date");
    answer(token, "w2", Map.of("jour", "2026-11-30"));
    assertThat(refusal(() -> answer(token, "w3", Map.of("jour", "2026-11-30"))))
        .isEqualTo("ask.closed");
    assertThat(notes()).hasSize(1);
  }

  @Test
  void of_two_answers_at_the_same_time_one_closes_the_ask() throws Exception {
    AskId ask = askZoe(true);
    String token = asks.token(ask);
    CompletableFuture<Reply> other =
        jdbi.inTransaction(
            _ -> {
              CompletableFuture<Reply> second =
                  CompletableFuture.supplyAsync(
                      () -> {
                        assertThat(desk.open(token).ask().id()).isEqualTo(ask);
                        return answer(token, "w2", Map.of("jour", "demain"));
                      });
              assertThat(asks.close(ask)).isTrue();
              await().until(this::isSomebodyWaiting);
              return second;
            });
    assertThatThrownBy(other::get)
        .isInstanceOf(ExecutionException.class)
        .hasCauseInstanceOf(Refusal.class)
        .hasMessageContaining("ask.closed");
    assertThat(notes()).isEmpty();
  }

  private boolean isSomebodyWaiting() {
    return jdbi.withHandle(
        handle ->
            handle
                .select(
                    "SELECT count(*) > 0 FROM pg_stat_activity WHERE wait_event_type = 'Lock'"
                        + " AND datname = current_database()")
                .mapTo(Boolean.class)
                .one());
  }

  @Test
  void a_token_is_the_same_at_each_call_and_only_its_hash_is_kept() {
    AskId ask = askZoe(false);
    String token = asks.token(ask);
    assertThat(token).matches("[a-z2-7]{32}").isEqualTo(asks.token(ask));
    assertThat(asks.token(askZoe(false))).isNotEqualTo(token);
    List<String> kept =
        jdbi.withHandle(
            h ->
                h.select("SELECT hash || ' ' || a::text FROM ask_token JOIN ask a ON a.id = ask")
                    .mapTo(String.class)
                    .list());
    assertThat(kept).hasSize(2).noneMatch(row -> row.contains(token));
    Asks withAnotherKey =
        new Asks(
            jdbi,
            new Tokens("another key of thirty-two bytes!".getBytes(StandardCharsets.US_ASCII)),
            clock);
    assertThat(withAnotherKey.token(ask)).isNotEqualTo(token);
    assertThat(withAnotherKey.open(token).id()).isEqualTo(ask);
  }
}
