package ca.greffier.meeting;

import ca.greffier.command.PersonId;
import ca.greffier.text.Phrase;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A point of an ordre du jour (domain.md M6).
 *
 * @param position from 1; null while it is only proposed
 * @param person who brings it; null for nobody in particular
 * @param minutes how long it should take; null when that is not said
 * @param proposedBy who asked for it; null when the secretary put it there
 */
public record AgendaItem(
    long id,
    MeetingId meeting,
    @Nullable Integer position,
    String title,
    Purpose kind,
    @Nullable PersonId person,
    @Nullable Integer minutes,
    @Nullable PersonId proposedBy) {

  /** What is expected of those who are there. */
  public enum Purpose {
    INFORMATION,
    DISCUSSION,
    DECISION;

    /** As people choose it. */
    static Map<String, Purpose> words() {
      Map<String, Purpose> words = new LinkedHashMap<>();
      for (Purpose each : values()) words.put(each.word(), each);
      return words;
    }

    private String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    Phrase phrase() {
      return Phrase.of("choice.point." + word());
    }
  }

  /** As people call it: its place, by which the notes name it too. */
  public String number() {
    return position == null ? "" : String.valueOf(position);
  }
}
