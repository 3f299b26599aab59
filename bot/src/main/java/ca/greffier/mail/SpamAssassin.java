package ca.greffier.mail;

import ca.greffier.config.Smtp;
import ca.greffier.mail.Press.Ways;
import ca.greffier.newsletter.SpamFilter;
import ca.greffier.outbox.Letter;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * SpamAssassin, where it is installed: it reads the whole message, with local rules only, so that
 * nothing of it leaves the machine.
 */
public final class SpamAssassin implements SpamFilter {
  private static final Logger LOG = LoggerFactory.getLogger(SpamAssassin.class);
  private static final int PATIENCE_SECONDS = 60;
  private static final int MOST_BYTES = 2_000_000;

  /** Where one click would end a subscription that is nobody's. */
  private static final String NO_TOKEN = "a".repeat(32);

  private static final Pattern STATUS =
      Pattern.compile(
          "(?m)^X-Spam-Status: \\S+ score=(-?\\d{1,4}\\.\\d) required=(-?\\d{1,4}\\.\\d)");

  /** A line of its report: points, name, what it says. */
  private static final Pattern RULE =
      Pattern.compile("(?m)^ *(-?\\d{1,3}\\.\\d) ([A-Z][A-Z0-9_]{2,60}) ");

  private final Path program;
  private final Press press;
  private final Addresses addresses;
  private final Doorways doorways;
  private final InstantSource clock;

  public SpamAssassin(
      Path program, Smtp smtp, Templates templates, Doorways doorways, InstantSource clock) {
    this.program = program;
    this.addresses = Addresses.of(smtp);
    this.press = new Press(templates, addresses, Session.getInstance(new Properties()));
    this.doorways = doorways;
    this.clock = clock;
  }

  /**
   * The program, if it is installed.
   *
   * @param path the folders to look in, as {@code PATH} has them
   */
  public static Optional<Path> find(String path) {
    return Stream.of(path.split(File.pathSeparator))
        .filter(folder -> !folder.isEmpty())
        .map(folder -> Path.of(folder, "spamassassin"))
        .filter(Files::isExecutable)
        .findFirst();
  }

  @Override
  public Optional<Verdict> judge(Letter letter) {
    try {
      ByteArrayOutputStream message = new ByteArrayOutputStream();
      press
          .compose(
              letter,
              new Ways(null, null, doorways.leavingBy(NO_TOKEN)),
              addresses.messageId("filtre:" + clock.instant().getEpochSecond()),
              clock.instant())
          .writeTo(message);
      return read(run(message.toByteArray()));
    } catch (MessagingException | IOException | TemplateFault e) {
      LOG.warn("SpamAssassin did not judge: {}", e.toString());
      return Optional.empty();
    }
  }

  private String run(byte[] message) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(program.toString(), "--local", "-t", "-x");
    builder.environment().keySet().removeIf(name -> !name.equals("PATH") && !name.equals("HOME"));
    builder.environment().put("LC_ALL", "C");
    Process process = builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();
    try (InputStream out = process.getInputStream()) {
      CompletableFuture<byte[]> said =
          CompletableFuture.supplyAsync(() -> all(out), Thread::startVirtualThread);
      try (OutputStream in = process.getOutputStream()) {
        in.write(message);
      }
      return new String(said.get(PATIENCE_SECONDS, TimeUnit.SECONDS), StandardCharsets.UTF_8);
    } catch (ExecutionException | TimeoutException e) {
      throw new IOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    } finally {
      process.destroyForcibly();
    }
  }

  private static byte[] all(InputStream out) {
    try {
      return out.readNBytes(MOST_BYTES);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Optional<Verdict> read(String said) {
    Matcher status = STATUS.matcher(said);
    if (!status.find()) return Optional.empty();
    List<String> rules =
        RULE.matcher(said)
            .results()
            .filter(rule -> new BigDecimal(rule.group(1)).signum() > 0)
            .map(rule -> rule.group(2))
            .toList();
    return Optional.of(
        new Verdict(new BigDecimal(status.group(1)), new BigDecimal(status.group(2)), rules));
  }
}
