package ca.greffier.newsletter;

import ca.greffier.text.Markdown;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** What was sent, for anybody to read. Drafts are not in it, nor is anybody's name. */
public final class Archive {
  private final NewsletterDao lists;
  private final IssueDao issues;

  public Archive(Jdbi jdbi) {
    this.lists = jdbi.onDemand(NewsletterDao.class);
    this.issues = jdbi.onDemand(IssueDao.class);
  }

  public Optional<Newsletter> newsletter(String code) {
    return lists.byCode(code);
  }

  /** The latest first. */
  public List<Issue> issues(Newsletter newsletter) {
    return issues.sent(newsletter.id());
  }

  /** Those that hold words, whatever their accents and plurals, the best first. */
  public List<Issue> holding(Newsletter newsletter, String words) {
    return issues.holding(newsletter.id(), words);
  }

  /** Counts one more reading of an issue's page, by whomever. */
  public void seen(Issue issue) {
    issues.seen(issue.id());
  }

  public Optional<Issue> issue(String code, int number) {
    return issues.issues(code, number).stream().filter(issue -> issue.sentAt() != null).findFirst();
  }

  /** One that may not have been sent yet: for those who may write it only. */
  public Optional<Issue> any(String code, int number) {
    return issues.issues(code, number).stream().findFirst();
  }

  /** The contents of an issue as sanitised HTML, to stand below its title. */
  public String html(Issue issue) {
    return Markdown.onPage(issue.contents()).html();
  }
}
