package ca.greffier.meeting;

import ca.greffier.text.Phrase;
import java.util.LinkedHashMap;
import java.util.Map;

/** What it takes for a counted vote to adopt a motion; who abstains expresses no vote. */
public enum DecisionRule {
  /** More votes for than against (Civil Code of Québec, article 336). */
  MAJORITY("majorite"),
  /** Two thirds of the votes expressed, as some by-laws ask. */
  TWO_THIRDS("tiers"),
  /** Nobody against, nobody abstaining. */
  UNANIMITY("unanimite");

  private final String word;

  DecisionRule(String word) {
    this.word = word;
  }

  static Map<String, DecisionRule> words() {
    Map<String, DecisionRule> words = new LinkedHashMap<>();
    for (DecisionRule each : values()) words.put(each.word, each);
    return words;
  }

  /** Whether so many votes adopt a motion. */
  public boolean adopts(int inFavour, int against, int abstained) {
    return switch (this) {
      case MAJORITY -> inFavour > against;
      case TWO_THIRDS -> inFavour > 0 && 3L * inFavour >= 2L * ((long) inFavour + against);
      case UNANIMITY -> inFavour > 0 && against == 0 && abstained == 0;
    };
  }

  public Phrase phrase() {
    return Phrase.of("meeting.rule.decides." + word);
  }
}
