package ca.greffier.plan;

/** What a line of the plan is; its codes begin with a letter of their own. */
public enum DeliverableKind {
  /** A thing that is handed over: {@code L-12}. */
  DELIVERABLE("L"),
  /** A moment that is reached: {@code J-03}. */
  MILESTONE("J");

  private final String letter;

  DeliverableKind(String letter) {
    this.letter = letter;
  }

  String letter() {
    return letter;
  }

  /** What a code says that it is. */
  public static DeliverableKind ofCode(String code) {
    return code.startsWith(MILESTONE.letter + "-") ? MILESTONE : DELIVERABLE;
  }
}
