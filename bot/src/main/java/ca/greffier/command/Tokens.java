package ca.greffier.command;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Unguessable tokens, derived from the house's secret key and never stored: only their hash is.
 * Deriving lets a reminder carry the same address as the first letter, and keeps tokens out of the
 * outbox and of backups. See decision record 0003.
 */
public final class Tokens {
  private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz234567";
  private static final int BYTES = 20;

  private final SecretKeySpec key;

  /**
   * @param key 32 random bytes
   */
  public Tokens(byte[] key) {
    if (key.length < 32) throw new IllegalArgumentException("the key needs 32 bytes");
    this.key = new SecretKeySpec(key, "HmacSHA256");
  }

  /**
   * The token of a thing ({@code ask:42}): 160 bits as 32 letters and digits, fit for an address.
   */
  public String of(String thing) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(key);
      return base32(mac.doFinal(thing.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /**
   * Tells this key from another, and tells nothing of it: tokens made with it are known by this.
   */
  public String keyMark() {
    return hash(of("mark")).substring(0, 16);
  }

  /** What may be stored of a token: its SHA-256, in hexadecimal. */
  public static String hash(String token) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(token.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /**
   * RFC 4648 base 32 in lower case, without padding: mail servers may fold the case of an address.
   */
  private static String base32(byte[] bytes) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < BYTES; i += 5) {
      long five = 0;
      for (int j = 0; j < 5; j++) five = five << 8 | (bytes[i + j] & 0xff);
      for (int shift = 35; shift >= 0; shift -= 5)
        text.append(ALPHABET.charAt((int) (five >> shift) & 31));
    }
    return text.toString();
  }
}
