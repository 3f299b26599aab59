package ca.greffier.budget;

import ca.greffier.store.Id;

/** A commitment: {@code C-12}. */
public record CommitmentId(long value) implements Id {
  public String code() {
    return "C-" + value;
  }
}
