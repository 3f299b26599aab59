package ca.greffier.config;

import java.net.URI;

/**
 * The web pages.
 *
 * @param host the address to listen on
 * @param publicUrl where people reach them, as written in letters; a proxy may stand between
 */
public record Web(String host, int port, URI publicUrl) {

  static Web read(Section section) {
    String host = section.find("host").orElse("127.0.0.1");
    int port = section.port("port", 8080);
    URI url =
        section
            .url("publicUrl", "https", "http")
            .orElseGet(() -> URI.create("http://localhost:" + port));
    section.end();
    return new Web(host, port, url);
  }
}
