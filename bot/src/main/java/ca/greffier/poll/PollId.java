package ca.greffier.poll;

import ca.greffier.store.Id;

/** A poll on a date: {@code SD-3}. */
public record PollId(long value) implements Id {
  public String code() {
    return "SD-" + value;
  }
}
