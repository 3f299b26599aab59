package ca.greffier.command;

import java.util.Locale;

/**
 * How a door knows somebody.
 *
 * @param value an email address in lower case, or a Discord user id
 */
public record Identity(Where where, String value) {
  public enum Where {
    EMAIL,
    DISCORD
  }

  public static Identity email(String address) {
    return new Identity(Where.EMAIL, address.trim().toLowerCase(Locale.ROOT));
  }

  public static Identity discord(String userId) {
    return new Identity(Where.DISCORD, userId);
  }

  @Override
  public String toString() {
    return where.name().toLowerCase(Locale.ROOT) + ":" + value;
  }
}
