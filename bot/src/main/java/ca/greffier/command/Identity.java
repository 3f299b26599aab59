package ca.greffier.command;

import java.util.Locale;

/**
 * How a door knows somebody.
 *
 * @param value an email address in lower case, a Discord user id, or the hash of a link's token
 */
public record Identity(Where where, String value) {
  public enum Where {
    EMAIL,
    DISCORD,
    /** Nothing is known but that they hold a link: who unsubscribes needs no account. */
    LINK
  }

  public static Identity email(String address) {
    return new Identity(Where.EMAIL, address.trim().toLowerCase(Locale.ROOT));
  }

  public static Identity discord(String userId) {
    return new Identity(Where.DISCORD, userId);
  }

  /** Somebody who came by a link; what is kept of it does not open anything. */
  public static Identity link(String token) {
    return new Identity(Where.LINK, Tokens.hash(token));
  }

  @Override
  public String toString() {
    return where.name().toLowerCase(Locale.ROOT) + ":" + value;
  }
}
