package ca.greffier.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ca.greffier.config.Dkim;
import ca.greffier.config.Secret;
import jakarta.mail.Message;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.interfaces.EdECPublicKey;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Signatures, checked by another program: Debian's python3-dkim. */
class DkimSignerTest {
  private static final Instant AT = Instant.parse("2026-03-02T14:00:00Z");

  /** Each signature of a message, with the records of its selectors. */
  private static final String VERIFY_ALL =
      """
      import dkim, sys
      records = dict(each.split(' ', 1) for each in sys.argv[2].split('|'))
      message = dkim.DKIM(open(sys.argv[1], 'rb').read())
      find = lambda name, timeout=5: records[name.decode().split('.')[0]].encode()
      print([message.verify(idx=i, dnsfunc=find) for i in range(2)])
      """;

  private static final Path PYTHON = Path.of("/usr/bin/python3");
  private static final String VERIFY =
      """
      import dkim, sys
      message = open(sys.argv[1], 'rb').read()
      record = sys.argv[2].encode()
      print(dkim.verify(message, dnsfunc=lambda name, timeout=5: record))
      """;

  @TempDir Path folder;

  /** RFC 8463, appendix A: the body of the example and its hash. */
  @Test
  void the_hash_of_a_body_is_that_of_the_example() throws Exception {
    String message =
        "From: x\r\n\r\nHi.\r\n\r\nWe lost the game.  Are you hungry yet?\r\n\r\nJoe.\r\n";
    byte[] hash =
        MessageDigest.getInstance("SHA-256")
            .digest(DkimSigner.body(message.getBytes(StandardCharsets.US_ASCII)));
    assertThat(Base64.getEncoder().encodeToString(hash))
        .isEqualTo("2jUSOH9NhtVGCQWNr9BrIAPreKQjO6Sn7XIkfJVOzv8=");
  }

  @ParameterizedTest
  @ValueSource(strings = {"RSA", "Ed25519"})
  void another_program_finds_them_good_until_anything_is_changed(String algorithm)
      throws Exception {
    assumeTrue(hasDkimpy(), "python3-dkim is not installed: signatures are not checked by it");
    KeyPair pair = pair(algorithm);
    String record = record(pair);
    String signed = signed(pair);
    assertThat(verified(signed, record)).isEqualTo("True");
    assertThat(verified(signed.replace("Bonjour", "Bonsoir"), record)).isEqualTo("False");
    assertThat(verified(signed.replace("Subject: ", "Subject: Re: "), record)).isEqualTo("False");
    assertThat(
            verified(
                signed.replace("<https://g.example/u/x>", "<https://mal.example/u/x>"), record))
        .isEqualTo("False");
    assertThat(verified("From: mal@mal.example\r\n" + signed, record))
        .as("a second sender")
        .isEqualTo("False");
    assertThat(verified("List-Help: <https://x>\r\n" + signed, record)).isEqualTo("True");
  }

  @Test
  void a_letter_bears_two_signatures_that_are_each_good() throws Exception {
    assumeTrue(hasDkimpy(), "python3-dkim is not installed: signatures are not checked by it");
    KeyPair rsa = pair("RSA");
    KeyPair edwards = pair("Ed25519");
    Dkim both =
        new Dkim(
            "exemple.ca",
            "greffier",
            settings(rsa, "greffier", "exemple.ca").key(),
            settings(edwards, "ed", "exemple.ca"));
    Path file = folder.resolve("two.eml");
    String signed = signed(both);
    Files.writeString(file, signed, StandardCharsets.ISO_8859_1);
    String records = "greffier " + record(rsa) + "|ed " + record(edwards);
    assertThat(run(List.of(PYTHON.toString(), "-c", VERIFY_ALL, file.toString(), records)))
        .isEqualTo("[True, True]");
    assertThat(signed).contains("a=rsa-sha256", "a=ed25519-sha256");
  }

