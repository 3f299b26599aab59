package ca.greffier.config;

/**
 * The key that letters are signed with (RFC 6376).
 *
 * @param domain that answers for the letters
 * @param selector which of its keys: the public one is at {@code SELECTOR._domainkey.DOMAIN}
 * @param key the private one, PEM of PKCS#8: RSA or Ed25519
 */
public record Dkim(String domain, String selector, Secret key) {
  static Dkim read(Section section, String from) {
    Dkim dkim =
        new Dkim(
            section.find("domain").orElse(from.substring(from.indexOf('@') + 1)),
            section.text("selector"),
            section.secret("key"));
    section.end();
    return dkim;
  }
}
