package ca.greffier.newsletter;

import ca.greffier.command.Kind;
import ca.greffier.command.Kinds;
import ca.greffier.command.Refusal;
import ca.greffier.command.Suggestion;
import ca.greffier.text.Folded;
import ca.greffier.text.Language;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;

/** Parameters that name a list, an issue or a subscription. */
public final class NewsletterKinds {
  private static final int MOST = 25;
  private static final Pattern CODE = Pattern.compile("[a-z0-9][a-z0-9-]{0,29}");
  private static final Pattern ISSUE = Pattern.compile("(?:([a-z0-9][a-z0-9-]{0,29})/)?(\\d{1,6})");
  private static final Pattern TOKEN = Pattern.compile("[a-z2-7]{32}");

  private final NewsletterDao lists;
  private final IssueDao issues;

  public NewsletterKinds(Jdbi jdbi) {
    this.lists = jdbi.onDemand(NewsletterDao.class);
    this.issues = jdbi.onDemand(IssueDao.class);
  }

  /** The code of a list, which may not exist yet. */
  public Kind<String> list() {
    return new Code();
  }

  /** An issue by its number, or by its list and number where several lists have that number. */
  public Kind<Issue> issue() {
    return new Numbered();
  }

  /** The language that somebody is written to in. */
  static Kind<Language> language(Kinds kinds) {
    Map<String, Language> words = new LinkedHashMap<>();
    words.put("fr", Language.FRENCH);
    words.put("en", Language.ENGLISH);
    return kinds.choice("langue", words);
  }

  /** The token of a subscription. */
  static Kind<String> subscription() {
    return new Token("newsletter.subscription.unknown");
  }

  /** The token of the letter that somebody asked for. */
  static Kind<String> request() {
    return new Token("newsletter.request.unknown");
  }

  private static List<Suggestion> fitting(Stream<Suggestion> all, String typed) {
    return all.filter(one -> Folded.of(one.label()).contains(Folded.of(typed)))
        .limit(MOST)
        .toList();
  }

  private final class Code implements Kind<String> {
    @Override
    public String parse(String typed) {
      String code = Folded.of(typed);
      if (!CODE.matcher(code).matches()) throw new Refusal("newsletter.code", typed.strip());
      return code;
    }

    @Override
    public boolean suggests() {
      return true;
    }

    @Override
    public List<Suggestion> suggest(String typed) {
      return fitting(
          lists.newsletters().stream()
              .map(each -> new Suggestion(each.code(), each.code() + " · " + each.title())),
          typed);
    }
  }

  private final class Numbered implements Kind<Issue> {
    @Override
    public Issue parse(String typed) {
      Matcher named = ISSUE.matcher(Folded.of(typed));
      if (!named.matches()) throw new Refusal("newsletter.number", typed.strip());
      String code = named.group(1) == null ? "" : named.group(1);
      List<Issue> found = issues.issues(code, Integer.parseInt(named.group(2)));
      if (found.isEmpty()) throw new Refusal("newsletter.unknown", typed.strip());
      if (found.size() > 1)
        throw new Refusal("newsletter.several", found.stream().map(Issue::name).toList());
      return found.getFirst();
    }

    @Override
    public String write(Issue issue) {
      return issue.name();
    }

    @Override
    public boolean suggests() {
      return true;
    }

    @Override
    public List<Suggestion> suggest(String typed) {
      return fitting(
          issues.latest(MOST * 4).stream()
              .map(each -> new Suggestion(each.name(), each.name() + " · " + each.title())),
          typed);
    }
  }

  /** The journal keeps the hash of the link it came by, never the token. */
  private static final class Token implements Kind<String> {
    private final String unknown;

    Token(String unknown) {
      this.unknown = unknown;
    }

    @Override
    public String parse(String typed) {
      String token = Folded.of(typed);
      if (!TOKEN.matcher(token).matches()) throw new Refusal(unknown);
      return token;
    }

    @Override
    public boolean secret() {
      return true;
    }
  }
}
