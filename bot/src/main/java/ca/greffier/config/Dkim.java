package ca.greffier.config;

import org.jspecify.annotations.Nullable;

/**
 * The key that letters are signed with (RFC 6376).
 *
 * @param domain that answers for the letters
 * @param selector which of its keys: the public one is at {@code SELECTOR._domainkey.DOMAIN}
 * @param key the private one, PEM of PKCS#8: RSA or Ed25519
 * @param beside a second key that every letter is signed with too: whoever cannot read one
 *     signature reads the other (RFC 8463, 3)
 */
public record Dkim(String domain, String selector, Secret key, @Nullable Dkim beside) {

  public Dkim(String domain, String selector, Secret key) {
    this(domain, selector, key, null);
  }

  static Dkim read(Section section, String from) {
    String domain = section.find("domain").orElse(from.substring(from.indexOf('@') + 1));
    Dkim beside =
        section
            .optionalSection("beside")
            .map(
                second -> {
                  Dkim key = new Dkim(domain, second.text("selector"), second.secret("key"));
                  second.end();
                  return key;
                })
            .orElse(null);
    Dkim dkim = new Dkim(domain, section.text("selector"), section.secret("key"), beside);
    section.end();
    return dkim;
  }
}
