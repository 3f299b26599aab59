package ca.greffier.app;

import static ca.greffier.chat.Given.option;
import static org.assertj.core.api.Assertions.assertThat;

import ca.greffier.chat.DiscordServer;
import ca.greffier.chat.DiscordUser;
import ca.greffier.chat.Interaction;
import ca.greffier.command.Identity;
import ca.greffier.command.PersonId;
import ca.greffier.config.Config;
import ca.greffier.config.Discord;
import ca.greffier.config.Secret;
import ca.greffier.config.Web;
import ca.greffier.console.ConsoleDoor;
import ca.greffier.console.Script;
import ca.greffier.house.Scene;
import ca.greffier.house.SettableClock;
import ca.greffier.house.TestStore;
import ca.greffier.store.Store;
import ca.greffier.sweep.Sweep;
import ca.greffier.text.Language;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.BufferedReader;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Path;

/**
 * The whole house on a real database, with the folk of {@link Scene}; its doors are open on a local
 * Discord, a local mail server, and web pages as behind a proxy.
 */
final class WholeHouse implements AutoCloseable {
  private static final URI PUBLIC = URI.create("https://greffier.exemple.example");

  final SettableClock clock = new SettableClock(Scene.at("2026-03-02T09:00"));
  final DiscordServer discord = DiscordServer.start();
  final Wiring wiring;
  final Doors doors;

  private final DemoMail mail;
  private final Store store = TestStore.fresh();

  WholeHouse(Path data) {
    mail = new DemoMail(data.resolve("mailbox"), clock);
    wiring = new Wiring(config(data), store, clock);
    store.jdbi().useHandle(handle -> handle.createScript(Scene.FOLK).execute());
    doors = new Doors(wiring);
    discord.commands();
  }

  private Config config(Path data) {
    DemoHouse.Ports ports = new DemoHouse.Ports(mail.smtpPort(), mail.imapPort(), 0);
    Config config = DemoHouse.config(Language.FRENCH, data, ports);
    Discord settings =
        new Discord(
            new Secret(DiscordServer.TOKEN),
            discord.guild(),
            URI.create(discord.apiUrl()),
            URI.create(discord.gatewayUrl()),
            Discord.Compression.NONE,
            false);
    return new Config(
        config.project(),
        config.data(),
        config.key(),
        null,
        config.smtp(),
        config.imap(),
        settings,
        new Web("127.0.0.1", 0, PUBLIC));
  }

  /** Types lines at the console as somebody; the test fails when one is refused. */
  void type(String who, String... lines) {
    ConsoleDoor console =
        new ConsoleDoor(
            wiring.desk, wiring.commands, wiring.people, wiring.messages, wiring.config.data());
    StringWriter said = new StringWriter();
    PrintWriter out = new PrintWriter(said);
    BufferedReader script = new BufferedReader(new StringReader(String.join("\n", lines)));
    boolean fine = console.feed(Identity.email(who), new Script(script, out, out, 100, false));
    assertThat(fine).as(said.toString()).isTrue();
  }

  /** The steering committee is convened to meeting 1; its channel is told too. */
  void convene() {
    String channel = discord.channel("general");
    store
        .jdbi()
        .useHandle(
            handle -> handle.execute("UPDATE body SET channel = ? WHERE code = 'CD'", channel));
    type(
        Scene.CAMILLE,
        "rencontre planifier corps:CD titre:\"Rencontre de mars\" date:2026-03-13 heure:13:30"
            + " lieu:\"Salle des fêtes\" ordre:Budget",
        "rencontre convoquer rencontre:1");
    carry();
  }

  /** A local day and hour come, with all that happens by itself then. */
  void comes(String moment) {
    clock.set(Scene.at(moment));
    for (Sweep sweep : wiring.sweeps) sweep.run(clock.instant());
    carry();
  }

  /** Everything in the outbox leaves. */
  void carry() {
    doors.carry();
  }

  PersonId id(String email) {
    return wiring.people.byEmail(email).orElseThrow().id();
  }

  DemoPerson atTheirMail(String email) {
    String name = wiring.people.byEmail(email).orElseThrow().fullName();
    return new DemoPerson(name, email, mail, clock);
  }

  /** On Discord, with an account linked by the code that their letter brought. */
  DiscordUser onDiscord(String email) throws MessagingException {
    DiscordUser user = discord.user(email.substring(0, email.indexOf('@')));
    user.types("/compte lier", option("courriel", email)).message();
    carry();
    String code = letter(email).getSubject().split(" ", 2)[0];
    Interaction confirmed = user.types("/compte confirmer", option("code", code));
    assertThat(confirmed.message().text())
        .contains(wiring.people.byEmail(email).orElseThrow().fullName());
    return user;
  }

  /** The notice of meeting that somebody received. */
  MimeMessage notice(String email) {
    return mail.mails(DemoMail.to(email)).stream()
        .filter(DemoPerson::isInvitation)
        .findFirst()
        .orElseThrow();
  }

  /** The last letter that somebody received, but for notices of meeting. */
  MimeMessage letter(String email) {
    return mail.mails(DemoMail.to(email)).stream()
        .filter(each -> !DemoPerson.isInvitation(each))
        .toList()
        .getLast();
  }

  /** A page that a letter names, where the proxy would ask for it. */
  String page(String address) {
    assertThat(address).startsWith(PUBLIC + "/");
    return address.replace(PUBLIC.toString(), "http://127.0.0.1:" + doors.web.port());
  }

  @Override
  public void close() {
    doors.close();
    mail.close();
    store.close();
    discord.close();
  }
}
