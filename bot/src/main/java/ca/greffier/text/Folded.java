package ca.greffier.text;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Text as it is compared: what differs only by case, accents or spaces folds to the same. */
public final class Folded {
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern SPACES = Pattern.compile("[\\s\\u00a0\\u202f\\u2009]+");

  private Folded() {}

  /** Lower case, without accents; any run of spaces is one space; the apostrophe is straight. */
  public static String of(String text) {
    String bare = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("");
    String spaced = SPACES.matcher(bare).replaceAll(" ").strip();
    return spaced.toLowerCase(Locale.ROOT).replace('’', '\'').replace("œ", "oe");
  }
}
