package ca.greffier.app;

import ca.greffier.command.Refusal;
import ca.greffier.config.Discord;
import ca.greffier.text.Phrase;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks Discord who the token is, and whether its server can be seen; nothing is posted. */
final class DiscordProbe {
  private static final String API = "https://discord.com/api/v10";
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  private final HttpClient client;
  private final Discord discord;
  private final String api;

  private DiscordProbe(HttpClient client, Discord discord) {
    this.client = client;
    this.discord = discord;
    this.api = discord.apiUrl() == null ? API : discord.apiUrl().toString().replaceAll("/+$", "");
  }

  static Phrase run(Discord discord) {
    try (HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
      return new DiscordProbe(client, discord).run();
    }
  }

  private Phrase run() {
    String bot = get("/users/@me", "app.check.token").path("username").asString();
    String guild = get("/guilds/" + discord.guild(), "app.check.guild").path("name").asString();
    String id = get("/applications/@me", "app.check.token").path("id").asString();
    return Phrase.of("app.check.bot", bot, guild, id);
  }

  /**
   * @param refused what it means when Discord says no
   */
  private JsonNode get(String path, String refused) {
    HttpResponse<String> response = send(path);
    int status = response.statusCode();
    if (status == 401) throw new Refusal("app.check.token");
    if (status == 403 || status == 404) throw new Refusal(refused, discord.guild());
    if (status != 200) throw new Refusal("app.check.strange", api, String.valueOf(status));
    try {
      return JsonMapper.shared().readTree(response.body());
    } catch (JacksonException notDiscord) {
      throw new Refusal("app.check.strange", api, String.valueOf(status));
    }
  }

  private HttpResponse<String> send(String path) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(api + path))
            .timeout(PATIENCE)
            .header("Authorization", "Bot " + discord.token().reveal())
            .header("User-Agent", "DiscordBot (greffier, 1)")
            .build();
    try {
      return client.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new Refusal("app.check.unreachable", api, "discord");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Refusal("app.check.unreachable", api, "discord");
    }
  }
}
