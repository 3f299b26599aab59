package ca.greffier.table;

import ca.greffier.text.Phrase;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a line would change of what is known, column by column. */
public final class Differences {
  private final List<Phrase> found = new ArrayList<>();

  /**
   * @param head the column
   * @param after null where the line says nothing of it: that changes nothing
   */
  public Differences add(String head, @Nullable Object before, @Nullable Object after) {
    if (after != null && !Objects.equals(before, after))
      found.add(Phrase.of("import.change", head, Optional.ofNullable(before), after));
    return this;
  }

  /** Something else that the reader should know of the line. */
  public Differences note(Phrase what) {
    found.add(what);
    return this;
  }

  /** In the report. */
  public Phrase phrase() {
    return found.isEmpty()
        ? Phrase.of("import.same")
        : Phrase.of("import.changes", List.copyOf(found));
  }
}
