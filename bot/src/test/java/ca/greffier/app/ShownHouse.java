package ca.greffier.app;

import ca.greffier.command.Actor;
import ca.greffier.command.Attachment;
import ca.greffier.command.Identity;
import ca.greffier.command.Invocation;
import ca.greffier.command.Reply;
import ca.greffier.command.Source;
import ca.greffier.command.Tokens;
import ca.greffier.house.Scene;
import ca.greffier.house.SettableClock;
import ca.greffier.house.TestStore;
import ca.greffier.store.Store;
import ca.greffier.text.Language;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/**
 * The project of the demonstration on Monday, 16 March 2026, with risks, its pages open: what is
 * shown of it is looked at by a browser.
 */
final class ShownHouse implements AutoCloseable {
  static final String CAMILLE = "camille.berube@biblio.example";
  static final String ETIENNE = "etienne.lachance@biblio.example";
  static final String MATHIEU = "mathieu.roy@granby.example";

  /** Reads English. */
  static final String DAVID = "david.cohen@cote-saint-luc.example";

  final SettableClock clock = new SettableClock(Scene.at("2026-03-02T09:00"));
  final Store store = TestStore.fresh();
  final Wiring house;
  final Doors doors;

  private final HttpClient http = HttpClient.newHttpClient();
  private int invocations;

  ShownHouse(Path data) {
    house = new Wiring(DemoHouse.config(Language.FRENCH, data, DemoHouse.Ports.NONE), store, clock);
    doors = new Doors(house);
    house.people.found(CAMILLE);
    imports("repertoire importer", Map.of("genre", "personnes"), "personnes.csv");
    imports("repertoire importer", Map.of("genre", "corps"), "corps.csv");
    imports("repertoire importer", Map.of("genre", "mandats"), "mandats.csv");
  }

  /** The plan, the budget, risks, a round that two bodies answer, and two weeks later its gaps. */
  ShownHouse filled() {
    imports("livrable importer", Map.of(), "livrables.csv");
    imports("budget importer", Map.of(), "budget.csv");
    risk("Le fournisseur perd son architecte", "4", "5");
    risk("Les bibliothèques tardent à migrer", "3", "4");
    risk("Le local de formation n’est pas libre", "2", "2");
    give(CAMILLE, "point lancer", Map.of("jours", "4"));
    at("2026-03-16T09:00");
    give(CAMILLE, "budget ajuster", Map.of("poste", "B-03", "a_engager", "58000"));
    give(CAMILLE, "livrable prevoir", Map.of("livrable", "L-12", "date", "2026-05-22"));
    sweep("ecarts");
    return this;
  }

  void at(String local) {
    clock.set(Scene.at(local));
  }

  void sweep(String name) {
    house.sweeps.stream()
        .filter(sweep -> sweep.name().equals(name))
        .forEach(sweep -> sweep.run(clock.instant()));
  }

  Reply give(String who, String command, Map<String, String> given) {
    return give(who, command, given, Map.of());
  }

  Reply give(String who, String command, Map<String, String> given, Map<String, Attachment> files) {
    Actor actor = house.people.identity(Identity.email(who)).orElseThrow();
    return house.desk.handle(
        new Invocation("test:" + ++invocations, actor, command, given, files, Source.CONSOLE));
  }

  private void imports(String command, Map<String, String> given, String name) {
    Path file = Path.of(System.getProperty("greffier.root", ".."), "config/demo", name);
    try {
      Attachment table = new Attachment(name, Files.readAllBytes(file));
      give(CAMILLE, command, given, Map.of("fichier", table));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void risk(String event, String probability, String impact) {
    give(
        CAMILLE,
        "risque ajouter",
        Map.of(
            "cause", "Une seule personne sait faire",
            "evenement", event,
            "consequence", "Le prototype est reporté",
            "probabilite", probability,
            "impact", impact,
            "reponse", "attenuer",
            "responsable", ETIENNE));
  }

  /** The secret of a session that somebody has opened. */
  String session(String who) {
    String secret = Tokens.hash("session of " + who + ++invocations).substring(0, 40);
    long person = house.people.byEmail(who).orElseThrow().id().value();
    store
        .jdbi()
        .useHandle(
            handle ->
                handle
                    .createUpdate(
                        """
                        INSERT INTO web_session (hash, person, number, opened_at, seen_at, expires_at)
                        VALUES (:hash, :person, :number, :now, :now, :end)
                        """)
                    .bind("hash", Tokens.hash(secret))
                    .bind("person", person)
                    .bind("number", invocations)
                    .bind("now", clock.instant())
                    .bind("end", clock.instant().plus(Duration.ofDays(7)))
                    .execute());
    return secret;
  }

  /** The same address with another first letter in its secret, whatever the secret is. */
  static String forged(String address) {
    int secret = address.indexOf("1-") + 2;
    char other = address.charAt(secret) == 'z' ? 'y' : 'z';
    return address.substring(0, secret) + other + address.substring(secret + 1);
  }

  String url(String path) {
    return "http://127.0.0.1:" + doors.web.port() + path;
  }

  /** What is answered to somebody signed in. */
  HttpResponse<String> open(String path, String session) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(url(path)))
            .header("Cookie", "greffier-session=" + session)
            .build();
    try {
      return http.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  Document page(String path, String session) {
    return Jsoup.parse(open(path, session).body());
  }

  @Override
  public void close() {
    http.close();
    doors.close();
    store.close();
  }
}
