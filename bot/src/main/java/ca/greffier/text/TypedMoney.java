package ca.greffier.text;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An amount as people type it: {@code 1234,56}, {@code 1 234,56 $}, {@code 12 000}, {@code -45.50}.
 * A comma or a point before three digits is refused: {@code 1,234} is one dollar or a thousand.
 */
public final class TypedMoney {
  private static final Pattern AMOUNT =
      Pattern.compile("(-?)(\\d{1,12}|\\d{1,3}(?: \\d{3}){1,3})(?:[.,](\\d{1,2}))?");
  private static final Pattern GROUPED = Pattern.compile("-?\\d{1,3}(?:[.,]\\d{3})+(?:[.,]\\d+)?");

  private TypedMoney() {}

  public static Typed<Money> read(String typed) {
    String text =
        Folded.of(typed)
            .replace('−', '-')
            .replaceFirst("^(-?) ?\\$ ?", "$1")
            .replaceFirst(" ?(?:\\$|cad|\\$ ca|\\$ cad|dollars?)$", "");
    if (GROUPED.matcher(text).matches()) return Typed.unclear("refusal.money.ambiguous", typed);
    Matcher amount = AMOUNT.matcher(text);
    if (!amount.matches()) return Typed.unclear("refusal.money", typed);
    long dollars = Long.parseLong(amount.group(2).replace(" ", ""));
    String decimals = amount.group(3) == null ? "00" : (amount.group(3) + "0").substring(0, 2);
    long cents = dollars * 100 + Long.parseLong(decimals);
    return new Typed.Value<>(new Money(amount.group(1).isEmpty() ? cents : -cents));
  }
}
