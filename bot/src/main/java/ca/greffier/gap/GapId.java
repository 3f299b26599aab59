package ca.greffier.gap;

import ca.greffier.store.Id;

/** A gap, shown as {@code E-7}. */
public record GapId(long value) implements Id {
  public String code() {
    return "E-" + value;
  }
}
