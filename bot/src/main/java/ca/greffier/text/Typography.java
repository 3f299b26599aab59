package ca.greffier.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds faults of Québec typography in a French text (OQLF, « Espacement avant et après les signes
 * de ponctuation et les symboles », Vitrine linguistique 22039; the hour, 21516). Addresses and
 * what stands between backquotes are left alone.
 */
public final class Typography {
  /** What is wrong. */
  public enum Rule {
    SPACE_BEFORE_POINT("[\\s\\u00a0\\u202f\\u2009](?=[;!?,]|\\.(?![\\p{L}\\p{N}.]))"),
    NO_BREAK_SPACE_BEFORE_COLON("(?<!\\u00a0):(?=\\s|$)|(?<=[ \\u202f\\u2009]):"),
    NO_BREAK_SPACE_IN_GUILLEMETS("«(?!\\u00a0)|(?<!\\u00a0)»"),
    NO_BREAK_SPACE_BEFORE_SYMBOL("(?<!\\u00a0)%|(?<!\\u00a0[kMG]?)\\$"),
    SPACE_IN_BRACKETS("(?<=[(\\[])\\s(?!\\])|(?<!\\[)\\s(?=[)\\]])"),
    STRAIGHT_APOSTROPHE("'"),
    STRAIGHT_QUOTES("\""),
    SPACES_AROUND_DASH("(?<=\\S)—|—(?=\\S)"),
    NO_BREAK_SPACES_AROUND_HOUR("(?<=\\d) ?h(?!\\p{L})|(?<=\\d\\u00a0)h ?(?=\\d)");

    private final Pattern pattern;

    Rule(String fault) {
      this.pattern = Pattern.compile(fault);
    }
  }

  /**
   * One fault.
   *
   * @param at the index in the text
   */
  public record Fault(Rule rule, int at) {}

  private static final Pattern EXEMPT = Pattern.compile("https?://\\S+|`[^`]*`");

  private Typography() {}

  /** The faults, in the order of the text. */
  public static List<Fault> faults(String french) {
    String text = EXEMPT.matcher(french).replaceAll(found -> "x".repeat(found.group().length()));
    List<Fault> faults = new ArrayList<>();
    for (Rule rule : Rule.values()) {
      Matcher matcher = rule.pattern.matcher(text);
      while (matcher.find()) faults.add(new Fault(rule, matcher.start()));
    }
    faults.sort(Comparator.comparingInt(Fault::at));
    return faults;
  }
}
