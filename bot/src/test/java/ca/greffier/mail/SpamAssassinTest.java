package ca.greffier.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ca.greffier.command.Asks;
import ca.greffier.command.Tokens;
import ca.greffier.config.Organisation;
import ca.greffier.config.Security;
import ca.greffier.config.Smtp;
import ca.greffier.house.TestStore;
import ca.greffier.newsletter.SpamFilter.Verdict;
import ca.greffier.outbox.Letter;
import ca.greffier.outbox.LetterClass;
import ca.greffier.text.Language;
import ca.greffier.text.Messages;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a filter says of a letter: of a program that plays it, and of the true one. */
@Tag("once")
class SpamAssassinTest {
  private static final ZoneId MONTREAL = ZoneId.of("America/Toronto");
  private static final URI WEB = URI.create("https://greffier.exemple.ca/");
  private static final Smtp SMTP =
      new Smtp(
          "localhost",
          25,
          Security.NONE,
          null,
          null,
          "greffier@exemple.ca",
          "greffier@exemple.ca",
          Duration.ofSeconds(5),
          Duration.ofSeconds(5),
          null);

  /** The true one counts it against a letter when its date is not today's. */
  private static final InstantSource CLOCK = InstantSource.system();

  @TempDir Path folder;

  @Test
  void it_is_looked_for_where_programs_are() throws Exception {
    assertThat(SpamAssassin.find("")).isEmpty();
    assertThat(SpamAssassin.find("/nowhere:" + folder)).isEmpty();
    Path program = played("true");
    assertThat(SpamAssassin.find("/nowhere:" + folder)).contains(program);
  }

  @Test
  void its_score_and_the_rules_that_raise_it_are_read() throws Exception {
    Path program =
        played(
            """
            cat > %s/message
            cat <<'END'
            X-Spam-Status: Yes, score=7.3 required=5.0 tests=DRUGS_ERECTILE,NO_RELAYS

             pts rule name              description
            ---- ---------------------- ------------
            -0.0 NO_RELAYS              Informational: message was not relayed
             2.7 GUARANTEED_100_PERCENT BODY: One hundred percent guaranteed
             1.8 DRUGS_ERECTILE         Refers to an erectile drug
            END
            """
                .formatted(folder));
    Verdict verdict = judged(program, "Bilan", "Il avance.").orElseThrow();
    assertThat(verdict.score()).isEqualTo(new BigDecimal("7.3"));
    assertThat(verdict.required()).isEqualTo(new BigDecimal("5.0"));
    assertThat(verdict.rules()).containsExactly("GUARANTEED_100_PERCENT", "DRUGS_ERECTILE");
    assertThat(Files.readString(folder.resolve("message")))
        .contains("List-Unsubscribe-Post: List-Unsubscribe=One-Click", "Subject: Bilan")
        .contains("multipart/alternative");
  }

  @Test
  void one_that_fails_or_says_something_else_has_not_judged() throws Exception {
    assertThat(judged(played("exit 1"), "Bilan", "Il avance.")).isEmpty();
    assertThat(judged(played("cat"), "Bilan", "X-Spam-Status: rien")).isEmpty();
    assertThat(judged(folder.resolve("gone"), "Bilan", "Il avance.")).isEmpty();
  }

  @Test
  void the_true_one_tells_a_newsletter_from_what_nobody_wants() {
    Optional<Path> program = SpamAssassin.find(System.getenv("PATH"));
    if (program.isEmpty()) System.out.println("SKIPPED, no spamassassin: a score of the true one");
    assumeTrue(program.isPresent(), "spamassassin");
    Verdict fine = judged(program.get(), "Bilan d’hiver", "Le catalogue avance.").orElseThrow();
    assertThat(fine.score()).isLessThan(fine.required());
    Verdict loud =
        judged(program.get(), "FREE VIAGRA", "FREE VIAGRA click here!!! 100% guaranteed")
            .orElseThrow();
    assertThat(loud.score()).isGreaterThan(fine.score());
    assertThat(loud.rules()).contains("GUARANTEED_100_PERCENT");
  }

  private Path played(String script) throws IOException {
    Path program = folder.resolve("spamassassin");
    Files.writeString(program, "#!/bin/sh\n" + script + "\n");
    return Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
  }

  private static Optional<Verdict> judged(Path program, String title, String contents) {
    Messages messages = Messages.load(MONTREAL);
    Organisation organisation =
        new Organisation("Réseau exemple", "1, rue de l’Exemple", "info@exemple.ca", null, null);
    Templates templates = new Templates(messages, organisation, WEB, null);
    Tokens tokens = new Tokens(new byte[32]);
    Asks asks = new Asks(TestStore.fresh().jdbi(), tokens, CLOCK);
    Letter letter =
        Letter.of(
            LetterClass.INFOLETTRE,
            "nobody@example.org",
            "",
            Language.FRENCH,
            "infolettre",
            Map.of(
                "list",
                "nouvelles",
                "listTitle",
                "Les nouvelles",
                "number",
                "1",
                "title",
                title,
                "contents",
                contents,
                "trial",
                false));
    return new SpamAssassin(program, SMTP, templates, new Doorways(asks, tokens, WEB), CLOCK)
        .judge(letter);
  }
}
