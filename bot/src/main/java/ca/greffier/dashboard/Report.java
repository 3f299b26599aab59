package ca.greffier.dashboard;

import ca.greffier.text.Phrase;
import java.time.LocalDate;
import java.util.List;

/**
 * The project in words, under the eight headings of the dashboards of Québec's government
 * (Secrétariat du Conseil du trésor, Guide des tableaux de bord de la direction pour les projets).
 */
public record Report(LocalDate day, List<Section> sections) {
  public Report {
    sections = List.copyOf(sections);
  }

  /** In their order. */
  enum Heading {
    OVERVIEW,
    COST,
    FINANCES,
    SCHEDULE,
    SCOPE,
    RISKS,
    ISSUES,
    HEALTH;

    Phrase phrase() {
      return Phrase.of("dashboard.report." + name());
    }
  }

  /**
   * @param says sentences; at least one
   * @param items what they are about, the worst first
   */
  public record Section(Phrase title, List<Phrase> says, List<Phrase> items) {
    public Section {
      says = List.copyOf(says);
      items = List.copyOf(items);
    }
  }
}
