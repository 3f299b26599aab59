package ca.greffier.change;

import ca.greffier.text.Phrase;

/** Who may decide on a change, by how far it goes (domain.md K23). */
public enum Authority {
  /** At most 5 % and 5 working days. */
  MANAGER(5, 5),
  /** At most 10 % and 20 working days. */
  DIRECTOR(10, 20),
  /** Anything, and what cannot be measured. */
  COMMITTEE(Integer.MAX_VALUE, Integer.MAX_VALUE);

  private final int percent;
  private final int days;

  Authority(int percent, int days) {
    this.percent = percent;
    this.days = days;
  }

  /**
   * @param days working days by which a date moves, either way
   * @param percent by which an amount changes, either way
   */
  static Authority of(int days, double percent) {
    for (Authority each : values()) {
      if (Math.abs(days) <= each.days && Math.abs(percent) <= each.percent) return each;
    }
    return COMMITTEE;
  }

  public Phrase phrase() {
    return Phrase.of("change.authority." + name());
  }
}
