package ca.greffier.dashboard;

import ca.greffier.text.Phrase;
import java.time.LocalDate;
import java.util.List;

/**
 * The project in words, under the eight headings of the dashboards of Québec's government
 * (Secrétariat du Conseil du trésor, Guide des tableaux de bord de la direction pour les projets).
 */
public record Report(Board board, List<Section> sections) {
  public Report {
    sections = List.copyOf(sections);
  }

  LocalDate day() {
    return board.day();
  }

  /** In their order, each with the panel whose picture shows what it says; empty when none does. */
  enum Heading {
    OVERVIEW(""),
    COST("budget"),
    FINANCES("courbe"),
    SCHEDULE("echeancier"),
    SCOPE(""),
    RISKS("risques"),
    ISSUES(""),
    HEALTH("");

    private final String panel;

    Heading(String panel) {
      this.panel = panel;
    }

    String panel() {
      return panel;
    }

    Phrase phrase() {
      return Phrase.of("dashboard.report." + name());
    }
  }

  /**
   * @param panel the id of the one whose picture shows what it says; empty when none does
   * @param says sentences; at least one
   * @param items what they are about, the worst first
   */
  public record Section(Phrase title, String panel, List<Phrase> says, List<Phrase> items) {
    public Section {
      says = List.copyOf(says);
      items = List.copyOf(items);
    }
  }
}
