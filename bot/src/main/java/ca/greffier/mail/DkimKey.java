package ca.greffier.mail;

import ca.greffier.command.Refusal;
import ca.greffier.config.Dkim;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.EdECPrivateKey;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A private key of DKIM, and what is published of it. */
public final class DkimKey {
  private static final Pattern NOT_KEY = Pattern.compile("-----[A-Z ]+-----|\\s");
  private static final Pattern LABELS =
      Pattern.compile("[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?(?:\\.[A-Za-z0-9-]{1,63})*");
  private static final int LEAST_BITS = 1024;

  private final Dkim settings;
  private final PrivateKey key;

  private DkimKey(Dkim settings, PrivateKey key) {
    this.settings = settings;
    this.key = key;
  }

  /**
   * @throws Refusal when the key is none of RSA (1024 bits or more) or Ed25519 in PKCS#8, or the
   *     domain or the selector is no name
   */
  public static DkimKey of(Dkim settings) {
    if (!LABELS.matcher(settings.domain()).matches()
        || !LABELS.matcher(settings.selector()).matches())
      throw new Refusal("mail.dkim.name", settings.selector(), settings.domain());
    byte[] bytes;
    try {
      bytes = Base64.getDecoder().decode(NOT_KEY.matcher(settings.key().reveal()).replaceAll(""));
    } catch (IllegalArgumentException notBase64) {
      throw new Refusal("mail.dkim.key");
    }
    for (String algorithm : new String[] {"RSA", "Ed25519"}) {
      try {
        PrivateKey key =
            KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(bytes));
        if (key instanceof RSAPrivateCrtKey rsa && rsa.getModulus().bitLength() < LEAST_BITS)
          throw new Refusal("mail.dkim.short", rsa.getModulus().bitLength());
        return new DkimKey(settings, key);
      } catch (GeneralSecurityException other) {
        // the next one
      }
    }
    throw new Refusal("mail.dkim.key");
  }

  /** The keys that letters are signed with; none when they are not signed here. */
  public static List<DkimKey> all(@Nullable Dkim settings) {
    if (settings == null) return List.of();
    Dkim beside = settings.beside();
    return beside == null ? List.of(of(settings)) : List.of(of(settings), of(beside));
  }

  String domain() {
    return settings.domain();
  }

  String selector() {
    return settings.selector();
  }

  /** As a signature calls it (RFC 6376, 3.3; RFC 8463). */
  String algorithm() {
    return key instanceof EdECPrivateKey ? "ed25519-sha256" : "rsa-sha256";
  }

  /** Signs, for one thread; made once for many letters. */
  Pen pen() throws GeneralSecurityException {
    boolean edwards = key instanceof EdECPrivateKey;
    return new Pen(FastSignatures.signing(edwards ? "Ed25519" : "SHA256withRSA", key), edwards);
  }

  /** Writes signatures. */
  static final class Pen {
    private final Signature signature;
    private final boolean hashesFirst;

    private Pen(Signature signature, boolean hashesFirst) {
      this.signature = signature;
      this.hashesFirst = hashesFirst;
    }

    /** Ed25519 signs the SHA-256 of it (RFC 8463, 3). */
    byte[] sign(byte[] signed) throws GeneralSecurityException {
      signature.update(hashesFirst ? MessageDigest.getInstance("SHA-256").digest(signed) : signed);
      return signature.sign();
    }
  }

  /** Where the public key belongs. */
  public String recordName() {
    return selector() + "._domainkey." + domain();
  }

  /** What belongs there; empty for Ed25519, whose public half the private one does not hold. */
  public Optional<String> record() {
    if (!(key instanceof RSAPrivateCrtKey rsa)) return Optional.empty();
    try {
      BigInteger modulus = rsa.getModulus();
      PublicKey published =
          KeyFactory.getInstance("RSA")
              .generatePublic(new RSAPublicKeySpec(modulus, rsa.getPublicExponent()));
      String encoded = Base64.getEncoder().encodeToString(published.getEncoded());
      return Optional.of("v=DKIM1; k=rsa; p=" + encoded);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
