package ca.greffier.app;

import ca.greffier.command.Refusal;
import ca.greffier.config.Config;
import ca.greffier.config.HouseKey;
import ca.greffier.config.Smtp;
import ca.greffier.config.Web;
import ca.greffier.mail.TemplateFault;
import ca.greffier.mail.Templates;
import ca.greffier.text.Phrase;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Tries every setting for real and says what came of each, one line a setting. Nothing is sent or
 * migrated, and no secret is shown.
 */
final class Check {
  private final Shell shell;
  private boolean fine = true;

  Check(Shell shell) {
    this.shell = shell;
  }

  /** One setting tried: what is good about it, or a failure with its words. */
  interface Probe {
    Phrase run();
  }

  /**
   * @return false when a setting does not work
   */
  boolean run(Path file) {
    Config config;
    try {
      config = Config.load(file);
    } catch (RuntimeException failure) {
      tell("config", failure);
      return false;
    }
    tell("config", () -> Phrase.of("app.check.path", file.toAbsolutePath().normalize().toString()));
    tell("data", () -> folder(config.data()));
    tell("key", () -> key(config.key()));
    tell("database", () -> DatabaseProbe.run(config));
    door("smtp", config.smtp(), MailProbe::smtp);
    if (config.smtp() != null) sender(config.smtp());
    door("imap", config.imap(), MailProbe::imap);
    door("discord", config.discord(), DiscordProbe::run);
    tell("templates", () -> templates(config));
    tell("web", () -> port(config.web()));
    tell("url", () -> Phrase.of("app.check.path", config.web().publicUrl().toString()));
    return fine;
  }

  /**
   * What keeps letters from arriving is told; it is not of this machine, and fails nothing here.
   */
  private void sender(Smtp smtp) {
    try {
      for (SenderDomain.Finding each : new SenderDomain(SenderDomain.USUAL).look(smtp))
        say(each.fine() ? "app.check.ok" : "app.check.advice", each.name(), each.words());
    } catch (Refusal broken) {
      tell("dkim", broken);
    }
  }

  /** A section that is absent is a door that stays shut. */
  private <T> void door(String setting, @Nullable T section, Function<T, Phrase> probe) {
    tell(setting, () -> section == null ? Phrase.of("app.check.closed") : probe.apply(section));
  }

  private void tell(String setting, Probe probe) {
    try {
      say("app.check.ok", setting, probe.run());
    } catch (RuntimeException failure) {
      tell(setting, failure);
    }
  }

  private void tell(String setting, RuntimeException failure) {
    fine = false;
    for (Phrase phrase : Failures.of(failure)) say("app.check.failed", setting, phrase);
  }

  private void say(String key, String setting, Phrase what) {
    shell.out().println(shell.say(key, Phrase.of("app.check." + setting), what));
    shell.out().flush();
  }

  /** There and writable, or to be made in a folder that is. */
  private static Phrase folder(Path folder) {
    Path there = folder.toAbsolutePath().normalize();
    while (!Files.exists(there) && there.getParent() != null) there = there.getParent();
    if (!Files.isDirectory(there) || !Files.isWritable(there))
      throw new Refusal("store.unwritable", there.toString());
    return Phrase.of(
        Files.exists(folder) ? "app.check.path" : "app.check.later",
        folder.toAbsolutePath().normalize().toString());
  }

  private static Phrase key(Path file) {
    String path = file.toAbsolutePath().normalize().toString();
    if (Files.exists(file)) {
      HouseKey.of(file);
      return Phrase.of("app.check.path", path);
    }
    folder(file.toAbsolutePath().resolveSibling(""));
    return Phrase.of("app.check.later", path);
  }

  private Phrase templates(Config config) {
    Path edited = Path.of(System.getProperty("greffier.home", "."), "mail-templates");
    Templates templates =
        new Templates(
            shell.messages(),
            config.project().organisation(),
            config.web().publicUrl(),
            Files.isDirectory(edited) ? edited : null);
    try {
      templates.check();
    } catch (TemplateFault fault) {
      throw new Refusal("app.check.template", String.valueOf(fault.getMessage()));
    }
    return Phrase.of("app.check.letters", templates.names().size());
  }

  private static Phrase port(Web web) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(web.host(), web.port()));
    } catch (IOException taken) {
      throw new Refusal("web.port", web.host(), String.valueOf(web.port()));
    }
    return Phrase.of("app.check.address", web.host(), String.valueOf(web.port()));
  }
}
