package ca.greffier.web;

import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.SameSite;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The two cookies of the pages that need to know somebody: the session's, and the one that ties a
 * sign-in link to the browser that asked for it. No script reads them, no other site sends them,
 * and behind TLS the browser takes them from nowhere else ({@code __Host-}).
 */
final class Cookies {
  private static final Pattern SHAPE = Pattern.compile("[0-9a-f]{32,64}");

  private final boolean isEncrypted;
  private final String prefix;

  Cookies(URI publicUrl) {
    this.isEncrypted = "https".equalsIgnoreCase(publicUrl.getScheme());
    this.prefix = isEncrypted ? "__Host-" : "";
  }

  /** A cookie by its name. */
  enum Name {
    SESSION("greffier-session"),
    BROWSER("greffier-entree");

    private final String text;

    Name(String text) {
      this.text = text;
    }
  }

  Optional<String> read(Context ctx, Name name) {
    return Optional.ofNullable(ctx.cookie(prefix + name.text))
        .filter(value -> SHAPE.matcher(value).matches());
  }

  void set(Context ctx, Name name, String value, Duration life) {
    put(ctx, name, value, (int) life.toSeconds());
  }

  void remove(Context ctx, Name name) {
    put(ctx, name, "", 0);
  }

  private void put(Context ctx, Name name, String value, int seconds) {
    ctx.cookie(
        new Cookie(prefix + name.text, value, "/", seconds, isEncrypted, true, null, SameSite.LAX));
  }
}
