package ca.greffier.web;

import ca.greffier.document.Classification;
import ca.greffier.document.ContentStore;
import ca.greffier.document.Document;
import ca.greffier.document.DocumentVersion;
import ca.greffier.document.Documents;
import ca.greffier.document.FileType;
import ca.greffier.document.Reader;
import ca.greffier.text.Markdown;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The pictures of what was published: {@code /images/D-12}, the last version of a document of the
 * register that is public and a picture. Whoever asks learns nothing of the others.
 */
public final class PicturePages implements Section {
  private static final Pattern CODE = Pattern.compile("D-0?([1-9][0-9]{0,8})");
  private static final Reader ANYBODY = new Reader(false, false, new Long[0]);

  private final Documents documents;
  private final ContentStore store;

  public PicturePages(Documents documents, ContentStore store) {
    this.documents = documents;
    this.store = store;
  }

  @Override
  public void addTo(JavalinDefaultRoutingApi routes, Pages pages) {
    routes.get(Markdown.PICTURES + "{code}", this::send);
  }

  private void send(Context ctx) throws IOException {
    Matcher code = CODE.matcher(ctx.pathParam("code"));
    if (!code.matches()) throw new NotFoundResponse();
    Document document =
        documents
            .readable(Integer.parseInt(code.group(1)), ANYBODY)
            .filter(found -> found.classification() == Classification.PUBLIC)
            .filter(found -> !found.isWithdrawn())
            .orElseThrow(NotFoundResponse::new);
    DocumentVersion last =
        documents.version(document.id(), document.version()).orElseThrow(NotFoundResponse::new);
    String sha256 = last.sha256();
    String name = last.fileName();
    if (sha256 == null || name == null) throw new NotFoundResponse();
    FileType type = Optional.of(name).flatMap(FileType::picture).orElseThrow(NotFoundResponse::new);
    ctx.header("Content-Security-Policy", "sandbox; default-src 'none'; frame-ancestors 'none'");
    ctx.contentType(type.mediaType());
    ctx.result(Files.newInputStream(store.verified(sha256)));
  }
}
