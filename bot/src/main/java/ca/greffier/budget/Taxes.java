package ca.greffier.budget;

import ca.greffier.text.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How an amount stands to the taxes of Québec: TPS 5 %, TVQ 9.975 %, each of the net amount
 * (domain.md K18). Rebates are not ours to reckon.
 */
public enum Taxes {
  /** The amount holds both taxes. */
  INCLUDED("incluses"),
  /** Both come on top. */
  ADDED("en-sus"),
  /** Neither is due: salaries, suppliers too small to be registered, most suppliers from away. */
  NONE("aucune");

  private static final BigDecimal TPS = new BigDecimal("0.05");
  private static final BigDecimal TVQ = new BigDecimal("0.09975");
  private static final BigDecimal WHOLE = BigDecimal.ONE.add(TPS).add(TVQ);

  private final String word;

  Taxes(String word) {
    this.word = word;
  }

  /**
   * An amount and its taxes.
   *
   * @param net without them
   */
  record Taxed(Money net, Money tps, Money tvq) {
    Money total() {
      return net.plus(tps).plus(tvq);
    }
  }

  /** As people choose it. */
  static Map<String, Taxes> words() {
    Map<String, Taxes> words = new LinkedHashMap<>();
    for (Taxes each : values()) words.put(each.word, each);
    return words;
  }

  /** The net amount and both taxes, to the cent; what is included adds up to the amount exactly. */
  Taxed of(Money amount) {
    return switch (this) {
      case NONE -> new Taxed(amount, Money.ZERO, Money.ZERO);
      case ADDED -> new Taxed(amount, share(amount, TPS), share(amount, TVQ));
      case INCLUDED -> {
        Money net =
            cents(BigDecimal.valueOf(amount.cents()).divide(WHOLE, 0, RoundingMode.HALF_UP));
        Money tps = share(net, TPS);
        yield new Taxed(net, tps, amount.minus(net).minus(tps));
      }
    };
  }

  private static Money share(Money amount, BigDecimal rate) {
    return cents(BigDecimal.valueOf(amount.cents()).multiply(rate));
  }

  private static Money cents(BigDecimal cents) {
    return new Money(cents.setScale(0, RoundingMode.HALF_UP).longValueExact());
  }
}
