package ca.greffier.gap;

import ca.greffier.text.Phrase;
import java.util.Arrays;
import java.util.Optional;

/**
 * A number that a rule compares with. Its usual value is that of domain.md; a project may set
 * another, never outside of its bounds.
 */
public enum Threshold {
  /** More than this late on the baseline is to watch (K8). */
  LATE_TOLERATED("jalon.tolere", Unit.WORKING_DAYS, 5, 0, 60),
  /** More than this late is critical (K8). */
  LATE_CRITICAL("jalon.critique", Unit.WORKING_DAYS, 10, 1, 120),
  /** Put off as many times, a date is no longer believed (K13). */
  LATE_OFTEN("jalon.reports", Unit.TIMES, 3, 2, 20),
  /** A forecast over what is authorized by more than this is to watch (K18). */
  OVER_TOLERATED("budget.tolere", Unit.PERCENT, 0, 0, 50),
  /** By more than this it is critical (K18). */
  OVER_CRITICAL("budget.critique", Unit.PERCENT, 5, 1, 100),
  /** By more than this, the steering committee decides (catalogue, 16). */
  OVER_LARGE("budget.majeur", Unit.PERCENT, 10, 1, 100),
  /** As many rounds in a row without a word are to watch. */
  SILENT_OFTEN("silence.rondes", Unit.ROUNDS, 2, 1, 12),
  /**
   * Declared done to this share and unchanged in two reports: the last part does not advance (K13).
   */
  STUCK_FROM("avancement.bloque", Unit.PERCENT, 80, 50, 99),
  /** An action this late is critical; any late one is to watch. */
  ACTION_CRITICAL("action.critique", Unit.WORKING_DAYS, 10, 1, 120),
  /** A mandate that ends within this time, without anybody named after it, is to watch. */
  MANDATE_AHEAD("mandat.avant", Unit.DAYS, 30, 1, 180),
  /** A contract that ends within this time is to watch. */
  CONTRACT_AHEAD("contrat.avant", Unit.DAYS, 30, 1, 180),
  /** Decisions of the last meeting without any action after this time are to watch. */
  DECISION_IDLE("decision.suite", Unit.WORKING_DAYS, 5, 1, 60),
  /** A line of which this share will not be used is an opportunity. */
  UNDER_LEFT("sousdepense.reste", Unit.PERCENT, 15, 1, 90),
  /** A deliverable expected this early is an opportunity. */
  EARLY_BY("avance.jours", Unit.WORKING_DAYS, 10, 1, 120),
  /** An agreement is spent this much faster or slower than its time goes by (K18). */
  PACE_POINTS("rythme.ecart", Unit.PERCENT, 15, 1, 90),
  /**
   * What is spent too slowly will be lost when no more than this share of the time is left (K18).
   */
  PACE_ENDING("rythme.fin", Unit.PERCENT, 25, 5, 90),
  /**
   * More than this share of what is spent in the last quarter of an agreement is to watch (K18).
   */
  LATE_SHARE("trimestre.part", Unit.PERCENT, 40, 10, 95),
  /** More than this share of a reserve used before the middle of the plan is to watch (K18). */
  RESERVE_USED("reserve.emploi", Unit.PERCENT, 50, 5, 95),
  /** An invoice of this amount on without a contract or an order is to watch (K18). */
  INVOICE_FROM("facture.montant", Unit.DOLLARS, 1000, 0, 100_000),
  /** An invoice of this amount on that bears no taxes is to watch (K18). */
  UNTAXED_FROM("taxes.montant", Unit.DOLLARS, 1000, 0, 100_000),
  /** A deliverable due within this time needs a person who answers for it (K13). */
  OWNER_AHEAD("responsable.avant", Unit.DAYS, 30, 1, 365),
  /** As many deliverables of one body in a week are to watch (K13). */
  WEEK_CROWDED("semaine.livrables", Unit.DELIVERABLES, 3, 2, 20),
  /** What others wait for and can slip by less than this is to watch (K13). */
  MARGIN_THIN("marge.jours", Unit.WORKING_DAYS, 5, 0, 60),
  /** A document of a meeting is still a draft this long before it. */
  DOCUMENT_AHEAD("document.avant", Unit.WORKING_DAYS, 3, 1, 20),
  /** A date expected farther than this after the approved one asks for its reason (K23). */
  CHANGE_DAYS("changement.jours", Unit.WORKING_DAYS, 5, 0, 60),
  /** An amount expected farther than this over the approved one asks for its reason (K23). */
  CHANGE_AMOUNT("changement.montant", Unit.PERCENT, 5, 0, 50);

  /** What the number counts. */
  enum Unit {
    WORKING_DAYS,
    DAYS,
    PERCENT,
    TIMES,
    ROUNDS,
    DELIVERABLES,
    DOLLARS;

    Phrase phrase(int value) {
      return Phrase.of("gap.unit." + name(), value);
    }
  }

  private final String code;
  private final Unit unit;
  private final int usual;
  private final int least;
  private final int most;

  Threshold(String code, Unit unit, int usual, int least, int most) {
    this.code = code;
    this.unit = unit;
    this.usual = usual;
    this.least = least;
    this.most = most;
  }

  /** {@code jalon.tolere}: its rule, then what it is there. */
  public String code() {
    return code;
  }

  /** The code of the rule that reads it. */
  String rule() {
    return code.substring(0, code.indexOf('.'));
  }

  int usual() {
    return usual;
  }

  int least() {
    return least;
  }

  int most() {
    return most;
  }

  /** What it decides. */
  Phrase phrase() {
    return Phrase.of("gap.threshold." + code);
  }

  /** A value of it, with its unit. */
  Phrase phrase(int value) {
    return unit.phrase(value);
  }

  static Optional<Threshold> byCode(String code) {
    return Arrays.stream(values()).filter(each -> each.code.equals(code)).findFirst();
  }
}
