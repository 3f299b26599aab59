package ca.greffier.chat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.dv8tion.jda.api.interactions.commands.OptionType;
import net.dv8tion.jda.api.interactions.commands.build.SlashCommandData;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The commands as a server that resembles Discord may know them: in French only, without
 * suggestions while one types, without files. JDA always writes these; hence a request of our own.
 */
final class PlainCommands {
  private static final Duration PATIENCE = Duration.ofSeconds(15);
  private static final Set<String> LEFT_OUT =
      Set.of("name_localizations", "description_localizations", "autocomplete");

  private PlainCommands() {}

  /**
   * Replaces the commands of a list.
   *
   * @return why they are not there, when they are not
   */
  static Optional<String> put(URI list, String token, Collection<SlashCommandData> commands) {
    ArrayNode told = JsonMapper.shared().createArrayNode();
    for (SlashCommandData each : commands)
      told.add(plain(JsonMapper.shared().readTree(each.toData().toJson())));
    HttpRequest request =
        HttpRequest.newBuilder(list)
            .timeout(PATIENCE)
            .header("Authorization", "Bot " + token)
            .header("Content-Type", "application/json")
            .header("User-Agent", "DiscordBot (greffier, 1)")
            .PUT(BodyPublishers.ofString(told.toString()))
            .build();
    return send(request);
  }

  private static Optional<String> send(HttpRequest request) {
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpResponse<Void> answer = client.send(request, BodyHandlers.discarding());
      return answer.statusCode() / 100 == 2
          ? Optional.empty()
          : Optional.of("HTTP " + answer.statusCode());
    } catch (IOException e) {
      return Optional.of(e.toString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.of(e.toString());
    }
  }

  private static JsonNode plain(JsonNode node) {
    if (node.isArray()) {
      ArrayNode list = JsonMapper.shared().createArrayNode();
      for (JsonNode each : node) if (!isFile(each)) list.add(plain(each));
      return list;
    }
    if (!node.isObject()) return node;
    ObjectNode object = JsonMapper.shared().createObjectNode();
    for (Map.Entry<String, JsonNode> each : node.properties())
      if (!LEFT_OUT.contains(each.getKey())) object.set(each.getKey(), plain(each.getValue()));
    return object;
  }

  private static boolean isFile(JsonNode option) {
    return option.path("type").asInt(0) == OptionType.ATTACHMENT.getKey();
  }
}
