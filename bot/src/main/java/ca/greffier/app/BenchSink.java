package ca.greffier.app;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;

/** An SMTP server that throws letters away, to warm up on before the real one is measured. */
final class BenchSink implements AutoCloseable {
  private static final byte[] END = "\r\n.\r\n".getBytes(StandardCharsets.US_ASCII);

  private final ServerSocket server;

  BenchSink() throws IOException {
    this.server = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
    Thread.ofPlatform().daemon().name("bench-sink").start(this::accept);
  }

  int port() {
    return server.getLocalPort();
  }

  private void accept() {
    try {
      while (true) {
        Socket line = server.accept();
        Thread.ofPlatform().daemon().name("bench-sink").start(() -> converse(line));
      }
    } catch (SocketException closed) {
      // warm enough
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void converse(Socket accepted) {
    try (accepted) {
      accepted.setTcpNoDelay(true);
      Line line = new Line(accepted.getInputStream(), accepted.getOutputStream());
      line.say("220 sink");
      String command;
      while (!(command = line.command()).isEmpty()) {
        switch (command) {
          case "EHLO" -> line.say("250-sink\r\n250 PIPELINING");
          case "DATA" -> {
            line.say("354 go ahead");
            line.letter();
            line.say("250 2.0.0 Ok");
          }
          case "QUIT" -> line.say("221 2.0.0 Bye");
          default -> line.say("250 2.0.0 Ok");
        }
      }
    } catch (IOException gone) {
      // whoever spoke has left
    }
  }

  private static final class Line {
    private final byte[] bytes = new byte[64 * 1024];
    private final InputStream in;
    private final OutputStream out;
    private int at;
    private int end;

    Line(InputStream in, OutputStream out) {
      this.in = in;
      this.out = out;
    }

    void say(String answer) throws IOException {
      out.write((answer + "\r\n").getBytes(StandardCharsets.US_ASCII));
    }

    /** The verb of the next line; empty at the end. */
    String command() throws IOException {
      StringBuilder line = new StringBuilder();
      int next;
      while ((next = next()) >= 0 && next != '\n') line.append((char) next);
      return line.length() < 4 ? "" : line.substring(0, 4);
    }

    void letter() throws IOException {
      int found = 0;
      int next;
      while (found < END.length && (next = next()) >= 0) {
        if (next == END[found]) found++;
        else found = next == END[0] ? 1 : 0;
      }
    }

    private int next() throws IOException {
      if (at == end) {
        at = 0;
        end = in.read(bytes);
        if (end <= 0) {
          end = 0;
          return -1;
        }
      }
      return bytes[at++];
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
