package ca.greffier.app;

import ca.greffier.text.Language;
import ca.greffier.text.Messages;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/**
 * The command line; see {@code bot/greffier --help}. Its words are the messages {@code app.help}.
 */
@Command(name = "greffier", mixinStandardHelpOptions = true, scope = ScopeType.INHERIT)
public final class Main {
  @Option(names = "--lang", paramLabel = "fr|en", scope = ScopeType.INHERIT)
  @Nullable Tongue lang;

  @Option(names = "--debug", scope = ScopeType.INHERIT)
  boolean debug;

  /** What {@code --lang} accepts; {@link #language} has read it before. */
  enum Tongue {
    fr,
    en
  }

  private Main() {}

  public static void main(String[] arguments) {
    // Our own code names its locales; some libraries do not, and would write wrong files in
    // Turkish.
    Locale.setDefault(Locale.ROOT);
    List<String> given = List.of(arguments);
    if (given.contains("--debug")) System.setProperty("greffier.log", "DEBUG");
    Messages messages = Messages.load(ZoneId.of("America/Toronto"));
    Map<String, String> environment = System.getenv();
    Language language = language(given, environment);
    System.exit(
        run(given, new Shell(messages, language, System.in, System.out, System.err, environment)));
  }

  /**
   * Runs one command line.
   *
   * @return 0 when done, 1 when it failed, 2 when it was not understood
   */
  static int run(List<String> arguments, Shell shell) {
    CommandLine bench =
        new CommandLine(new BenchVerb(shell))
            .addSubcommand(new BenchPlanVerb(shell))
            .addSubcommand(new BenchNewsletterVerb(shell));
    CommandLine inspect =
        new CommandLine(new InspectVerb(shell))
            .addSubcommand(new InspectCalendarVerb(shell))
            .addSubcommand(new InspectEvmVerb(shell))
            .addSubcommand(new InspectMailVerb(shell))
            .addSubcommand(new InspectMinutesVerb(shell))
            .addSubcommand(new InspectPlanVerb(shell));
    CommandLine line =
        new CommandLine(new Main())
            .addSubcommand(new DemoVerb(shell))
            .addSubcommand(new RunVerb(shell))
            .addSubcommand(new ConsoleVerb(shell))
            .addSubcommand(new CheckVerb(shell))
            .addSubcommand(inspect)
            .addSubcommand(bench);
    for (CommandLine verbs : List.of(line, inspect, bench))
      verbs.getCommandSpec().usageMessage().synopsisSubcommandLabel(shell.say("app.help.verb"));
    tellVersion(line, shell);
    Complaints complaints = new Complaints(shell, arguments.contains("--debug"));
    return line.setResourceBundle(new HelpWords(shell))
        .setOut(writer(shell.out()))
        .setErr(writer(shell.err()))
        .setParameterExceptionHandler(complaints)
        .setExecutionExceptionHandler(complaints)
        .execute(arguments.toArray(String[]::new));
  }

  private static void tellVersion(CommandLine line, Shell shell) {
    String version = Main.class.getPackage().getImplementationVersion();
    String told = version == null ? shell.say("app.version.unbuilt") : version;
    String words = shell.say("app.version", told, Runtime.version().toString());
    line.getCommandSpec().version(words);
    line.getSubcommands().values().forEach(verb -> verb.getCommandSpec().version(words));
  }

  private static PrintWriter writer(PrintStream stream) {
    return new PrintWriter(stream, true, stream.charset());
  }

  /** English when {@code --lang} or the locale of the shell asks for it; else French. */
  static Language language(List<String> arguments, Map<String, String> environment) {
    int at = arguments.indexOf("--lang");
    if (at >= 0 && at + 1 < arguments.size()) return Language.of(arguments.get(at + 1));
    for (String argument : arguments) {
      if (argument.startsWith("--lang=")) return Language.of(argument.substring(7));
    }
    return Arrays.asList("LC_ALL", "LC_MESSAGES", "LANG").stream()
        .map(name -> environment.getOrDefault(name, ""))
        .filter(value -> !value.isEmpty())
        .findFirst()
        .map(Language::of)
        .orElse(Language.FRENCH);
  }
}
