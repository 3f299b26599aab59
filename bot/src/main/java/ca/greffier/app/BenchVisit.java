package ca.greffier.app;

import ca.greffier.command.PersonId;
import ca.greffier.command.Tokens;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.jdbi.v3.core.Jdbi;

/** Somebody who runs the project opens its pages, as a browser does. */
final class BenchVisit implements AutoCloseable {
  /** In the shape of a cookie; the house is thrown away afterwards. */
  private static final String SECRET = "bec0de".repeat(6);

  private final Doors doors;
  private final HttpClient http = HttpClient.newHttpClient();

  BenchVisit(Wiring house, PersonId visitor, Instant now) {
    signIn(house.jdbi, visitor, now);
    this.doors = new Doors(house);
  }

  private static void signIn(Jdbi jdbi, PersonId visitor, Instant now) {
    jdbi.useHandle(
        handle -> {
          handle.execute("UPDATE person SET role = 'SECRETARY' WHERE id = ?", visitor.value());
          handle
              .createUpdate(
                  """
                  INSERT INTO web_session (hash, person, number, opened_at, seen_at, expires_at)
                  VALUES (:hash, :person, 1, :now, :now, :end)
                  """)
              .bind("hash", Tokens.hash(SECRET))
              .bind("person", visitor.value())
              .bind("now", now)
              .bind("end", now.plus(Duration.ofDays(7)))
              .execute();
        });
  }

  /**
   * @throws IllegalStateException when the page is not shown
   */
  void open(String path) {
    URI page =
        URI.create(String.format(Locale.ROOT, "http://127.0.0.1:%d%s", doors.web.port(), path));
    HttpRequest request =
        HttpRequest.newBuilder(page).header("Cookie", "greffier-session=" + SECRET).build();
    try {
      HttpResponse<String> answer =
          http.send(request, BodyHandlers.ofString(StandardCharsets.UTF_8));
      if (answer.statusCode() != 200) throw new IllegalStateException(path + " " + answer);
    } catch (IOException failed) {
      throw new IllegalStateException(failed);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }

  @Override
  public void close() {
    http.close();
    doors.close();
  }
}
