package ca.greffier.risk;

import ca.greffier.command.PersonId;
import ca.greffier.command.Refusal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** The register of risks and occasions. Nothing leaves it: what is closed says so. */
public final class Risks {
  /** Later than any review: the register as it is. */
  private static final LocalDate EVER = LocalDate.of(9999, 12, 31);

  private final RiskDao dao;
  private final IssueDao issues;
  private final ZoneId zone;

  /**
   * @param zone in which a day begins
   */
  public Risks(Jdbi jdbi, ZoneId zone) {
    this.dao = jdbi.onDemand(RiskDao.class);
    this.issues = jdbi.onDemand(IssueDao.class);
    this.zone = zone;
  }

  /** Everything ever noted, the worst first. */
  public List<Risk> all() {
    return dao.on(EVER);
  }

  /** What may still happen, of both kinds, the worst first. */
  public List<Risk> open() {
    return all().stream().filter(Risk::isOpen).toList();
  }

  /** What was open at the end of a day, as it was believed then. */
  public List<Risk> openOn(LocalDate day) {
    return dao.on(day).stream().filter(Risk::isOpen).toList();
  }

  /** Open ones past their date of review, or not reviewed for more than 30 days (K22). */
  public List<Risk> unreviewed(LocalDate today) {
    return open().stream().filter(risk -> risk.isUnreviewed(today)).toList();
  }

  public Risk get(RiskId id) {
    return dao.get(id, EVER).orElseThrow(() -> new IllegalArgumentException("none: " + id));
  }

  public Optional<Risk> byNumber(RiskKind kind, int number) {
    return dao.byNumber(kind, number, EVER);
  }

  /** Its reviews, the latest first. */
  List<Reviewed> reviews(RiskId id) {
    return dao.reviews(id);
  }

  /** Notes a new one; its first review is that of the day. */
  Risk add(RiskStatement statement, Review first, PersonId by, Instant at) {
    requireComing(first.reviewBy(), at);
    dao.lock();
    RiskId id = dao.insert(statement, today(at));
    dao.review(id, first, by, today(at));
    return get(id);
  }

  /**
   * Reviews an open one; a date of review that has come is forgotten when no other is given.
   *
   * @throws Refusal when it is closed, or the next date of review is not to come
   */
  Risk review(Risk risk, Review review, PersonId by, Instant at) {
    if (!risk.isOpen()) throw closed(risk);
    LocalDate next = review.reviewBy();
    Review kept = review;
    if (next != null && next.equals(risk.reviewBy()) && !next.isAfter(today(at)))
      kept = review.until(null);
    requireComing(kept.reviewBy(), at);
    dao.review(risk.id(), kept, by, today(at));
    dao.reminded(risk.id(), null);
    return get(risk.id());
  }

  /**
   * Notes that it came true; a risk opens an issue, an occasion does not.
   *
   * @throws Refusal when it is closed already
   */
  Optional<Issue> occur(Risk risk, String words, Instant at) {
    issues.lock();
    if (dao.close(risk.id(), RiskState.OCCURRED, today(at), words) == 0) throw closed(risk);
    if (risk.kind() == RiskKind.OPPORTUNITY) return Optional.empty();
    return Optional.of(issues.get(issues.insert(IssueDraft.of(risk), today(at))));
  }

  /**
   * @throws Refusal when it is closed already
   */
  void close(Risk risk, String words, Instant at) {
    if (dao.close(risk.id(), RiskState.CLOSED, today(at), words) == 0) throw closed(risk);
  }

  LocalDate today(Instant at) {
    return LocalDate.ofInstant(at, zone);
  }

  private void requireComing(@Nullable LocalDate date, Instant at) {
    if (date != null && !date.isAfter(today(at))) throw new Refusal("risk.review.past", date);
  }

  private Refusal closed(Risk risk) {
    Risk now = get(risk.id());
    return new Refusal(
        "risk.closed.already", now.code(), Optional.ofNullable(now.closedOn()).orElse(EVER));
  }
}
