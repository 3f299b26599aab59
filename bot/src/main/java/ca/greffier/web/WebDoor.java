package ca.greffier.web;

import ca.greffier.command.Desk;
import ca.greffier.command.Journal;
import ca.greffier.command.Refusal;
import ca.greffier.outbox.Outbox;
import ca.greffier.text.Messages;
import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import io.javalin.config.MultipartConfig;
import io.javalin.config.SizeUnit;
import io.javalin.util.JavalinException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/**
 * The web server: opened on an address, closed with the house. Each request is a virtual thread.
 */
public final class WebDoor implements AutoCloseable {
  static final int MOST_FORM_BYTES = 1_000_000;
  static final int MOST_UPLOAD_BYTES = 12_000_000;
  private static final int IDLE_MILLIS = 20_000;

  private final Javalin javalin;

  private WebDoor(Javalin javalin) {
    this.javalin = javalin;
  }

  /**
   * Where the door opens.
   *
   * @param port 0 for any that is free
   * @param publicUrl as people reach it, often through a reverse proxy
   */
  public record Address(String host, int port, URI publicUrl) {}

  /** What the door opens onto. */
  public record Rooms(
      Desk desk, Journal journal, Outbox outbox, Messages messages, String version) {}

  /**
   * Opens the door.
   *
   * @param more the pages of feature rooms
   * @throws Refusal when the address cannot be had: the port is taken, the host is not ours
   */
  public static WebDoor open(Address address, Rooms rooms, List<Section> more) {
    Metrics metrics = new Metrics(rooms.journal(), rooms.outbox());
    List<Section> sections = new ArrayList<>();
    sections.add(new AskPages(rooms.desk(), rooms.journal()));
    sections.add(new UnsubscribePages(rooms.desk()));
    sections.add(new HousePages(rooms.outbox(), metrics, rooms.version()));
    sections.addAll(more);
    Pages pages = new Pages(rooms.messages());
    Javalin javalin =
        Javalin.create(
            config -> {
              configure(config, address);
              new Shield(address.publicUrl()).addTo(config.routes);
              new Failures(pages, metrics).addTo(config.routes);
              sections.forEach(section -> section.addTo(config.routes, pages));
              config.requestLogger.http(metrics::request);
            });
    return new WebDoor(start(javalin, address));
  }

  /** The port it listens on. */
  public int port() {
    return javalin.port();
  }

  @Override
  public void close() {
    javalin.stop();
  }

  private static void configure(JavalinConfig config, Address address) {
    config.startup.showJavalinBanner = false;
    config.startup.showOldJavalinVersionWarning = false;
    config.startup.startupWatcherEnabled = false;
    config.concurrency.useVirtualThreads = true;
    config.http.prefer405over404 = true;
    config.http.maxRequestSize = MOST_FORM_BYTES;
    config.http.compressionStrategy = CompressionStrategy.NONE;
    config.jetty.multipartConfig = multipart();
    config.jetty.addConnector((server, http) -> connector(server, http, address));
  }

  private static MultipartConfig multipart() {
    MultipartConfig multipart = new MultipartConfig();
    multipart.maxFileSize(MOST_UPLOAD_BYTES, SizeUnit.BYTES);
    multipart.maxTotalRequestSize(MOST_UPLOAD_BYTES, SizeUnit.BYTES);
    multipart.maxInMemoryFileSize(MOST_FORM_BYTES, SizeUnit.BYTES);
    return multipart;
  }

  private static ServerConnector connector(Server server, HttpConfiguration http, Address address) {
    http.setSendServerVersion(false);
    ServerConnector connector = new ServerConnector(server, new HttpConnectionFactory(http));
    connector.setHost(address.host());
    connector.setPort(address.port());
    connector.setIdleTimeout(IDLE_MILLIS);
    return connector;
  }

  private static Javalin start(Javalin javalin, Address address) {
    try {
      return javalin.start();
    } catch (JavalinException taken) {
      throw new Refusal("web.port", address.host(), String.valueOf(address.port()));
    }
  }
}
