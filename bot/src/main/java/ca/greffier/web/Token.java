package ca.greffier.web;

import ca.greffier.command.Refusal;
import io.javalin.http.Context;
import java.util.regex.Pattern;

/** The token in an address; what cannot be one is refused without asking the database. */
final class Token {
  private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9_-]{16,64}");

  private Token() {}

  static String of(Context ctx) {
    String token = ctx.pathParam("token");
    if (!SHAPE.matcher(token).matches()) throw new Refusal("ask.unknown");
    return token;
  }
}