  @Test
  void the_record_to_publish_is_that_of_the_key() throws Exception {
    KeyPair pair = pair("RSA");
    DkimKey key = DkimKey.of(settings(pair, "greffier", "exemple.ca"));
    assertThat(key.recordName()).isEqualTo("greffier._domainkey.exemple.ca");
    assertThat(key.record()).contains(record(pair));
  }

  @Test
  void what_is_no_key_or_no_name_is_refused() throws Exception {
    KeyPair pair = pair("RSA");
    assertThatThrownBy(() -> DkimKey.of(new Dkim("exemple.ca", "s", new Secret("???"))))
        .hasMessageContaining("mail.dkim.key");
    assertThatThrownBy(() -> DkimKey.of(new Dkim("exemple.ca", "s", new Secret("AAAA"))))
        .hasMessageContaining("mail.dkim.key");
    assertThatThrownBy(() -> DkimKey.of(settings(pair, "s; d=mal", "exemple.ca")))
        .hasMessageContaining("mail.dkim.name");
    KeyPairGenerator small = KeyPairGenerator.getInstance("RSA");
    small.initialize(512);
    assertThatThrownBy(() -> DkimKey.of(settings(small.generateKeyPair(), "s", "exemple.ca")))
        .hasMessageContaining("mail.dkim.short");
  }

  private static String signed(KeyPair pair) throws Exception {
    return signed(settings(pair, "greffier", "exemple.ca"));
  }

  private static String signed(Dkim settings) throws Exception {
    MimeMessage letter = new MimeMessage(Session.getInstance(new Properties()));
    letter.setFrom(new InternetAddress("greffier@exemple.ca", "Réseau exemple", "UTF-8"));
    letter.setRecipients(Message.RecipientType.TO, "zoe@example.org");
    letter.setSubject(
        "Une infolettre dont l’objet est assez long pour être plié en deux lignes", "UTF-8");
    letter.setSentDate(Date.from(AT));
    letter.setHeader("List-Unsubscribe", "<https://g.example/u/x>");
    letter.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
    letter.setText("Bonjour,  \r\n\r\nvoici.\t\r\n\r\n\r\n", "US-ASCII");
    letter.saveChanges();
    new DkimSigner(DkimKey.all(settings)).sign(letter, AT);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    letter.writeTo(bytes);
    return bytes.toString(StandardCharsets.ISO_8859_1);
  }

  private static Dkim settings(KeyPair pair, String selector, String domain) {
    String pem =
        "-----BEGIN PRIVATE KEY-----\n"
            + Base64.getMimeEncoder().encodeToString(pair.getPrivate().getEncoded())
            + "\n-----END PRIVATE KEY-----\n";
    return new Dkim(domain, selector, new Secret(pem));
  }

  private static KeyPair pair(String algorithm) throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
    if (algorithm.equals("RSA")) generator.initialize(2048);
    return generator.generateKeyPair();
  }

  /** For Ed25519, the last 32 bytes alone (RFC 8463, 4). */
  private static String record(KeyPair pair) {
    byte[] key = pair.getPublic().getEncoded();
    if (!(pair.getPublic() instanceof EdECPublicKey))
      return "v=DKIM1; k=rsa; p=" + Base64.getEncoder().encodeToString(key);
    byte[] raw = Arrays.copyOfRange(key, key.length - 32, key.length);
    return "v=DKIM1; k=ed25519; p=" + Base64.getEncoder().encodeToString(raw);
  }

  private static boolean hasDkimpy() throws Exception {
    if (!Files.isExecutable(PYTHON)) return false;
    return run(List.of(PYTHON.toString(), "-c", "import dkim; print('ok')")).equals("ok");
  }

  private String verified(String message, String record) throws Exception {
    Path file = folder.resolve("message.eml");
    Files.writeString(file, message, StandardCharsets.ISO_8859_1);
    return run(List.of(PYTHON.toString(), "-c", VERIFY, file.toString(), record));
  }

  private static String run(List<String> command) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return said.strip();
  }
}
