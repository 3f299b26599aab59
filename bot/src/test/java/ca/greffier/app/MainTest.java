package ca.greffier.app;

import static org.assertj.core.api.Assertions.assertThat;

import ca.greffier.house.Snapshots;
import ca.greffier.text.Language;
import ca.greffier.text.Messages;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class MainTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final Messages messages = Messages.load(ZoneId.of("America/Toronto"));

  private int run(Language language, String... arguments) {
    Shell shell =
        new Shell(
            messages, language, InputStream.nullInputStream(), stream(out), stream(err), Map.of());
    return Main.run(List.of(arguments), shell);
  }

  private static PrintStream stream(ByteArrayOutputStream bytes) {
    return new PrintStream(bytes, true, StandardCharsets.UTF_8);
  }

  private String said() {
    return out.toString(StandardCharsets.UTF_8);
  }

  private String complained() {
    return err.toString(StandardCharsets.UTF_8).strip();
  }

  @ParameterizedTest
  @EnumSource
  void help_is_read_as_kept(Language language) {
    for (String verb :
        List.of(
            "",
            "demo",
            "run",
            "console",
            "check",
            "inspect",
            "inspect calendar",
            "inspect evm",
            "inspect mail",
            "inspect minutes",
            "inspect plan",
            "bench",
            "bench plan")) {
      assertThat(run(language, (verb + " --help").strip().split(" "))).isZero();
    }
    Snapshots.verify("app/help_" + language.tag() + ".txt", said());
    assertThat(complained()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "demo", "run", "console", "check", "inspect", "bench"})
  void every_verb_tells_the_version(String verb) {
    assertThat(verb.isEmpty() ? run(Language.FRENCH, "-V") : run(Language.FRENCH, verb, "-V"))
        .isZero();
    assertThat(said()).startsWith("Greffier ").contains("Java");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '→',
      value = {
        "rnu → « rnu » n’est pas connu. Vouliez-vous dire « run »? Voyez greffier --help.",
        "frobnicate → « frobnicate » n’est pas connu. Voyez greffier --help.",
        "run → il manque --config FILE. Voyez greffier run --help.",
        "check --config → il manque --config FILE. Voyez greffier check --help.",
        "run --confg x → « --confg » n’est pas connu. Vouliez-vous dire « --config »? Voyez"
            + " greffier run --help.",
        "demo --wxyz → l’option --wxyz n’existe pas. Voyez greffier demo --help.",
        "demo --lang xx → --lang fr|en n’accepte pas « xx ». Voyez greffier demo --help.",
        "console --data a --config b → --data et --config ne vont pas ensemble. Voyez greffier"
            + " console --help.",
        "run --config f extra → « extra » n’est pas connu. Voyez greffier run --help.",
        "bench → dites quoi mesurer, un plan ou une infolettre. Voyez greffier bench --help.",
        "inspect → dites quoi lire : greffier inspect plan, par exemple. Voyez greffier inspect"
            + " --help.",
        "inspect evm → il manque FILE.csv. Voyez greffier inspect evm --help.",
        "inspect plan → il manque FILE. Voyez greffier inspect plan --help.",
        "'' → dites quoi faire : demo, run, console, check, inspect ou bench. Voyez greffier"
            + " --help.",
      })
  void bad_usage_is_one_line_with_the_remedy_and_status_2(String typed, String complaint) {
    String[] arguments = typed.isEmpty() ? new String[0] : typed.split(" ");
    assertThat(run(Language.FRENCH, arguments)).isEqualTo(2);
    assertThat(complained().replace('\u00a0', ' ')).isEqualTo("greffier : " + complaint);
    assertThat(said()).isEmpty();
  }

  @Test
  void a_calendar_is_told_in_one_line_alone_or_in_a_mail(@TempDir Path folder) throws IOException {
    String calendar =
        """
        BEGIN:VCALENDAR
        VERSION:2.0
        PRODID:-//Exemple//FR
        METHOD:REPLY
        BEGIN:VEVENT
        UID:rencontre-7@example.org
        DTSTAMP:20261124T150500Z
        DTSTART:20261201T150000Z
        ORGANIZER:mailto:greffier@example.org
        ATTENDEE;PARTSTAT=ACCEPTED:mailto:jeanne@example.org
        END:VEVENT
        END:VCALENDAR
        """;
    Path alone = Files.writeString(folder.resolve("reponse.ics"), calendar);
    Path mail =
        Files.writeString(
            folder.resolve("reponse.eml"),
            "From: jeanne@example.org\nContent-Type: text/calendar; method=REPLY\n\n" + calendar);
    Path words = Files.writeString(folder.resolve("mots.eml"), "From: a@example.org\n\nBonjour\n");
    String held =
        "\"method\":\"REPLY\",\"events\":1,\"uid\":\"rencontre-7@example.org\",\"sequence\":0,"
            + "\"recurrenceId\":null,\"start\":\"20261201T150000Z\",\"attendees\":[{\"address\":"
            + "\"jeanne@example.org\",\"partstat\":\"ACCEPTED\"}],\"warnings\":[]}";
    assertThat(
            run(
                Language.ENGLISH,
                "inspect",
                "calendar",
                alone.toString(),
                mail.toString(),
                words.toString()))
        .isZero();
    assertThat(said().lines())
        .containsExactly(
            "{\"file\":\"" + alone + "\"," + held,
            "{\"file\":\"" + mail + "\"," + held,
            "{\"file\":\""
                + words
                + "\",\"refused\":\"this file is not a calendar. Export it again in the iCalendar"
                + " format (.ics).\"}");
  }

  @Test
  void a_mail_is_told_in_one_line(@TempDir Path folder) throws IOException {
    Path answer =
        Files.writeString(
            folder.resolve("reponse.eml"),
            "From: jeanne@example.org\n\nOui.\n\n> Serez-vous là ?\n");
    Path bounce =
        Files.writeString(
            folder.resolve("retour.eml"),
            "From: MAILER-DAEMON@example.net\nSubject: failure notice\n\n<louis@example.org>:\n"
                + "550 5.1.1 User unknown\n");
    assertThat(run(Language.FRENCH, "inspect", "mail", answer.toString(), bounce.toString()))
        .isZero();
    assertThat(said().lines())
        .containsExactly(
            "{\"file\":\"" + answer + "\",\"kind\":\"answer\",\"text\":\"Oui.\"}",
            "{\"file\":\""
                + bounce
                + "\",\"kind\":\"bounce\",\"recipients\":[{\"address\":\"louis@example.org\","
                + "\"action\":\"failed\",\"status\":\"5.1.1\",\"permanent\":true}],\"text\":\""
                + "<louis@example.org>:\\n550 5.1.1 User unknown\\n\"}");
  }

  @Test
  void a_schedule_is_told_in_one_line_or_refused_in_one(@TempDir Path folder) throws IOException {
    Path plan = folder.resolve("plan.gan");
    Files.writeString(
        plan,
        "<project><tasks><task id='1' name='A' meeting='true'"
            + " start='2026-03-02'/></tasks></project>");
    Path none = folder.resolve("rien.mpp");
    assertThat(run(Language.ENGLISH, "inspect", "plan", plan.toString(), none.toString())).isZero();
    assertThat(said().lines())
        .containsExactly(
            "{\"file\":\""
                + plan
                + "\",\"format\":\"GAN\",\"tasks\":1,\"summaries\":0,\"milestones\":1,\"links\":0,"
                + "\"resources\":0,\"assignments\":0,\"baselines\":0,\"start\":\"2026-03-02\","
                + "\"finish\":\"2026-03-02\",\"warnings\":[]}",
            "{\"file\":\"%s\",\"refused\":\"the file %s does not exist.\"}".formatted(none, none));
    assertThat(complained()).isEmpty();
  }

  @Test
  void the_language_is_asked_for_or_that_of_the_shell_or_french() {
    assertThat(Main.language(List.of("demo", "--lang", "en"), Map.of("LANG", "fr_CA.UTF-8")))
        .isEqualTo(Language.ENGLISH);
    assertThat(Main.language(List.of("--lang=fr"), Map.of("LANG", "en_CA")))
        .isEqualTo(Language.FRENCH);
    assertThat(Main.language(List.of(), Map.of("LC_ALL", "", "LANG", "en_CA.UTF-8")))
        .isEqualTo(Language.ENGLISH);
    assertThat(Main.language(List.of(), Map.of("LC_ALL", "C.UTF-8", "LANG", "en_CA")))
        .isEqualTo(Language.FRENCH);
    assertThat(Main.language(List.of("--lang"), Map.of())).isEqualTo(Language.FRENCH);
  }
}
