package ca.greffier.budget;

import ca.greffier.store.Id;

/** An agreement with a funder: {@code S-2}. */
public record GrantId(long value) implements Id {
  public String code() {
    return "S-" + value;
  }
}
