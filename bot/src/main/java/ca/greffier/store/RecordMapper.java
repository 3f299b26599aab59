package ca.greffier.store;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jdbi.v3.core.config.ConfigRegistry;
import org.jdbi.v3.core.generic.GenericTypes;
import org.jdbi.v3.core.mapper.ColumnMapper;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/**
 * A row as a record: each component takes the column of its name ({@code closedAt}: {@code
 * closed_at}), and one that is a record of several columns takes those. Refuses a row without that
 * column, and a NULL for a component that is not marked {@code @Nullable}.
 */
final class RecordMapper implements RowMapper<Record> {
  /** One for each type: reflection is slow, and Jdbi asks at every query. */
  private static final ClassValue<RecordMapper> KNOWN =
      new ClassValue<>() {
        @Override
        protected RecordMapper computeValue(Class<?> type) {
          return new RecordMapper(type);
        }
      };

  private final Constructor<?> constructor;
  private final List<Component> components;

  /**
   * What is asked of a component once.
   *
   * @param column the name of its column, as {@link #plain} gives it
   * @param row how its columns are read when it is a record of several
   */
  private record Component(
      String column, Type type, boolean mayBeNull, @Nullable RecordMapper row) {}

  private RecordMapper(Class<?> type) {
    RecordComponent[] all = type.getRecordComponents();
    this.components = Stream.of(all).map(RecordMapper::component).toList();
    this.constructor = canonical(type, all);
  }

  private static Component component(RecordComponent component) {
    return new Component(
        plain(component.getName()),
        component.getGenericType(),
        component.getAnnotatedType().isAnnotationPresent(Nullable.class),
        of(component.getType()).orElse(null));
  }

  static Optional<RowMapper<?>> build(Type type, ConfigRegistry config) {
    return of(GenericTypes.getErasedType(type)).map(Function.identity());
  }

  private static Optional<RecordMapper> of(Class<?> type) {
    return type.isRecord() && !Mappings.isOneColumn(type)
        ? Optional.of(KNOWN.get(type))
        : Optional.empty();
  }

  @Override
  public Record map(ResultSet row, StatementContext context) throws SQLException {
    return specialize(row, context).map(row, context);
  }

  @Override
  public RowMapper<Record> specialize(ResultSet rows, StatementContext context)
      throws SQLException {
    return reading(columns(rows.getMetaData()), context);
  }

  private RowMapper<Record> reading(List<String> columns, StatementContext context) {
    List<RowMapper<?>> parts =
        components.stream().<RowMapper<?>>map(each -> part(each, columns, context)).toList();
    return (row, ctx) -> {
      @Nullable Object[] values = new @Nullable Object[parts.size()];
      for (int i = 0; i < values.length; i++)
        values[i] = checked(components.get(i), parts.get(i).map(row, ctx));
      return make(values);
    };
  }

  /** How a component is read from a row. */
  private static RowMapper<?> part(
      Component component, List<String> columns, StatementContext context) {
    if (component.row() != null) return component.row().reading(columns, context);
    int column = columns.indexOf(component.column()) + 1;
    if (column == 0) throw new IllegalStateException("no column for " + component.column());
    ColumnMapper<?> mapper =
        context
            .findColumnMapperFor(component.type())
            .orElseThrow(() -> new IllegalStateException("no column is a " + component.type()));
    return (row, ctx) -> mapper.map(row, column, ctx);
  }

  private static @Nullable Object checked(Component component, @Nullable Object value) {
    if (value == null && !component.mayBeNull())
      throw new IllegalStateException("NULL for " + component.column());
    return value;
  }

  private Record make(@Nullable Object[] values) {
    try {
      return (Record) constructor.newInstance(values);
    } catch (InvocationTargetException e) {
      throw new IllegalStateException(e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<String> columns(ResultSetMetaData rows) throws SQLException {
    List<String> columns = new ArrayList<>();
    for (int i = 1; i <= rows.getColumnCount(); i++) columns.add(plain(rows.getColumnLabel(i)));
    return columns;
  }

  private static String plain(String name) {
    return name.replace("_", "").toLowerCase(Locale.ROOT);
  }

  private static Constructor<?> canonical(Class<?> type, RecordComponent[] components) {
    Class<?>[] types = new Class<?>[components.length];
    for (int i = 0; i < types.length; i++) types[i] = components[i].getType();
    try {
      Constructor<?> constructor = type.getDeclaredConstructor(types);
      constructor.setAccessible(true);
      return constructor;
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException(e);
    }
  }
}
