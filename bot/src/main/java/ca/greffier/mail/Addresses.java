package ca.greffier.mail;

import ca.greffier.command.Tokens;
import ca.greffier.config.Smtp;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The house's own addresses.
 *
 * @param from where letters come from
 * @param replies where answers come in: {@code greffier@example.org}; {@code greffier+TOKEN@…}
 *     reaches the same mailbox
 */
public record Addresses(String from, String replies) {
  private static final int ID_DIGITS = 32;
  private static final Pattern TOKEN = Pattern.compile("[a-z2-7]{32}");

  public static Addresses of(Smtp smtp) {
    return new Addresses(smtp.from(), smtp.replies());
  }

  /** The domain under which we write. */
  public String domain() {
    return domain(from);
  }

  /** Where the answers to an Ask come in. */
  public String replyTo(String token) {
    return localPart() + "+" + token + "@" + domain(replies);
  }

  /** The token of an address of ours, whatever its case: servers may fold it. */
  Optional<String> token(String address) {
    String folded = address.toLowerCase(Locale.ROOT);
    String start = localPart().toLowerCase(Locale.ROOT) + "+";
    String end = "@" + domain(replies);
    if (!folded.startsWith(start) || !folded.endsWith(end)) return Optional.empty();
    String token =
        folded.substring(start.length(), Math.max(start.length(), folded.length() - end.length()));
    Matcher matcher = TOKEN.matcher(token);
    return matcher.matches() ? Optional.of(token) : Optional.empty();
  }

  /**
   * The first token of ours among these addresses, whatever their domain: some servers rewrite it.
   */
  Optional<String> tokenIn(String addresses) {
    Matcher matcher =
        Pattern.compile(
                "(?<![\\w.+-])" + Pattern.quote(localPart()) + "\\+([a-z2-7]{32})@",
                Pattern.CASE_INSENSITIVE)
            .matcher(addresses);
    return matcher.find()
        ? Optional.of(matcher.group(1).toLowerCase(Locale.ROOT))
        : Optional.empty();
  }

  boolean isOurs(String address) {
    return address.equalsIgnoreCase(from)
        || address.equalsIgnoreCase(replies)
        || token(address).isPresent();
  }

  /** The same for every attempt at a parcel, and on both sides of a crash. */
  String messageId(String onceKey) {
    return "<" + Tokens.hash(onceKey).substring(0, ID_DIGITS) + "@" + domain() + ">";
  }

  /** What stands before the {@code +TOKEN}. */
  String localPart() {
    return replies.substring(0, replies.lastIndexOf('@'));
  }

  private static String domain(String address) {
    return address.substring(address.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
  }
}
