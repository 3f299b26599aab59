package ca.greffier.dashboard;

import ca.greffier.text.Phrase;
import java.util.List;

/**
 * How the project stands on a dimension.
 *
 * @param reasons in words, the weightiest first; at least one
 */
public record Status(Dimension dimension, Standing standing, List<Phrase> reasons) {
  public Status {
    reasons = List.copyOf(reasons);
  }
}
