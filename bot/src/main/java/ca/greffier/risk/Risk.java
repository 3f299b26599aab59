package ca.greffier.risk;

import ca.greffier.command.PersonId;
import ca.greffier.directory.BodyId;
import ca.greffier.plan.DeliverableId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What may happen to the project, as it was last reviewed (domain.md K22).
 *
 * @param cause why it may happen, and {@code consequence} what it would do
 * @param probability from 1, rare, to 5, nearly certain; likewise {@code impact}
 * @param previousScore that of the review before, if there was one
 * @param trigger the sign that it is about to happen; may be empty
 * @param reviewBy when it must be reviewed again
 * @param closedOn when it came true or was closed
 */
public record Risk(
    RiskId id,
    RiskKind kind,
    int number,
    String cause,
    String event,
    String consequence,
    @Nullable DeliverableId deliverable,
    @Nullable BodyId body,
    RiskState state,
    LocalDate openedOn,
    @Nullable LocalDate closedOn,
    String outcome,
    int probability,
    int impact,
    @Nullable Integer previousScore,
    Response response,
    @Nullable PersonId owner,
    String trigger,
    @Nullable LocalDate reviewBy,
    LocalDate reviewedOn) {

  /** After so many days without a review, nobody knows any more. */
  public static final int STALE_DAYS = 30;

  /** {@code R-07}, {@code O-03}. */
  public String code() {
    return kind.code(number);
  }

  /** From 1 to 25. */
  public int score() {
    return probability * impact;
  }

  public Level level() {
    return Level.of(score());
  }

  public Trend trend() {
    if (previousScore == null) return Trend.NEW;
    int difference = Integer.compare(score(), previousScore);
    return difference > 0 ? Trend.UP : difference < 0 ? Trend.DOWN : Trend.STEADY;
  }

  public boolean isOpen() {
    return state == RiskState.OPEN;
  }

  /** Open, and either past its date of review or not reviewed for more than 30 days. */
  public boolean isUnreviewed(LocalDate today) {
    return isOpen()
        && ((reviewBy != null && reviewBy.isBefore(today))
            || reviewedOn.plusDays(STALE_DAYS).isBefore(today));
  }

  Review review(String words) {
    return new Review(probability, impact, response, owner, trigger, reviewBy, words);
  }
}
