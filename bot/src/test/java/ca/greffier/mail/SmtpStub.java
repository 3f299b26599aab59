package ca.greffier.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/**
 * A small SMTP server that does what it is told: refuses a command, hangs up at it, offers
 * STARTTLS. Commands without instruction succeed.
 */
final class SmtpStub implements AutoCloseable {
  static final String HANG_UP = "";

  final List<String> commands = new CopyOnWriteArrayList<>();
  final List<String> letters = new CopyOnWriteArrayList<>();
  final AtomicInteger connections = new AtomicInteger();

  private final ServerSocket server;
  private final @Nullable SSLContext tls;
  private final Map<String, Deque<String>> scripted = new ConcurrentHashMap<>();

  /**
   * @param tls offers STARTTLS with it; null does not offer it
   */
  SmtpStub(@Nullable SSLContext tls) {
    this.tls = tls;
    try {
      server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.ofVirtual().start(this::accept);
  }

  int port() {
    return server.getLocalPort();
  }

  /**
   * The next time a command comes, this is the answer.
   *
   * @param command MAIL, RCPT, DATA, BODY (the end of the data), NOOP, CONNECT
   */
  SmtpStub answering(String command, String answer) {
    scripted.computeIfAbsent(command, _ -> new ArrayDeque<>()).add(answer);
    return this;
  }

  @Override
  public void close() throws IOException {
    server.close();
  }

  private void accept() {
    try {
      while (true) {
        Socket socket = server.accept();
        connections.incrementAndGet();
        Thread.ofVirtual().start(() -> converse(socket));
      }
    } catch (SocketException closed) {
      // the test is over
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void converse(Socket accepted) {
    try (accepted) {
      Line line = new Line(accepted);
      if (!line.say(answer("CONNECT", "220 stub"))) return;
      String command;
      while ((command = line.in.readLine()) != null) {
        commands.add(command);
        String verb = command.split("[ :]", 2)[0].toUpperCase(Locale.ROOT);
        if (!line.say(answer(verb, usual(verb, line.isSecure)))) return;
        if (verb.equals("QUIT")) return;
        if (verb.equals("STARTTLS") && tls != null) line = line.secured(tls);
        if (verb.equals("DATA") && line.lastAnswer.startsWith("354")) {
          letters.add(line.body());
          if (!line.say(answer("BODY", "250 2.0.0 Ok: queued as " + letters.size()))) return;
        }
      }
    } catch (IOException gone) {
      commands.add("GONE " + gone.getMessage());
    }
  }

  private String answer(String command, String usual) {
    Deque<String> answers = scripted.getOrDefault(command, new ArrayDeque<>());
    String scriptedAnswer = answers.poll();
    return scriptedAnswer == null ? usual : scriptedAnswer;
  }

  private String usual(String verb, boolean isSecure) {
    return switch (verb) {
      case "EHLO" -> tls != null && !isSecure ? "250-stub\r\n250 STARTTLS" : "250 stub";
      case "STARTTLS" -> "220 go ahead";
      case "DATA" -> "354 go ahead";
      case "QUIT" -> "221 bye";
      default -> "250 2.0.0 Ok";
    };
  }

  private static final class Line {
    final boolean isSecure;
    final BufferedReader in;
    String lastAnswer = "";
    private final Socket socket;
    private final OutputStream out;

    Line(Socket socket) throws IOException {
      this.socket = socket;
      this.isSecure = socket instanceof SSLSocket;
      this.in =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
      this.out = socket.getOutputStream();
    }

    boolean say(String answer) throws IOException {
      lastAnswer = answer;
      if (answer.equals(HANG_UP)) {
        socket.close();
        return false;
      }
      out.write((answer + "\r\n").getBytes(StandardCharsets.UTF_8));
      out.flush();
      return !answer.startsWith("421");
    }

    Line secured(SSLContext context) throws IOException {
      SSLSocket secured =
          (SSLSocket) context.getSocketFactory().createSocket(socket, null, socket.getPort(), true);
      secured.setUseClientMode(false);
      return new Line(secured);
    }

    String body() throws IOException {
      StringBuilder body = new StringBuilder();
      String line;
      while ((line = in.readLine()) != null && !line.equals("."))
        body.append(line.startsWith(".") ? line.substring(1) : line).append("\r\n");
      return body.toString();
    }
  }
}
