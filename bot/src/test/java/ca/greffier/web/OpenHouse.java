package ca.greffier.web;

import static java.util.Objects.requireNonNull;

import ca.greffier.command.Actor;
import ca.greffier.command.AskId;
import ca.greffier.command.Asks;
import ca.greffier.command.Commands;
import ca.greffier.command.Desk;
import ca.greffier.command.Identity;
import ca.greffier.command.Journal;
import ca.greffier.command.Kinds;
import ca.greffier.command.PersonId;
import ca.greffier.command.Role;
import ca.greffier.command.Tokens;
import ca.greffier.command.Who;
import ca.greffier.house.SettableClock;
import ca.greffier.house.TestStore;
import ca.greffier.outbox.Outbox;
import ca.greffier.store.Store;
import ca.greffier.text.Language;
import ca.greffier.text.Messages;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** A house of toy commands on real PostgreSQL, its web door open on a free port. */
final class OpenHouse implements AutoCloseable {
  static final PersonId AGATHE = new PersonId(1);
  static final PersonId BRAM = new PersonId(2);

  final SettableClock clock = SettableClock.at("2026-02-16T15:00:00Z");
  final Store store = TestStore.fresh();
  final Messages messages = Messages.of(ZoneId.of("America/Toronto"), words("fr"), words("en"));
  final ToyCommands toys = new ToyCommands(new Kinds(messages, clock));
  final Journal journal = new Journal(store.jdbi());
  final Outbox outbox = new Outbox(store.jdbi(), clock);
  final Asks asks = new Asks(store.jdbi(), new Tokens(new byte[32]), clock);
  final Desk desk;
  final WebDoor door;

  OpenHouse() {
    this("http://localhost");
  }

  OpenHouse(String publicUrl) {
    this.desk =
        new Desk(store.jdbi(), new Commands(toys.all()), new TwoPeople(), asks, clock, () -> {});
    this.door =
        WebDoor.open(
            new WebDoor.Address("127.0.0.1", 0, URI.create(publicUrl)),
            new WebDoor.Rooms(desk, journal, outbox, messages, "1.2.3"),
            List.of());
  }

  /** Asks for the presence at meeting 42 until Friday at 16:30, in Toronto. */
  String askPresence(PersonId person) {
    return token(asks.put(person, "essai repondre", Map.of("rencontre", "42"), friday()));
  }

  String askPresenceOnce(PersonId person) {
    return token(asks.putOnce(person, "essai repondre", Map.of("rencontre", "42"), friday()));
  }

  String ask(PersonId person, String command) {
    return token(asks.put(person, command, Map.of(), friday()));
  }

  private String token(AskId ask) {
    return asks.token(ask);
  }

  private Instant friday() {
    return Instant.parse("2026-02-20T21:30:00Z");
  }

  String url(String path) {
    return "http://127.0.0.1:" + door.port() + path;
  }

  HttpResponse<String> get(String path, String... headers) {
    return send("GET", path, BodyPublishers.noBody(), headers);
  }

  HttpResponse<String> post(String path, Map<String, String> form) {
    return send(
        "POST",
        path,
        BodyPublishers.ofString(encoded(form)),
        "Content-Type",
        "application/x-www-form-urlencoded");
  }

  HttpResponse<String> send(String method, String path, BodyPublisher body, String... headers) {
    return send(request(method, path, body, headers));
  }

  /**
   * Tells how long the body is and waits to be let (RFC 9110, 10.1.1): a server that refuses it
   * closes the line, and whoever is still writing may never read why.
   */
  HttpResponse<String> sendIfLet(
      String method, String path, BodyPublisher body, String... headers) {
    return send(request(method, path, body, headers).expectContinue(true));
  }

  private HttpRequest.Builder request(
      String method, String path, BodyPublisher body, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(url(path)))
            .timeout(Duration.ofSeconds(30))
            .method(method, body);
    return headers.length > 0 ? request.headers(headers) : request;
  }

  private static HttpResponse<String> send(HttpRequest.Builder request) {
    // a client of its own: the server closes the line of a request that it cannot read
    try (HttpClient http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build()) {
      return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** The page of a response. */
  static Document page(HttpResponse<String> response) {
    return Jsoup.parse(response.body());
  }

  static String nonce(Document form) {
    return form.select("input[name=_nonce]").attr("value");
  }

  @Override
  public void close() {
    door.close();
    store.close();
  }

  /** The words of the house and those of its toy commands. */
  private static Properties words(String language) {
    Properties words = new Properties();
    for (String bundle : List.of("messages", "essai")) {
      String name = "/" + bundle + "_" + language + ".properties";
      try (InputStream stream = OpenHouse.class.getResourceAsStream(name)) {
        words.load(new InputStreamReader(requireNonNull(stream), StandardCharsets.UTF_8));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return words;
  }

  private static String encoded(Map<String, String> form) {
    return form.entrySet().stream()
        .map(
            field ->
                URLEncoder.encode(field.getKey(), StandardCharsets.UTF_8)
                    + "="
                    + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }

  private static final class TwoPeople implements Who {
    @Override
    public Optional<Actor> person(PersonId id) {
      if (id.equals(AGATHE)) return Optional.of(actor(id, "Agathe Roy", Language.FRENCH));
      if (id.equals(BRAM)) return Optional.of(actor(id, "Bram <b>Stone</b>", Language.ENGLISH));
      return Optional.empty();
    }

    @Override
    public Optional<Actor> identity(Identity identity) {
      return Optional.empty();
    }

    private static Actor actor(PersonId id, String name, Language language) {
      Identity address = Identity.email("personne" + id.value() + "@example.org");
      return new Actor(Optional.of(id), address, name, language, Role.MEMBER);
    }
  }
}
