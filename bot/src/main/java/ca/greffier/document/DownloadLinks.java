package ca.greffier.document;

import ca.greffier.command.PersonId;
import ca.greffier.command.Tokens;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

/**
 * Addresses under which one person can download one version for a while. The rights are looked at
 * again when the link is used: it says who they are, and nothing more.
 */
public final class DownloadLinks {
  private static final int BYTES = 2 * Long.BYTES;

  private final Tokens tokens;
  private final URI web;

  /**
   * @param web the public address of the pages
   */
  public DownloadLinks(Tokens tokens, URI web) {
    this.tokens = tokens;
    this.web = web;
  }

  /** Who holds a link, and until when. */
  public record Holder(PersonId person, Instant until) {}

  /** {@code https://…/documents/D-12/2?acces=…}. */
  public String link(String code, int version, PersonId person, Instant until) {
    long seconds = until.getEpochSecond();
    byte[] who = ByteBuffer.allocate(BYTES).putLong(person.value()).putLong(seconds).array();
    String access = Base64.getUrlEncoder().withoutPadding().encodeToString(who);
    String base = web.toString().replaceFirst("/$", "");
    return base
        + "/documents/"
        + code
        + "/"
        + version
        + "?acces="
        + access
        + "."
        + sign(code, version, access);
  }

  /** The holder of a link of ours; empty when it was forged or is another version's. */
  public Optional<Holder> holder(String code, int version, String access) {
    int point = access.indexOf('.');
    if (point < 0 || access.length() > 100) return Optional.empty();
    String who = access.substring(0, point);
    if (!isSame(access.substring(point + 1), sign(code, version, who))) return Optional.empty();
    ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(who));
    return Optional.of(
        new Holder(new PersonId(bytes.getLong()), Instant.ofEpochSecond(bytes.getLong())));
  }

  private String sign(String code, int version, String who) {
    return tokens.of("document:" + code + ":" + version + ":" + who);
  }

  private static boolean isSame(String one, String other) {
    return MessageDigest.isEqual(
        one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
  }
}
