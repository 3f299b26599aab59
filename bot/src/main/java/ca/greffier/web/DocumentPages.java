package ca.greffier.web;

import ca.greffier.command.Who;
import ca.greffier.directory.Bodies;
import ca.greffier.document.ContentStore;
import ca.greffier.document.Document;
import ca.greffier.document.DocumentVersion;
import ca.greffier.document.Documents;
import ca.greffier.document.DownloadLinks;
import ca.greffier.document.FileName;
import ca.greffier.document.Reader;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.http.NotFoundResponse;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A file of the register, for the holder of a link or whoever is signed in, with the rights they
 * have today: {@code /documents/D-12/2}, and {@code /documents/D-12} for the last version. It is
 * always saved, never opened in the page.
 */
public final class DocumentPages implements Section {
  private static final Pattern CODE = Pattern.compile("D-0?([1-9][0-9]{0,8})");
  private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,3}");

  private final Parts parts;
  private final Visitors visitors;

  /** What the page asks. */
  public record Parts(
      Documents documents,
      ContentStore store,
      DownloadLinks links,
      Who who,
      Bodies bodies,
      InstantSource clock) {}

  public DocumentPages(Parts parts, Visitors visitors) {
    this.parts = parts;
    this.visitors = visitors;
  }

  @Override
  public void addTo(JavalinDefaultRoutingApi routes, Pages pages) {
    routes.get("/documents/{code}", ctx -> downloadLast(ctx, pages));
    routes.get("/documents/{code}/{version}", ctx -> download(ctx, pages));
  }

  private void downloadLast(Context ctx, Pages pages) throws IOException {
    Optional<Reader> reader = signedIn(ctx, pages);
    if (reader.isEmpty()) return;
    Document document = document(ctx, reader.get());
    send(ctx, document, document.version(), pages);
  }

  private void download(Context ctx, Pages pages) throws IOException {
    String version = ctx.pathParam("version");
    if (!NUMBER.matcher(version).matches()) throw new NotFoundResponse();
    int number = Integer.parseInt(version);
    Optional<Reader> reader =
        ctx.queryParam("acces") == null ? signedIn(ctx, pages) : holder(ctx, number, pages);
    if (reader.isPresent()) send(ctx, document(ctx, reader.get()), number, pages);
  }

  /**
   * Whoever is signed in; others are led to where they can, and nothing is told of the document.
   */
  private Optional<Reader> signedIn(Context ctx, Pages pages) {
    Optional<Visitors.Visitor> visitor = visitors.of(ctx, pages);
    if (visitor.isEmpty()) ctx.redirect(SignInPages.PATH + pages.kept(ctx), HttpStatus.SEE_OTHER);
    return visitor.map(found -> Reader.of(found.actor(), parts.bodies(), today(pages)));
  }

  /** The holder of a link, with the rights of today, not those of the day it was made. */
  private Optional<Reader> holder(Context ctx, int version, Pages pages) {
    String access = Optional.ofNullable(ctx.queryParam("acces")).orElse("");
    DownloadLinks.Holder holder =
        parts
            .links()
            .holder(ctx.pathParam("code"), version, access)
            .orElseThrow(NotFoundResponse::new);
    if (!parts.clock().instant().isBefore(holder.until())) {
      pages.notice(ctx, HttpStatus.GONE, "document.link.expired");
      return Optional.empty();
    }
    return Optional.of(
        parts
            .who()
            .person(holder.person())
            .map(actor -> Reader.of(actor, parts.bodies(), today(pages)))
            .orElseThrow(NotFoundResponse::new));
  }

  private Document document(Context ctx, Reader reader) {
    Matcher code = CODE.matcher(ctx.pathParam("code"));
    if (!code.matches()) throw new NotFoundResponse();
    return parts
        .documents()
        .readable(Integer.parseInt(code.group(1)), reader)
        .orElseThrow(NotFoundResponse::new);
  }

  private LocalDate today(Pages pages) {
    return LocalDate.ofInstant(parts.clock().instant(), pages.messages().zone());
  }

  private void send(Context ctx, Document document, int number, Pages pages) throws IOException {
    DocumentVersion version =
        parts.documents().version(document.id(), number).orElseThrow(NotFoundResponse::new);
    String sha256 = version.sha256();
    String given = version.fileName();
    if (sha256 == null || given == null) throw new NotFoundResponse();
    Path file = parts.store().verified(sha256);
    FileName name =
        FileName.of(
            document.title(),
            given,
            version.number(),
            LocalDate.ofInstant(version.addedAt(), pages.messages().zone()));
    ctx.header("Content-Disposition", name.disposition());
    ctx.header("Content-Security-Policy", "sandbox; default-src 'none'; frame-ancestors 'none'");
    ctx.header("Content-Length", String.valueOf(Files.size(file)));
    ctx.contentType(name.mediaType());
    ctx.result(Files.newInputStream(file));
  }
}
