package ca.greffier.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ca.greffier.house.TestStore;
import ca.greffier.text.Money;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.sqlobject.customizer.BindList;
import org.jdbi.v3.sqlobject.statement.GetGeneratedKeys;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StoreTest {
  private static final Instant AT = Instant.parse("2026-11-01T05:30:00.123456Z");

  private final Jdbi jdbi = TestStore.fresh().jdbi();
  private final ThingDao dao = jdbi.onDemand(ThingDao.class);

  record ThingId(long value) implements Id {}

  record Thing(
      ThingId id,
      @Nullable ThingId parent,
      Instant madeAt,
      @Nullable Instant endedAt,
      LocalDate day,
      LocalTime hour,
      DayOfWeek weekday,
      Money price,
      @Nullable Money discount,
      boolean once) {}

  record Narrow(ThingId id, ThingId parent) {}

  record Absent(ThingId id, String nowhere) {}

  record Kin(@Nullable ThingId parent) {}

  record Nested(ThingId id, Kin kin) {}

  interface ThingDao {
    @SqlUpdate(
        """
        INSERT INTO thing (parent, made_at, ended_at, day, hour, weekday, price, discount, once)
        VALUES (:parent, :madeAt, :endedAt, :day, :hour, :weekday, :price, :discount, :once)
        """)
    @GetGeneratedKeys("id")
    ThingId insert(
        @Nullable ThingId parent,
        Instant madeAt,
        @Nullable Instant endedAt,
        LocalDate day,
        LocalTime hour,
        DayOfWeek weekday,
        Money price,
        @Nullable Money discount,
        boolean once);

    @SqlQuery("SELECT * FROM thing WHERE id = :id")
    Optional<Thing> find(ThingId id);

    @SqlQuery("SELECT id FROM thing WHERE id IN (<ids>) ORDER BY id")
    List<ThingId> among(@BindList List<ThingId> ids);

    @SqlQuery("SELECT sum(price) FROM thing")
    Money total();

    @SqlQuery("SELECT made_at FROM thing WHERE id = :id")
    Instant madeAt(ThingId id);

    @SqlQuery("SELECT id, parent FROM thing")
    List<Narrow> narrow();

    @SqlQuery("SELECT id FROM thing")
    List<Absent> absent();

    @SqlQuery("SELECT id, parent FROM thing ORDER BY id")
    List<Nested> nested();
  }

  @BeforeEach
  void table() {
    jdbi.useHandle(
        handle ->
            handle.execute(
                """
                CREATE TABLE thing (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
                  parent bigint, made_at timestamptz NOT NULL, ended_at timestamptz, day date,
                  hour time, weekday text, price bigint, discount bigint, once boolean)
                """));
  }

  private ThingId put(@Nullable ThingId parent) {
    return dao.insert(
        parent,
        AT,
        null,
        LocalDate.parse("2026-11-01"),
        LocalTime.parse("18:30"),
        DayOfWeek.SUNDAY,
        new Money(1250),
        null,
        true);
  }

  @Test
  void a_row_comes_back_as_the_record_that_was_put() {
    ThingId parent = put(null);
    ThingId id = put(parent);
    assertThat(dao.find(id))
        .contains(
            new Thing(
                id,
                parent,
                AT,
                null,
                LocalDate.parse("2026-11-01"),
                LocalTime.parse("18:30"),
                DayOfWeek.SUNDAY,
                new Money(1250),
                null,
                true));
    assertThat(dao.find(new ThingId(99))).isEmpty();
  }

  @Test
  void ids_and_money_are_columns_not_rows() {
    ThingId first = put(null);
    ThingId second = put(null);
    put(null);
    assertThat(dao.among(List.of(second, first))).containsExactly(first, second);
    assertThat(dao.total()).isEqualTo(new Money(3750));
  }

  @Test
  void an_instant_is_the_same_in_every_zone_and_never_later_than_it_was() {
    ThingId id = put(null);
    assertThat(dao.madeAt(id)).isEqualTo(AT);
    String seconds =
        jdbi.withHandle(
            h ->
                h.select("SELECT extract(epoch FROM made_at) FROM thing")
                    .mapTo(String.class)
                    .one());
    assertThat(seconds).isEqualTo("1793511000.123456");
    Instant nanos = Instant.parse("2026-11-01T05:30:00.123456999Z");
    Instant kept =
        jdbi.withHandle(
            h -> h.select("SELECT :at::timestamptz").bind("at", nanos).mapTo(Instant.class).one());
    assertThat(kept).isEqualTo(AT);
  }

  @Test
  void a_null_for_a_component_that_may_not_be_null_is_refused() {
    put(null);
    assertThatThrownBy(dao::narrow)
        .hasStackTraceContaining("NULL for")
        .hasStackTraceContaining("parent");
  }

  @Test
  void a_record_of_several_columns_may_be_part_of_another() {
    ThingId first = put(null);
    ThingId second = put(first);
    assertThat(dao.nested())
        .containsExactly(new Nested(first, new Kin(null)), new Nested(second, new Kin(first)));
  }

  @Test
  void a_component_without_a_column_is_refused() {
    put(null);
    assertThatThrownBy(dao::absent).hasStackTraceContaining("no column for nowhere");
  }

  @Test
  void a_dao_joins_the_transaction_open_on_the_thread() {
    assertThatThrownBy(
            () ->
                jdbi.useTransaction(
                    _ -> {
                      put(null);
                      throw new IllegalStateException("undone");
                    }))
        .hasMessage("undone");
    assertThat(dao.narrow()).isEmpty();
  }
}
