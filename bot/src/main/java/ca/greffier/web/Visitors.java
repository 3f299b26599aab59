package ca.greffier.web;

import ca.greffier.command.Actor;
import ca.greffier.command.Refusal;
import ca.greffier.command.Tokens;
import ca.greffier.command.Who;
import ca.greffier.directory.Sessions;
import io.javalin.http.Context;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;

/**
 * Who is signed in. The cookie says which session; the person, their role and their language are
 * looked up at each request.
 */
public final class Visitors {
  private static final int SEAL_LENGTH = 32;

  private final Sessions sessions;
  private final Who who;
  private final Cookies cookies;

  public Visitors(Sessions sessions, Who who, URI publicUrl) {
    this.sessions = sessions;
    this.who = who;
    this.cookies = new Cookies(publicUrl);
  }

  /**
   * Somebody signed in.
   *
   * @param seal what their forms carry, so that no other site can send one for them
   */
  record Visitor(Actor actor, int session, String seal) {}

  Cookies cookies() {
    return cookies;
  }

  /** The person of this request's session; from here on the page speaks their language. */
  Optional<Visitor> of(Context ctx, Pages pages) {
    Optional<Visitor> visitor = cookies.read(ctx, Cookies.Name.SESSION).flatMap(this::known);
    visitor.ifPresent(found -> pages.speak(ctx, found.actor().language()));
    return visitor;
  }

  private Optional<Visitor> known(String secret) {
    return sessions
        .holder(secret)
        .flatMap(
            holder ->
                who.person(holder.person())
                    .map(actor -> new Visitor(actor, holder.number(), seal(secret))));
  }

  /** What a form carries beside a cookie: it cannot be told without knowing the cookie. */
  static String seal(String secret) {
    return Tokens.hash("form " + secret).substring(0, SEAL_LENGTH);
  }

  /**
   * @throws Refusal when a form does not carry its seal: it was left open too long, or comes from
   *     elsewhere
   */
  static void check(Context ctx, String seal) {
    String carried = Optional.ofNullable(ctx.formParam("_seal")).orElse("");
    if (!MessageDigest.isEqual(
        carried.getBytes(StandardCharsets.UTF_8), seal.getBytes(StandardCharsets.UTF_8)))
      throw new Refusal("web.stale");
  }
}
