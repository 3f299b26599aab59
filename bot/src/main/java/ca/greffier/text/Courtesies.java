package ca.greffier.text;

import java.util.List;
import java.util.regex.Pattern;

/** What people write around an answer and is no part of it: a greeting, thanks, a name. */
public final class Courtesies {
  /** A line that only greets: "Bonjour Greffier". */
  private static final Pattern GREETING =
      Pattern.compile(
          "(bonjour|bonsoir|salut|allo|chere?s?|hello|hi|hey|dear|good (morning|afternoon|evening))"
              + "( [\\p{L}.'-]+){0,4}");

  private static final Pattern CLOSING =
      Pattern.compile(
          "(merci( beaucoup| bien| d'avance)?|bonne (journee|soiree|semaine)|cordialement"
              + "|bien (a vous|cordialement)|au plaisir|salutations( distinguees)?"
              + "|thanks( a lot)?|thank you|(best |kind )?regards|cheers|have a (nice|good) day)");

  private static final Pattern ENDS = Pattern.compile("[\\s,;.!]+$");
  private static final int LONGEST_NAME = 40;

  private Courtesies() {}

  public static boolean isGreeting(String line) {
    return GREETING.matcher(folded(line)).matches();
  }

  /** Without the greeting it begins with, nor the thanks and the name it ends with. */
  public static String without(String words) {
    List<String> lines = words.lines().filter(line -> !line.isBlank()).toList();
    int from = !lines.isEmpty() && isGreeting(lines.getFirst()) ? 1 : 0;
    int to = lines.size();
    for (int i = lines.size() - 1; i >= from; i--) {
      if (CLOSING.matcher(folded(lines.get(i))).matches()) to = i;
      else if (lines.get(i).length() > LONGEST_NAME) break;
    }
    return String.join("\n", lines.subList(from, to)).strip();
  }

  private static String folded(String line) {
    return ENDS.matcher(Folded.of(line)).replaceAll("");
  }
}
