package ca.greffier.budget;

import ca.greffier.store.Id;

/** An expense: {@code F-31}. */
public record ExpenseId(long value) implements Id {
  public String code() {
    return "F-" + value;
  }
}
