package ca.greffier.risk;

import ca.greffier.command.Refusal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** The register of issues: what has happened and is to be dealt with. */
public final class Issues {
  private final IssueDao dao;
  private final ZoneId zone;

  /**
   * @param zone in which a day begins
   */
  public Issues(Jdbi jdbi, ZoneId zone) {
    this.dao = jdbi.onDemand(IssueDao.class);
    this.zone = zone;
  }

  /** Everything ever noted, open ones and the worst first. */
  public List<Issue> all() {
    return dao.all();
  }

  public List<Issue> open() {
    return all().stream().filter(Issue::isOpen).toList();
  }

  /** What was open at the end of a day. */
  public List<Issue> openOn(LocalDate day) {
    return all().stream()
        .filter(issue -> !issue.openedOn().isAfter(day))
        .filter(issue -> issue.closedOn() == null || issue.closedOn().isAfter(day))
        .toList();
  }

  public Optional<Issue> byNumber(int number) {
    return dao.byNumber(number);
  }

  /** Those that a risk left when it came true. */
  public List<Issue> of(RiskId risk) {
    return dao.of(risk);
  }

  Issue open(IssueDraft draft, Instant at) {
    dao.lock();
    return dao.get(dao.insert(draft, today(at)));
  }

  /**
   * @throws Refusal when it is closed already
   */
  void close(Issue issue, String words, Instant at) {
    if (dao.close(issue.id(), today(at), words) > 0) return;
    LocalDate since = Optional.ofNullable(dao.get(issue.id()).closedOn()).orElse(today(at));
    throw new Refusal("risk.issue.closed.already", issue.code(), since);
  }

  LocalDate today(Instant at) {
    return LocalDate.ofInstant(at, zone);
  }
}
