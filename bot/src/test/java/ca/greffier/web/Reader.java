package ca.greffier.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;

/** Somebody at a browser that keeps its cookies. */
final class Reader implements AutoCloseable {
  private final String site;
  private final HttpClient http =
      HttpClient.newBuilder()
          .cookieHandler(new CookieManager(null, CookiePolicy.ACCEPT_ALL))
          .version(HttpClient.Version.HTTP_1_1)
          .build();
  private @Nullable HttpResponse<String> last;

  Reader(int port) {
    this.site = "http://localhost:" + port;
  }

  Document open(String path, String... headers) {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(site + path));
    if (headers.length > 0) request.headers(headers);
    return send(request.build());
  }

  /** Sends a form of the page that is open, by its action, with what is typed in it. */
  Document sends(String action, Map<String, String> typed, String... headers) {
    Document page = Jsoup.parse(answer().body());
    Map<String, String> form =
        page.select("form[action=" + action + "] input[type=hidden]").stream()
            .collect(Collectors.toMap(input -> input.attr("name"), input -> input.attr("value")));
    form.putAll(typed);
    return posts(action, form, headers);
  }

  /** Sends fields without looking at any page, as another site would. */
  Document posts(String path, Map<String, String> form, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(site + path))
            .POST(BodyPublishers.ofString(encoded(form)))
            .header("Content-Type", "application/x-www-form-urlencoded");
    if (headers.length > 0) request.headers(headers);
    return send(request.build());
  }

  int status() {
    return answer().statusCode();
  }

  HttpResponse<String> answer() {
    return Objects.requireNonNull(last, "nothing was opened");
  }

  String title() {
    return Jsoup.parse(answer().body()).select("h1").text();
  }

  @Override
  public void close() {
    http.close();
  }

  private Document send(HttpRequest request) {
    try {
      last = http.send(request, HttpResponse.BodyHandlers.ofString());
      return Jsoup.parse(answer().body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
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
}
