package ca.greffier.mail;

import ca.greffier.config.Smtp;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import javax.net.ssl.SSLSocketFactory;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/**
 * A session with the server that takes several commands in one breath (RFC 2920). Angus greets the
 * server, begins TLS and logs in; from then on what is said is written here, and Angus reads the
 * answers.
 */
final class SmtpTalk extends SMTPTransport {
  private final OutputStream out;
  private final Socket socket;

  private SmtpTalk(Session session, Smtp settings, Sockets.Latest latest)
      throws MessagingException {
    super(session, new URLName("smtp", settings.host(), settings.port(), null, null, null));
    String password = settings.password() == null ? null : settings.password().reveal();
    connect(settings.host(), settings.port(), settings.user(), password);
    Socket open = latest.socket();
    if (open == null) throw new IllegalStateException("connected without a socket");
    this.socket = open;
    try {
      this.out = open.getOutputStream();
    } catch (IOException e) {
      throw new MessagingException("no way to write", e);
    }
  }

  /**
   * @param localName how we name ourselves in EHLO
   */
  static SmtpTalk open(Smtp settings, String localName, SSLSocketFactory tls)
      throws MessagingException {
    Sockets.Latest latest = new Sockets.Latest();
    Session session = Session.getInstance(SmtpLine.properties(settings, localName, tls, latest));
    return new SmtpTalk(session, settings, latest);
  }

  /** An answer of the server; -1 when it said nothing more. */
  record Answer(int code, String text) {
    boolean isYes() {
      return code >= 200 && code < 300;
    }

    boolean isGoAhead() {
      return code == 354;
    }
  }

  /** Whether commands may be sent without waiting for the answers. */
  boolean pipelines() {
    return supportsExtension("PIPELINING");
  }

  void say(String commands) throws IOException {
    write(commands.getBytes(StandardCharsets.US_ASCII), commands.length());
  }

  void write(byte[] bytes, int length) throws IOException {
    out.write(bytes, 0, length);
    out.flush();
  }

  /** The next answer. */
  synchronized Answer answer() throws MessagingException {
    int code = readServerResponse();
    return new Answer(code, String.valueOf(getLastServerResponse()).strip());
  }

  /** Breaks off, without a word. */
  void hangUp() {
    try {
      socket.close();
    } catch (IOException gone) {
      // it is closed
    }
  }
}
