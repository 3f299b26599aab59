package ca.greffier.meeting;

import ca.greffier.command.Kind;
import ca.greffier.command.Refusal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.function.Function;

/**
 * What orders the replies of calendar programs: the SEQUENCE and the DTSTAMP of their REPLY. No
 * person fills these in.
 */
final class ReplyOrder {
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  private ReplyOrder() {}

  static Kind<Integer> sequence() {
    return new Hidden<>(ReplyOrder::number, String::valueOf);
  }

  /** {@code 20260313T140000Z}, as in the REPLY, or {@code 2026-03-13T14:00:00Z}. */
  static Kind<Instant> stamp() {
    return new Hidden<>(ReplyOrder::instant, STAMP::format);
  }

  private static Integer number(String typed) {
    if (!typed.matches("[0-9]{1,9}")) throw new Refusal("meeting.reply.broken");
    return Integer.valueOf(typed);
  }

  private static Instant instant(String typed) {
    try {
      return typed.contains("-") ? Instant.parse(typed) : STAMP.parse(typed, Instant::from);
    } catch (DateTimeException broken) {
      throw new Refusal("meeting.reply.broken");
    }
  }

  private record Hidden<T>(Function<String, T> reading, Function<T, String> writing)
      implements Kind<T> {
    @Override
    public T parse(String typed) {
      return reading.apply(typed);
    }

    @Override
    public String write(T value) {
      return writing.apply(value);
    }

    @Override
    public boolean hidden() {
      return true;
    }
  }
}
