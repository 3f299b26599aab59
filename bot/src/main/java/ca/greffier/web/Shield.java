package ca.greffier.web;

import io.javalin.http.ContentTooLargeResponse;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.net.URI;

/**
 * What protects every page: nothing is run (but a file of ours, where a page says so), framed,
 * cached or told to other sites (the addresses hold tokens), and a body has a limit.
 */
final class Shield {
  private static final String POLICY =
      "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self';"
          + " frame-ancestors 'none'; base-uri 'none'";
  private static final String ONE_SCRIPT = "; script-src 'self'; connect-src 'self'";
  private static final String NO_DEVICES =
      "camera=(), geolocation=(), microphone=(), payment=(), usb=()";
  private static final String ONE_YEAR = "max-age=31536000";

  private final boolean isEncrypted;

  Shield(URI publicUrl) {
    this.isEncrypted = "https".equalsIgnoreCase(publicUrl.getScheme());
  }

  void addTo(JavalinDefaultRoutingApi routes) {
    routes.before(this::protect);
  }

  /** For a page that runs a script of ours, and may ask this server for more. */
  static void allowScript(Context ctx) {
    ctx.header("Content-Security-Policy", POLICY + ONE_SCRIPT);
  }

  private void protect(Context ctx) {
    ctx.header("Content-Security-Policy", POLICY);
    ctx.header("X-Content-Type-Options", "nosniff");
    ctx.header("Referrer-Policy", "no-referrer");
    ctx.header("Permissions-Policy", NO_DEVICES);
    ctx.header("Cross-Origin-Opener-Policy", "same-origin");
    ctx.header("Cross-Origin-Resource-Policy", "same-origin");
    ctx.header("X-Robots-Tag", "noindex, nofollow");
    ctx.header("Cache-Control", "no-store");
    if (isEncrypted) ctx.header("Strict-Transport-Security", ONE_YEAR);
    int most = ctx.isMultipartFormData() ? WebDoor.MOST_UPLOAD_BYTES : WebDoor.MOST_FORM_BYTES;
    if (ctx.req().getContentLengthLong() > most) throw new ContentTooLargeResponse();
  }
}
