package ca.greffier.app;

import ca.greffier.config.Smtp;
import ca.greffier.mail.DkimKey;
import ca.greffier.text.Phrase;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.Hashtable;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.naming.NameNotFoundException;
import javax.naming.NamingException;
import javax.naming.directory.Attribute;
import javax.naming.directory.InitialDirContext;

/**
 * What the domain of our letters publishes, so that they arrive (domain.md E7 to E9): SPF, DKIM,
 * DMARC, and the name of the server they leave by. What is lacking is told with what to publish.
 */
final class SenderDomain {
  /** The resolver of this machine. */
  static final String USUAL = "dns:";

  private static final Pattern POLICY = Pattern.compile("(?i)(?:^|;)\\s*p\\s*=\\s*([a-z]+)");
  private static final Pattern PUBLISHED = Pattern.compile("(?i)(?:^|;)\\s*p\\s*=\\s*([^;]*)");

  private static final Pattern PIECE = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"|(\\S+)");

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{1,253}");

  private final String resolver;

  /**
   * @param resolver {@code dns:}, or {@code dns://HOST:PORT}
   */
  SenderDomain(String resolver) {
    this.resolver = resolver;
  }

  /**
   * What is found.
   *
   * @param name what it is about: {@code spf}
   */
  record Finding(String name, boolean fine, Phrase words) {}

  List<Finding> look(Smtp smtp) {
    String from = smtp.from();
    String domain = from.substring(from.indexOf('@') + 1).toLowerCase(Locale.ROOT);
    List<Finding> found = new ArrayList<>();
    try {
      found.add(spf(domain, smtp.host()));
      for (DkimKey key : DkimKey.all(smtp.dkim())) found.add(dkim(key));
      found.add(dmarc(domain, from));
      found.add(ptr(smtp.host()));
    } catch (NamingException unreachable) {
      found.add(new Finding("dns.name", false, Phrase.of("app.check.dns", domain)));
    }
    return found;
  }

  private Finding spf(String domain, String host) throws NamingException {
    List<String> records =
        txt(domain).stream()
            .filter(each -> each.toLowerCase(Locale.ROOT).startsWith("v=spf1"))
            .toList();
    if (records.size() > 1)
      return new Finding("spf", false, Phrase.of("app.check.spf.several", domain, records.size()));
    return records.isEmpty()
        ? new Finding("spf", false, Phrase.of("app.check.spf.none", domain, host))
        : new Finding("spf", true, Phrase.of("app.check.record", records.getFirst()));
  }

  private Finding dkim(DkimKey key) throws NamingException {
    Optional<String> record =
        txt(key.recordName()).stream().filter(each -> each.contains("p=")).findFirst();
    String wanted = key.record().orElse("v=DKIM1; k=ed25519; p=…");
    if (record.isEmpty())
      return new Finding("dkim", false, Phrase.of("app.check.dkim.none", key.recordName(), wanted));
    boolean same = key.record().isEmpty() || published(record.get()).equals(published(wanted));
    return same
        ? new Finding("dkim", true, Phrase.of("app.check.path", key.recordName()))
        : new Finding("dkim", false, Phrase.of("app.check.dkim.another", key.recordName(), wanted));
  }

  private static String published(String record) {
    Matcher key = PUBLISHED.matcher(record);
    return key.find() ? key.group(1).replaceAll("\\s", "") : "";
  }

  private Finding dmarc(String domain, String from) throws NamingException {
    Optional<String> record =
        txt("_dmarc." + domain).stream()
            .filter(each -> each.toLowerCase(Locale.ROOT).startsWith("v=dmarc1"))
            .findFirst();
    if (record.isEmpty())
      return new Finding("dmarc", false, Phrase.of("app.check.dmarc.none", domain, from));
    Matcher policy = POLICY.matcher(record.get());
    return policy.find()
        ? new Finding("dmarc", true, Phrase.of("app.check.record", record.get()))
        : new Finding("dmarc", false, Phrase.of("app.check.dmarc.policy", domain, record.get()));
  }

  /** The address of the server has a name, which has that address. */
  private Finding ptr(String host) throws NamingException {
    for (String address : records(host, "A")) {
      String[] parts = address.split("\\.");
      String reversed =
          parts[3] + "." + parts[2] + "." + parts[1] + "." + parts[0] + ".in-addr.arpa";
      for (String name : records(reversed, "PTR")) {
        String plain = name.replaceAll("\\.$", "");
        if (records(plain, "A").contains(address))
          return new Finding("ptr.name", true, Phrase.of("app.check.ptr", address, plain));
      }
      return new Finding("ptr.name", false, Phrase.of("app.check.ptr.none", address, host));
    }
    return new Finding("ptr.name", false, Phrase.of("app.check.ptr.unknown", host));
  }

  private List<String> txt(String name) throws NamingException {
    return records(name, "TXT").stream().map(SenderDomain::joined).toList();
  }

  /** A text of more than 255 signs comes in pieces; those with blanks, between quotation marks. */
  private static String joined(String written) {
    StringBuilder joined = new StringBuilder();
    Matcher pieces = PIECE.matcher(written);
    while (pieces.find())
      joined.append(pieces.group(1) == null ? pieces.group(2) : pieces.group(1));
    return joined.toString().strip();
  }

  /** Of the JDK's own DNS provider, which deserialises nothing; a name that is a URL is none. */
  @SuppressWarnings("BanJNDI")
  private List<String> records(String name, String type) throws NamingException {
    if (!NAME.matcher(name).matches()) return List.of();
    Hashtable<String, String> environment = new Hashtable<>();
    environment.put("java.naming.factory.initial", "com.sun.jndi.dns.DnsContextFactory");
    environment.put("java.naming.provider.url", resolver);
    environment.put("com.sun.jndi.dns.timeout.initial", "2000");
    environment.put("com.sun.jndi.dns.timeout.retries", "1");
    InitialDirContext context = new InitialDirContext(environment);
    try {
      Attribute attribute = context.getAttributes(name, new String[] {type}).get(type);
      List<String> values = new ArrayList<>();
      if (attribute == null) return values;
      Enumeration<?> all = attribute.getAll();
      while (all.hasMoreElements()) values.add(String.valueOf(all.nextElement()));
      return values;
    } catch (NameNotFoundException none) {
      return List.of();
    } finally {
      context.close();
    }
  }
}
