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
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** An SMTP server that counts the letters each address got whole, and keeps none. */
final class SmtpCounter implements AutoCloseable {
  final Map<String, Integer> got = new ConcurrentHashMap<>();
  final AtomicInteger letters = new AtomicInteger();

  private final ServerSocket server;

  SmtpCounter() throws IOException {
    server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::accept);
  }

  int port() {
    return server.getLocalPort();
  }

  @Override
  public void close() throws IOException {
    server.close();
  }

  private void accept() {
    try {
      while (true) {
        Socket line = server.accept();
        Thread.ofVirtual().start(() -> converse(line));
      }
    } catch (SocketException closed) {
      // the test is over
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void converse(Socket accepted) {
    try (accepted) {
      accepted.setTcpNoDelay(true);
      BufferedReader in =
          new BufferedReader(
              new InputStreamReader(accepted.getInputStream(), StandardCharsets.US_ASCII));
      OutputStream out = accepted.getOutputStream();
      say(out, "220 counter");
      String to = "";
      String command;
      while ((command = in.readLine()) != null) {
        if (command.startsWith("EHLO")) say(out, "250-counter\r\n250 PIPELINING");
        else if (command.startsWith("DATA")) {
          say(out, "354 go ahead");
          String line;
          while ((line = in.readLine()) != null && !line.equals(".")) {
            // thrown away
          }
          if (line == null) return;
          got.merge(to, 1, Integer::sum);
          letters.incrementAndGet();
          say(out, "250 2.0.0 Ok");
        } else {
          if (command.startsWith("RCPT")) to = command.replaceAll(".*<|>.*", "");
          say(out, "250 2.0.0 Ok");
        }
      }
    } catch (IOException gone) {
      // whoever spoke was killed
    }
  }

  private static void say(OutputStream out, String answer) throws IOException {
    out.write((answer + "\r\n").getBytes(StandardCharsets.US_ASCII));
  }
}
