package ca.greffier.document;

import ca.greffier.command.Attachment;
import ca.greffier.command.Refusal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What somebody gives: a file, or where it is.
 *
 * @param note what is new in this version
 */
record Deposit(@Nullable Attachment file, @Nullable String link, String note) {
  /**
   * @throws Refusal unless exactly one is given
   */
  static Deposit of(Optional<Attachment> file, Optional<String> link, String note) {
    if (file.isPresent() == link.isPresent())
      throw new Refusal(file.isPresent() ? "document.both" : "document.neither");
    return new Deposit(file.orElse(null), link.orElse(null), note);
  }
}
