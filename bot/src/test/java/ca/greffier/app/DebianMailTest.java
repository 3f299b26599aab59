package ca.greffier.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ca.greffier.command.Identity;
import ca.greffier.console.ConsoleDoor;
import ca.greffier.console.Script;
import ca.greffier.house.Scene;
import ca.greffier.house.SettableClock;
import ca.greffier.house.TestStore;
import ca.greffier.store.Store;
import ca.greffier.text.Language;
import jakarta.mail.internet.MimeMessage;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Postfix and Dovecot carry the mail both ways: out, answers, a calendar's reply, a bounce. */
@Tag("once")
class DebianMailTest {
  private static final Duration PATIENCE = Duration.ofSeconds(40);
  private static final String DAVID = "david.cohen@csl.example";

  @TempDir Path data;

  private final SettableClock clock = new SettableClock(Scene.at("2026-03-02T09:00"));

  @Test
  void letters_answers_and_bounces_go_through_real_servers() throws Exception {
    assumeTrue(
        DebianMail.isThere(),
        "postfix and dovecot-imapd are not installed, or this is not root: no real mail server");
    List<String> there =
        List.of(DemoMail.GREFFIER, Scene.CAMILLE, Scene.LOUISE, Scene.OMAR, Scene.ZOE);
    List<String> domains =
        List.of(
            "biblio.example",
            "longueuil.example",
            "laval.example",
            "csl.example",
            "trois-rivieres.example");
    try (DebianMail mail = started(there, domains);
        Store store = TestStore.fresh()) {
      DemoHouse.Ports ports = new DemoHouse.Ports(mail.smtpPort(), mail.imapPort(), 0);
      Wiring house = new Wiring(DemoHouse.config(Language.FRENCH, data, ports), store, clock);
      store.jdbi().useHandle(handle -> handle.createScript(Scene.FOLK).execute());
      Doors doors = new Doors(house);
      try {
        tell(house, doors, mail);
      } finally {
        doors.close();
      }
    }
  }

  /** Where a machine does not let them start, there is nothing to try. */
  private static DebianMail started(List<String> there, List<String> domains) {
    try {
      return new DebianMail(there, domains);
    } catch (IOException refused) {
      return Assumptions.abort("postfix or dovecot cannot be started here: " + refused);
    }
  }

  private void tell(Wiring house, Doors doors, DebianMail mail) {
    convene(house);
    doors.carry();
    for (String who : List.of(Scene.LOUISE, Scene.OMAR, Scene.ZOE))
      await(mail, "a notice to " + who, () -> !notices(mail, who).isEmpty());
    assertThat(notices(mail, DAVID)).isEmpty();

    person(house, mail, Scene.LOUISE)
        .reply(notices(mail, Scene.LOUISE).getFirst(), "Oui, je serai là!", "Greffier a écrit :");
    person(house, mail, Scene.OMAR).acceptInCalendar(notices(mail, Scene.OMAR).getFirst());
    await(
        mail,
        "two answers",
        () -> count(house, "SELECT count(*) FROM invitation WHERE presence = 'YES'") == 2);
    await(
        mail,
        "what Postfix sent back",
        () ->
            count(house, "SELECT count(*) FROM suppression WHERE address = '" + DAVID + "'") == 1);
    assertThat(count(house, "SELECT count(*) FROM suppression")).isEqualTo(1);
  }

  private static void convene(Wiring house) {
    ConsoleDoor console =
        new ConsoleDoor(
            house.desk, house.commands, house.people, house.messages, house.config.data());
    StringWriter said = new StringWriter();
    PrintWriter out = new PrintWriter(said);
    String lines =
        "rencontre planifier corps:CD titre:\"Rencontre de mars\" date:2026-03-13 heure:13:30"
            + " lieu:\"Salle des fêtes\" ordre:Budget\n"
            + "rencontre convoquer rencontre:1\n";
    BufferedReader typed = new BufferedReader(new StringReader(lines));
    assertThat(console.feed(Identity.email(Scene.CAMILLE), new Script(typed, out, out, 100, false)))
        .as(said.toString())
        .isTrue();
  }

  private DemoPerson person(Wiring house, DebianMail mail, String address) {
    String name = house.people.byEmail(address).orElseThrow().fullName();
    return new DemoPerson(name, address, mail, clock);
  }

  private static List<MimeMessage> notices(DebianMail mail, String who) {
    return mail.mails(DemoMail.to(who)).stream().filter(DemoPerson::isInvitation).toList();
  }

  private static int count(Wiring house, String sql) {
    return house.jdbi.withHandle(handle -> handle.createQuery(sql).mapTo(int.class).one());
  }

  private static void await(DebianMail mail, String what, BooleanSupplier done) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!done.getAsBoolean()) {
      if (System.nanoTime() > end)
        throw new AssertionError("waited in vain for " + what + "\n" + mail.logs());
      try {
        Thread.sleep(50);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new AssertionError(e);
      }
    }
  }
}
