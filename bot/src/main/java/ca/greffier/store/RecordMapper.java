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
  private final Constructor<?> constructor;
  private final RecordComponent[] components;

  /** Asked once: reflection is slow, and a list has many rows. */
  private final boolean[] mayBeNull;

  private RecordMapper(Class<?> type) {
    this.components = type.getRecordComponents();
    this.mayBeNull = new boolean[components.length];
    for (int i = 0; i < components.length; i++)
      mayBeNull[i] = components[i].getAnnotatedType().isAnnotationPresent(Nullable.class);
    this.constructor = canonical(type, components);
  }

  static Optional<RowMapper<?>> build(Type type, ConfigRegistry config) {
    Class<?> raw = GenericTypes.getErasedType(type);
    return raw.isRecord() && !Mappings.isOneColumn(raw)
        ? Optional.of(new RecordMapper(raw))
        : Optional.empty();
  }

  @Override
  public Record map(ResultSet row, StatementContext context) throws SQLException {
    return specialize(row, context).map(row, context);
  }

  @Override
  public RowMapper<Record> specialize(ResultSet rows, StatementContext context)
      throws SQLException {
    List<Part> parts = new ArrayList<>();
    for (RecordComponent component : components) parts.add(part(component, rows, context));
    return (row, ctx) -> {
      @Nullable Object[] values = new @Nullable Object[components.length];
      for (int i = 0; i < values.length; i++) values[i] = value(i, parts.get(i).read(row, ctx));
      return make(values);
    };
  }

  /** How a component is read from a row. */
  private interface Part {
    @Nullable Object read(ResultSet row, StatementContext context) throws SQLException;
  }

  private static Part part(RecordComponent component, ResultSet rows, StatementContext context)
      throws SQLException {
    Class<?> raw = component.getType();
    if (raw.isRecord() && !Mappings.isOneColumn(raw)) {
      RowMapper<Record> nested = new RecordMapper(raw).specialize(rows, context);
      return nested::map;
    }
    int column = column(rows.getMetaData(), component.getName());
    Type type = component.getGenericType();
    ColumnMapper<?> mapper =
        context
            .findColumnMapperFor(type)
            .orElseThrow(() -> new IllegalStateException("no column is a " + type));
    return (row, ctx) -> mapper.map(row, column, ctx);
  }

  private @Nullable Object value(int component, @Nullable Object value) {
    if (value == null && !mayBeNull[component])
      throw new IllegalStateException("NULL for " + components[component]);
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

  private static int column(ResultSetMetaData columns, String component) throws SQLException {
    for (int i = 1; i <= columns.getColumnCount(); i++) {
      if (plain(columns.getColumnLabel(i)).equals(plain(component))) return i;
    }
    throw new IllegalStateException("no column for " + component);
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
