package ca.greffier.store;

import ca.greffier.text.Money;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Constructor;
import java.lang.reflect.Type;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.argument.ArgumentFactory;
import org.jdbi.v3.core.argument.NullArgument;
import org.jdbi.v3.core.config.ConfigRegistry;
import org.jdbi.v3.core.generic.GenericTypes;
import org.jdbi.v3.core.mapper.ColumnMapper;
import org.jdbi.v3.core.spi.JdbiPlugin;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/**
 * How our values are columns: ids are bigint, money is cents, instants are timestamptz whatever the
 * zone of the machine, and any other record is a row.
 */
final class Mappings implements JdbiPlugin {

  private static final Argument NO_NUMBER = new NullArgument(Types.BIGINT);
  private static final Argument NO_TIME = new NullArgument(Types.TIMESTAMP_WITH_TIMEZONE);

  @Override
  public void customizeJdbi(Jdbi jdbi) {
    jdbi.registerArgument(new Values());
    jdbi.registerColumnMapper(Mappings::id);
    jdbi.registerColumnMapper(Money.class, Mappings::money);
    jdbi.registerColumnMapper(Instant.class, Mappings::instant);
    jdbi.registerRowMapper(RecordMapper::build);
  }

  /** True for records that are one column and not a row. */
  static boolean isOneColumn(Class<?> type) {
    return Id.class.isAssignableFrom(type) || type == Money.class;
  }

  /** Prepared by type, as Jdbi asks first of those, and so that NULL has its type too. */
  private static final class Values implements ArgumentFactory.Preparable {
    @Override
    public Optional<Function<Object, Argument>> prepare(Type type, ConfigRegistry config) {
      Class<?> raw = GenericTypes.getErasedType(type);
      if (Id.class.isAssignableFrom(raw))
        return Optional.of(value -> value instanceof Id id ? number(id.value()) : NO_NUMBER);
      if (raw == Money.class)
        return Optional.of(
            value -> value instanceof Money money ? number(money.cents()) : NO_NUMBER);
      if (raw == Instant.class)
        return Optional.of(value -> value instanceof Instant instant ? time(instant) : NO_TIME);
      return Optional.empty();
    }
  }

  private static Argument number(long value) {
    return (position, statement, _) -> statement.setLong(position, value);
  }

  private static Argument time(Instant value) {
    return (position, statement, _) -> statement.setObject(position, utc(value));
  }

  /** Cut to the microseconds of PostgreSQL, which would round up: never later than it was. */
  private static OffsetDateTime utc(Instant instant) {
    return instant.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
  }

  private static @Nullable Instant instant(ResultSet row, int column, StatementContext context)
      throws SQLException {
    OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }

  private static @Nullable Money money(ResultSet row, int column, StatementContext context)
      throws SQLException {
    long cents = row.getLong(column);
    return row.wasNull() ? null : new Money(cents);
  }

  private static Optional<ColumnMapper<?>> id(Type type, ConfigRegistry config) {
    Class<?> raw = GenericTypes.getErasedType(type);
    if (!raw.isRecord() || !Id.class.isAssignableFrom(raw)) return Optional.empty();
    MethodHandle make = constructor(raw);
    return Optional.of(
        (row, column, _) -> {
          long value = row.getLong(column);
          return row.wasNull() ? null : make(make, value);
        });
  }

  private static Object make(MethodHandle constructor, long value) {
    try {
      return (Object) constructor.invokeExact(value);
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }

  private static MethodHandle constructor(Class<?> type) {
    try {
      Constructor<?> constructor = type.getDeclaredConstructor(long.class);
      constructor.setAccessible(true);
      return MethodHandles.lookup()
          .unreflectConstructor(constructor)
          .asType(MethodType.methodType(Object.class, long.class));
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
