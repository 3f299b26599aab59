package ca.greffier.mail;

import ca.greffier.calendar.CalendarFile;
import ca.greffier.command.Refusal;
import jakarta.mail.MessagingException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The calendar that a mail carries (RFC 6047): its own part first, then a file. */
public final class CalendarPart {
  private static final List<String> TYPES = List.of("text/calendar", "application/ics");
  private static final int MOST_CHARACTERS = 1_000_000;

  private CalendarPart() {}

  /** Empty when it carries none that can be read; never throws, whatever the bytes. */
  public static Optional<CalendarFile> of(byte[] raw) {
    if (!Bounds.hold(raw)) return Optional.empty();
    try {
      return new Incoming(raw).calendar();
    } catch (MessagingException | RuntimeException _) {
      return Optional.empty();
    }
  }

  static Optional<CalendarFile> in(Piece mail) {
    return mail.all()
        .filter(piece -> rank(piece) < TYPES.size() + 1)
        .sorted(Comparator.comparingInt(CalendarPart::rank))
        .flatMap(CalendarPart::read)
        .findFirst();
  }

  private static int rank(Piece piece) {
    for (int i = 0; i < TYPES.size(); i++) {
      if (piece.is(TYPES.get(i))) return i;
    }
    return piece.fileName().endsWith(".ics") ? TYPES.size() : TYPES.size() + 1;
  }

  private static Stream<CalendarFile> read(Piece piece) {
    String text = piece.text();
    if (text.length() > MOST_CHARACTERS) return Stream.empty();
    try {
      return Stream.of(CalendarFile.read(text));
    } catch (Refusal _) {
      return Stream.empty();
    }
  }
}
