package ca.greffier.document;

import ca.greffier.command.Suggestion;
import java.util.List;
import java.util.Optional;

/** Knows what documents can be attached to: the house answers, as it is in the rooms above. */
public interface Attachables {
  /** The thing of a code: {@code l-12}, {@code rencontre 4}. */
  Optional<Attachable> find(String typed);

  /** Those that fit what has been typed (25 at most). */
  List<Suggestion> suggest(String typed);
}
