package ca.greffier.value;

import static org.assertj.core.api.Assertions.assertThat;

import ca.greffier.text.Money;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EarnedValueTest {
  /** domain.md K4. */
  @Test
  void every_metric_follows_from_four_amounts() {
    EarnedValue value = value("100000", "50000", "40000", "45000");
    assertThat(plain(value.cv(), value.sv(), value.cpi(), value.spi(), value.done()))
        .containsExactly("-5000", "-10000", "0.8889", "0.8", "0.4");
    assertThat(plain(value.eacTypical(), value.eacAtypical(), value.eacMixed()))
        .containsExactly("112500", "105000", "129375");
    assertThat(plain(value.etc(), value.vac(), value.tcpiBudget(), value.tcpiEstimate()))
        .containsExactly("67500", "-12500", "1.0909", "0.8889");
    assertThat(plain(value.eacBottomUp(new BigDecimal(70000)))).containsExactly("115000");
    assertThat(value.isExhausted()).isFalse();
  }

  @Test
  void money_is_counted_in_dollars() {
    EarnedValue value =
        EarnedValue.of(new Money(10000), new Money(5000), new Money(4050), new Money(4500));
    assertThat(plain(value.cv(), value.cpi())).containsExactly("-4.5", "0.9");
    assertThat(EarnedValue.of(Money.ZERO, Money.ZERO, Money.ZERO, null).cv()).isNull();
  }

  @ParameterizedTest(name = "BAC {0} EV {1} AC {2}")
  @CsvSource({
    "100, 40, 100, n/d, true", // nothing left to pay for what remains
    "100, 40, 120, n/d, true",
    "100, 100, 80, 0, false", // nothing remains
    "100, 100, 100, n/d, false",
    "100, 110, 80, n/d, false", // more than everything was earned
    "100, 0, 0, 1, false",
    "100, 25, 50, 1.5, false",
  })
  void what_the_rest_must_cost_is_undefined_without_budget(
      String bac, String ev, String ac, String tcpi, boolean exhausted) {
    EarnedValue value = value(bac, "50", ev, ac);
    assertThat(plain(value.tcpiBudget())).containsExactly(tcpi);
    assertThat(value.isExhausted()).isEqualTo(exhausted);
  }

  @ParameterizedTest(name = "PV {0} EV {1} AC {2}")
  @CsvSource({
    "0, 0, 0, n/d, n/d, n/d, 100, n/d", // not begun
    "50, 0, 10, 0, 0, n/d, 110, n/d", // spent, nothing earned
    "0, 10, 0, n/d, n/d, n/d, 90, n/d", // earned for nothing, before the plan
    "0, 10, 20, 0.5, n/d, 200, 110, n/d",
    "50, -10, 20, -0.5, -0.2, n/d, 130, n/d",
    "50, 25, -5, -5, 0.5, n/d, 70, n/d", // credit notes
  })
  void an_index_of_nothing_foretells_nothing(
      String pv,
      String ev,
      String ac,
      String cpi,
      String spi,
      String typ,
      String atyp,
      String mix) {
    EarnedValue value = value("100", pv, ev, ac);
    assertThat(
            plain(
                value.cpi(),
                value.spi(),
                value.eacTypical(),
                value.eacAtypical(),
                value.eacMixed()))
        .containsExactly(cpi, spi, typ, atyp, mix);
  }

  @Test
  void what_is_unknown_stays_unknown() {
    EarnedValue value = new EarnedValue(null, new BigDecimal(100), new BigDecimal(80), null);
    assertThat(plain(value.sv(), value.spi())).containsExactly("-20", "0.8");
    assertThat(plain(value.cv(), value.cpi(), value.done(), value.eacAtypical(), value.vac()))
        .containsOnly("n/d");
  }

  static List<String> plain(@Nullable BigDecimal... figures) {
    return Arrays.stream(figures)
        .map(figure -> figure == null ? "n/d" : Figures.plain(figure))
        .toList();
  }

  private static EarnedValue value(String bac, String pv, String ev, String ac) {
    return new EarnedValue(
        new BigDecimal(bac), new BigDecimal(pv), new BigDecimal(ev), new BigDecimal(ac));
  }
}
