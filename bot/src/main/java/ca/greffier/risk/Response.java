package ca.greffier.risk;

import ca.greffier.text.Phrase;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** What is done about a risk or an occasion (domain.md K22). */
public enum Response {
  AVOID("eviter", RiskKind.THREAT),
  MITIGATE("attenuer", RiskKind.THREAT),
  TRANSFER("transferer", RiskKind.THREAT),
  EXPLOIT("exploiter", RiskKind.OPPORTUNITY),
  ENHANCE("ameliorer", RiskKind.OPPORTUNITY),
  SHARE("partager", RiskKind.OPPORTUNITY),
  ACCEPT("accepter", RiskKind.THREAT, RiskKind.OPPORTUNITY),
  ESCALATE("escalader", RiskKind.THREAT);

  private final String word;
  private final Set<RiskKind> kinds;

  Response(String word, RiskKind first, RiskKind... others) {
    this.word = word;
    this.kinds = EnumSet.of(first, others);
  }

  public Phrase phrase() {
    return Phrase.of("choice.reponse." + word);
  }

  /** Those that make sense for a kind, by what is typed. */
  static Map<String, Response> of(RiskKind kind) {
    Map<String, Response> values = new LinkedHashMap<>();
    for (Response each : values()) {
      if (each.kinds.contains(kind)) values.put(each.word, each);
    }
    return values;
  }
}
