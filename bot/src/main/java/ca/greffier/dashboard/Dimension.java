package ca.greffier.dashboard;

import ca.greffier.text.Phrase;

/** What a project is judged on (domain.md K9). */
public enum Dimension {
  SCHEDULE("echeancier"),
  BUDGET("budget"),
  SCOPE("jalons"),
  RISKS("risques"),
  PARTICIPATION("fraicheur");

  private final String panel;

  Dimension(String panel) {
    this.panel = panel;
  }

  /** The id of the panel that shows it. */
  public String panel() {
    return panel;
  }

  public Phrase phrase() {
    return Phrase.of("dashboard.dimension." + name());
  }
}
