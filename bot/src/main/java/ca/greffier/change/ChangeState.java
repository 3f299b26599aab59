package ca.greffier.change;

import ca.greffier.text.Phrase;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Where a request stands. */
public enum ChangeState {
  /** Being written. */
  DRAFT,
  /** Before who decides. */
  SUBMITTED,
  /** Looked at; the decision is for later. */
  DEFERRED,
  APPROVED,
  REFUSED,
  /** Taken back by who asked. */
  WITHDRAWN;

  private static final Set<ChangeState> OPEN = EnumSet.of(DRAFT, SUBMITTED, DEFERRED);

  public boolean isOpen() {
    return OPEN.contains(this);
  }

  /** Always with a symbol and a word (A3). */
  public Phrase phrase() {
    return Phrase.of("change.state." + name());
  }

  /** What may be decided, as people type it. */
  static Map<String, ChangeState> decisions() {
    Map<String, ChangeState> names = new LinkedHashMap<>();
    names.put("approuvee", APPROVED);
    names.put("refusee", REFUSED);
    names.put("differee", DEFERRED);
    return names;
  }
}
