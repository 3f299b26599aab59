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
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A file of the register, for the holder of a link and with the rights they have today: {@code
 * /documents/D-12/2}. It is always saved, never opened in the page.
 */
public final class DocumentPages implements Section {
  private static final Pattern CODE = Pattern.compile("D-0?([1-9][0-9]{0,8})");
  private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,3}");

  private final Parts parts;

  /** What the page asks. */
  public record Parts(
      Documents documents,
      ContentStore store,
      DownloadLinks links,
      Who who,
      Bodies bodies,
      InstantSource clock) {}

  public DocumentPages(Parts parts) {
    this.parts = parts;
  }

  @Override
  public void addTo(JavalinDefaultRoutingApi routes, Pages pages) {
    routes.get("/documents/{code}/{version}", ctx -> download(ctx, pages));
  }

  private void download(Context ctx, Pages pages) throws IOException {
    Matcher code = CODE.matcher(ctx.pathParam("code"));
    String version = ctx.pathParam("version");
    if (!code.matches() || !NUMBER.matcher(version).matches()) throw new NotFoundResponse();
    int number = Integer.parseInt(version);
    Instant now = parts.clock().instant();
    String access = Optional.ofNullable(ctx.queryParam("acces")).orElse("");
    DownloadLinks.Holder holder =
        parts
            .links()
            .holder(ctx.pathParam("code"), number, access)
            .orElseThrow(NotFoundResponse::new);
    if (!now.isBefore(holder.until())) {
      pages.notice(ctx, HttpStatus.GONE, "document.link.expired");
      return;
    }
    Document document =
        reader(holder, LocalDate.ofInstant(now, pages.messages().zone()))
            .flatMap(reader -> parts.documents().readable(Integer.parseInt(code.group(1)), reader))
            .orElseThrow(NotFoundResponse::new);
    send(
        ctx,
        document,
        parts.documents().version(document.id(), number).orElseThrow(NotFoundResponse::new),
        pages);
  }

  /** With the rights of today, not those of the day the link was made. */
  private Optional<Reader> reader(DownloadLinks.Holder holder, LocalDate today) {
    return parts
        .who()
        .person(holder.person())
        .map(actor -> Reader.of(actor, parts.bodies(), today));
  }

  private void send(Context ctx, Document document, DocumentVersion version, Pages pages)
      throws IOException {
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
