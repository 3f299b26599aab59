package ca.greffier.web;

import ca.greffier.document.PublicPictures;
import ca.greffier.document.PublicPictures.Picture;
import ca.greffier.text.Markdown;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.io.IOException;
import java.nio.file.Files;

/** The pictures of what was published: {@code /images/D-12}. */
public final class PicturePages implements Section {
  private final PublicPictures pictures;

  public PicturePages(PublicPictures pictures) {
    this.pictures = pictures;
  }

  @Override
  public void addTo(JavalinDefaultRoutingApi routes, Pages pages) {
    routes.get(Markdown.PICTURES + "{code}", this::send);
  }

  private void send(Context ctx) throws IOException {
    Picture picture = pictures.of(ctx.pathParam("code")).orElseThrow(NotFoundResponse::new);
    ctx.header("Content-Security-Policy", "sandbox; default-src 'none'; frame-ancestors 'none'");
    ctx.contentType(picture.type().mediaType());
    ctx.result(Files.newInputStream(picture.file()));
  }
}
