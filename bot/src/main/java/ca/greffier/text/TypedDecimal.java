package ca.greffier.text;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/**
 * A number as a spreadsheet writes it: {@code 1234.56}, {@code 1 234,56}, {@code 1,234.56}, {@code
 * -45,5 $}, {@code 1.2E+06}. At most thirty digits on either side of the decimals.
 */
public final class TypedDecimal {
  private static final Pattern NUMBER =
      Pattern.compile("[-+]?(?:\\d{1,30}(?:\\.\\d{0,30})?|\\.\\d{1,30})(?:e[-+]?\\d{1,2})?");
  private static final Pattern COMMA_GROUPS = Pattern.compile("[-+]?[1-9]\\d{0,2}(?:,\\d{3})+");
  private static final Pattern POINT_GROUPS = Pattern.compile("[-+]?[1-9]\\d{0,2}(?:\\.\\d{3})+");
  private static final Pattern GROUPING_SPACE = Pattern.compile("(?<=\\d)[ '](?=\\d{3}(?!\\d))");

  private TypedDecimal() {}

  /**
   * @param commaGroups whether a comma before three digits parts thousands, as in a table whose
   *     cells are separated by commas; else it begins the decimals
   */
  public static Typed<BigDecimal> read(String typed, boolean commaGroups) {
    String text =
        GROUPING_SPACE
            .matcher(Folded.of(typed).replace('−', '-').replaceFirst("^([-+]?) ?\\$ ?", "$1"))
            .replaceAll("")
            .replaceFirst(" ?\\$$", "");
    String plain = point(text, commaGroups);
    return NUMBER.matcher(plain).matches()
        ? new Typed.Value<>(new BigDecimal(plain))
        : Typed.unclear("refusal.decimal", typed);
  }

  /** The same number with a point for decimals, and nothing between its thousands. */
  private static String point(String text, boolean commaGroups) {
    int comma = text.lastIndexOf(',');
    int point = text.lastIndexOf('.');
    if (comma < 0) return isSeveral(text, '.', POINT_GROUPS) ? text.replace(".", "") : text;
    if (point >= 0) return comma > point ? groups(text, '.', comma) : groups(text, ',', point);
    boolean grouped = commaGroups && COMMA_GROUPS.matcher(text).matches();
    return grouped || isSeveral(text, ',', COMMA_GROUPS)
        ? text.replace(",", "")
        : text.replace(',', '.');
  }

  /** Thousands parted by one mark, then decimals after the other. */
  private static String groups(String text, char mark, int decimals) {
    String whole = text.substring(0, decimals);
    Pattern pattern = mark == ',' ? COMMA_GROUPS : POINT_GROUPS;
    return pattern.matcher(whole).matches()
        ? whole.replace(String.valueOf(mark), "") + '.' + text.substring(decimals + 1)
        : text;
  }

  private static boolean isSeveral(String text, char mark, Pattern pattern) {
    return text.indexOf(mark) != text.lastIndexOf(mark) && pattern.matcher(text).matches();
  }
}
