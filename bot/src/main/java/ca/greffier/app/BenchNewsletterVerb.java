package ca.greffier.app;

import ca.greffier.command.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;

/** {@code greffier bench newsletter}: a campaign to so many people, over a given SMTP server. */
@Command(name = "newsletter")
final class BenchNewsletterVerb implements Callable<Integer> {
  private static final Pattern SERVER = Pattern.compile("(.{1,200}):(\\d{1,5})");
  private static final int MOST_RECIPIENTS = 5_000_000;
  private static final int MOST_CONNECTIONS = 200;
  private static final int LEAST_BYTES = 8_000;
  private static final int MOST_BYTES = 100_000;

  private final Shell shell;

  @Option(names = "--smtp", paramLabel = "HOST:PORT", required = true)
  String smtp = "";

  @Option(names = "--recipients", paramLabel = "N", required = true)
  int recipients;

  @Option(names = "--connections", paramLabel = "K")
  int connections = 10;

  @Option(names = "--dkim", paramLabel = "rsa|ed25519|none")
  String dkim = "none";

  @Option(names = "--size", paramLabel = "BYTES")
  int size = 40_000;

  BenchNewsletterVerb(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() throws IOException {
    Matcher server = SERVER.matcher(smtp);
    if (!server.matches()) throw new Refusal("app.bench.server", smtp);
    within("--recipients", recipients, 1, MOST_RECIPIENTS);
    within("--connections", connections, 1, MOST_CONNECTIONS);
    within("--size", size, LEAST_BYTES, MOST_BYTES);
    Path folder = Files.createTempDirectory("greffier-bench");
    try {
      NewsletterBench bench =
          new NewsletterBench(
              folder,
              shell,
              new NewsletterBench.Server(
                  server.group(1), Integer.parseInt(server.group(2)), connections),
              signing());
      shell.out().println(JsonMapper.shared().writeValueAsString(bench.run(recipients, size)));
    } finally {
      DatabaseProbe.delete(folder);
    }
    return 0;
  }

  private NewsletterBench.Signing signing() {
    try {
      return NewsletterBench.Signing.valueOf(dkim.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException unknown) {
      throw new Refusal("app.bench.dkim", dkim);
    }
  }

  private static void within(String option, int given, int least, int most) {
    if (given < least || given > most) throw new Refusal("app.bench.size", option, least, most);
  }
}
