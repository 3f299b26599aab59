package ca.greffier.chat;

import ca.greffier.text.Phrase;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** The address of the gateway, as the API of a server that speaks Discord's protocol names it. */
final class GatewayAddress {
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  private GatewayAddress() {}

  /**
   * @throws DiscordFailure when the API does not say
   */
  static String namedBy(URI api, String token) {
    URI question = URI.create(api.toString().replaceAll("/+$", "") + "/gateway");
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpRequest request =
          HttpRequest.newBuilder(question)
              .timeout(PATIENCE)
              .header("Authorization", "Bot " + token)
              .build();
      HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
      if (answer.statusCode() == 401)
        throw new DiscordFailure(Phrase.of("chat.failure.token"), null);
      String address = JsonMapper.shared().readTree(answer.body()).path("url").asString("");
      if (answer.statusCode() == 200 && address.matches("wss?://.+")) return address;
      throw silent("HTTP " + answer.statusCode(), null);
    } catch (IOException | JacksonException e) {
      throw silent(e.toString(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw silent(e.toString(), e);
    }
  }

  private static DiscordFailure silent(String why, @Nullable Exception e) {
    return new DiscordFailure(Phrase.of("chat.failure.unreachable", why), e);
  }
}
