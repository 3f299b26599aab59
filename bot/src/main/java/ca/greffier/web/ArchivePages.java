package ca.greffier.web;

import ca.greffier.newsletter.Archive;
import ca.greffier.newsletter.Issue;
import ca.greffier.newsletter.Newsletter;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.http.NotFoundResponse;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The public archive of the newsletters: {@code /infolettres/LIST}, {@code
 * /infolettres/LIST/NUMBER}, and {@code /infolettres/LIST/atom.xml} for feed readers. Search
 * engines are asked to leave it alone, as all pages (Shield).
 */
public final class ArchivePages implements Section {
  private static final String PATH = "/infolettres/{list}";
  private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,5}");

  private static final int LONGEST_SEARCH = 200;

  /** A feed reader has seen what is older. */
  private static final int MOST_IN_FEED = 20;

  private final Archive archive;
  private final URI web;
  private final String author;

  /**
   * @param web the public address of the pages
   * @param author the organisation that writes the newsletters
   */
  public ArchivePages(Archive archive, URI web, String author) {
    this.archive = archive;
    this.web = web;
    this.author = author;
  }

  @Override
  public void addTo(JavalinDefaultRoutingApi routes, Pages pages) {
    routes.get(PATH, ctx -> list(ctx, pages));
    routes.get(PATH + "/atom.xml", this::feed);
    routes.get(PATH + "/{number}", ctx -> issue(ctx, pages));
  }

  /** An issue in the list of a page. */
  private record Shown(int number, String title, String sentAt) {}

  private void list(Context ctx, Pages pages) {
    Newsletter newsletter =
        archive.newsletter(ctx.pathParam("list")).orElseThrow(NotFoundResponse::new);
    String words = words(ctx);
    List<Issue> found =
        words.isEmpty() ? archive.issues(newsletter) : archive.holding(newsletter, words);
    List<Shown> issues = found.stream().map(issue -> shown(issue, ctx, pages)).toList();
    Map<String, Object> model =
        Map.of(
            "list", newsletter.code(),
            "title", newsletter.title(),
            "issues", issues,
            "words", words,
            "lang", Optional.ofNullable(ctx.queryParam("lang")).orElse(""),
            "kept", pages.kept(ctx));
    pages.show(ctx, HttpStatus.OK, "archive", model);
  }

  /** What is searched for; what is longer than anybody types is cut. */
  private static String words(Context ctx) {
    String typed = Optional.ofNullable(ctx.queryParam("mots")).orElse("").strip();
    return typed.length() <= LONGEST_SEARCH ? typed : typed.substring(0, LONGEST_SEARCH);
  }

  private void feed(Context ctx) {
    Newsletter list = archive.newsletter(ctx.pathParam("list")).orElseThrow(NotFoundResponse::new);
    String address = web.toString().replaceAll("/+$", "") + "/infolettres/" + list.code();
    List<Issue> issues = archive.issues(list).stream().limit(MOST_IN_FEED).toList();
    ctx.contentType("application/atom+xml; charset=utf-8");
    ctx.result(new AtomFeed(address, author, archive::html).of(list, issues));
  }

  private void issue(Context ctx, Pages pages) {
    String number = ctx.pathParam("number");
    if (!NUMBER.matcher(number).matches()) throw new NotFoundResponse();
    Issue issue =
        archive
            .issue(ctx.pathParam("list"), Integer.parseInt(number))
            .orElseThrow(NotFoundResponse::new);
    archive.seen(issue);
    Map<String, Object> model =
        Map.of(
            "list", issue.code(),
            "listTitle", issue.listTitle(),
            "issue", shown(issue, ctx, pages),
            "contents", archive.html(issue),
            "kept", pages.kept(ctx));
    pages.show(ctx, HttpStatus.OK, "issue", model);
  }

  private static Shown shown(Issue issue, Context ctx, Pages pages) {
    Instant sentAt = Objects.requireNonNull(issue.sentAt());
    return new Shown(
        issue.number(), issue.title(), pages.messages().word(pages.language(ctx), sentAt));
  }
}
