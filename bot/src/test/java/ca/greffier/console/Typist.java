package ca.greffier.console;

import static org.awaitility.Awaitility.await;

import ca.greffier.command.Identity;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;

/** Somebody at a real pseudo-terminal, who reads before they type. */
final class Typist implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final ByteArrayOutputStream screen = new ByteArrayOutputStream();
  private final PipedOutputStream keys = new PipedOutputStream();
  private final Terminal terminal;
  private final Thread talk;
  private int read;

  Typist(ToyHouse house, Path folder, Identity identity) throws IOException {
    terminal =
        TerminalBuilder.builder()
            .system(false)
            .streams(new PipedInputStream(keys), screen)
            .type("xterm")
            .encoding(StandardCharsets.UTF_8)
            .size(Size.of(100, 40))
            .build();
    talk =
        Thread.ofVirtual()
            .start(() -> house.door(folder).talk(identity, terminal, folder.resolve("history")));
  }

  /** Types once the screen shows something that was not there before. */
  void after(String shown, String typed) throws IOException {
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> {
              int at = text().indexOf(shown, read);
              if (at < 0) throw new AssertionError(shown + " is not in " + text().substring(read));
              read = at + shown.length();
            });
    keys.write(typed.getBytes(StandardCharsets.UTF_8));
    keys.flush();
  }

  /** True when the conversation has ended by itself. */
  boolean left() throws InterruptedException {
    return talk.join(PATIENCE);
  }

  @Override
  public void close() throws IOException {
    talk.interrupt();
    terminal.close();
    keys.close();
  }

  private String text() {
    return screen.toString(StandardCharsets.UTF_8);
  }
}
