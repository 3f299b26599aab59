package ca.greffier.mail;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import javax.net.SocketFactory;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * Sockets without Nagle's algorithm. With it, each small SMTP command after another waits for the
 * delayed acknowledgement of the one before: 40 ms a letter on a local network.
 */
final class Sockets {
  private Sockets() {}

  /** The socket that was made last: the one in use, once TLS has begun too. */
  static final class Latest {
    private @Nullable Socket socket;

    @Nullable Socket socket() {
      return socket;
    }

    private Socket made(Socket fresh) throws IOException {
      fresh.setTcpNoDelay(true);
      socket = fresh;
      return fresh;
    }
  }

  /** Plain sockets; Angus asks for unconnected ones. */
  static final class Plain extends SocketFactory {
    private final Latest latest;

    Plain(Latest latest) {
      this.latest = latest;
    }

    @Override
    public Socket createSocket() throws IOException {
      return latest.made(new Socket());
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
      return latest.made(new Socket(host, port));
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress from, int fromPort)
        throws IOException {
      return latest.made(new Socket(host, port, from, fromPort));
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
      return latest.made(new Socket(host, port));
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress from, int fromPort)
        throws IOException {
      return latest.made(new Socket(host, port, from, fromPort));
    }
  }

  /** TLS sockets of another factory. */
  static final class Tls extends SSLSocketFactory {
    private final SSLSocketFactory inner;
    private final Latest latest;

    Tls(SSLSocketFactory inner, Latest latest) {
      this.inner = inner;
      this.latest = latest;
    }

    @Override
    public String[] getDefaultCipherSuites() {
      return inner.getDefaultCipherSuites();
    }

    @Override
    public String[] getSupportedCipherSuites() {
      return inner.getSupportedCipherSuites();
    }

    @Override
    public Socket createSocket() throws IOException {
      return latest.made(inner.createSocket());
    }

    @Override
    public Socket createSocket(Socket socket, String host, int port, boolean autoClose)
        throws IOException {
      return latest.made(inner.createSocket(socket, host, port, autoClose));
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
      return latest.made(inner.createSocket(host, port));
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress from, int fromPort)
        throws IOException {
      return latest.made(inner.createSocket(host, port, from, fromPort));
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
      return latest.made(inner.createSocket(host, port));
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress from, int fromPort)
        throws IOException {
      return latest.made(inner.createSocket(host, port, from, fromPort));
    }
  }
}
