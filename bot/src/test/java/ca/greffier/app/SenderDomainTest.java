package ca.greffier.app;

import static org.assertj.core.api.Assertions.assertThat;

import ca.greffier.config.Dkim;
import ca.greffier.config.Secret;
import ca.greffier.config.Security;
import ca.greffier.config.Smtp;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A domain as its own name server tells it. */
class SenderDomainTest {
  private final Map<String, List<String>> records = new HashMap<>();

  @Test
  void a_domain_that_publishes_all_is_fine() throws Exception {
    KeyPair pair = pair();
    String key = Base64.getEncoder().encodeToString(pair.getPublic().getEncoded());
    records.put("TXT exemple.ca", List.of("google-site=1", "v=spf1 a:smtp.exemple.ca -all"));
    records.put("TXT greffier._domainkey.exemple.ca", List.of("v=DKIM1; k=rsa; p=" + key));
    records.put(
        "TXT _dmarc.exemple.ca", List.of("v=DMARC1; p=quarantine; rua=mailto:g@exemple.ca"));
    records.put("A smtp.exemple.ca", List.of("192.0.2.7"));
    records.put("PTR 7.2.0.192.in-addr.arpa", List.of("smtp.exemple.ca"));
    assertThat(look(dkim(pair)))
        .containsExactly(
            "spf true app.check.record",
            "dkim true app.check.path",
            "dmarc true app.check.record",
            "ptr.name true app.check.ptr");
  }

  @Test
  void what_is_lacking_is_told_with_what_to_publish() throws Exception {
    assertThat(look(dkim(pair())))
        .containsExactly(
            "spf false app.check.spf.none",
            "dkim false app.check.dkim.none",
            "dmarc false app.check.dmarc.none",
            "ptr.name false app.check.ptr.unknown");
    records.put("TXT exemple.ca", List.of("v=spf1 -all", "v=spf1 ~all"));
    records.put("TXT greffier._domainkey.exemple.ca", List.of("v=DKIM1; k=rsa; p=AAAA"));
    records.put("TXT _dmarc.exemple.ca", List.of("v=DMARC1; rua=mailto:g@exemple.ca"));
    records.put("A smtp.exemple.ca", List.of("192.0.2.7"));
    records.put("PTR 7.2.0.192.in-addr.arpa", List.of("autre.exemple.ca"));
    assertThat(look(dkim(pair())))
        .containsExactly(
            "spf false app.check.spf.several",
            "dkim false app.check.dkim.another",
            "dmarc false app.check.dmarc.policy",
            "ptr.name false app.check.ptr.none");
  }

  @Test
  void a_name_server_that_does_not_answer_is_told() throws Exception {
    try (DatagramSocket mute = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
      assertThat(new SenderDomain("dns://127.0.0.1:" + mute.getLocalPort()).look(smtp(null)))
          .extracting(SenderDomain.Finding::name)
          .containsExactly("dns.name");
    }
  }

  private List<String> look(@Nullable Dkim dkim) throws Exception {
    try (NameServer server = new NameServer(records)) {
      return new SenderDomain("dns://127.0.0.1:" + server.port())
          .look(smtp(dkim)).stream()
              .map(each -> each.name() + " " + each.fine() + " " + each.words().key())
              .toList();
    }
  }

  private static Smtp smtp(@Nullable Dkim dkim) {
    return new Smtp(
        "smtp.exemple.ca",
        587,
        Security.STARTTLS,
        null,
        null,
        "greffier@exemple.ca",
        "greffier@exemple.ca",
        Duration.ofSeconds(1),
        Duration.ofSeconds(1),
        dkim);
  }

  private static KeyPair pair() throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(2048);
    return generator.generateKeyPair();
  }

  private static Dkim dkim(KeyPair pair) {
    String key = Base64.getEncoder().encodeToString(pair.getPrivate().getEncoded());
    return new Dkim("exemple.ca", "greffier", new Secret(key));
  }
}
