package ca.greffier.chat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** What Discord refuses, or our house forbids, that the official description does not say. */
final class Rules {
  private static final Pattern NAME = Pattern.compile("[-_'\\p{L}\\p{N}]{1,32}");
  private static final Pattern MESSAGES =
      Pattern.compile("/channels/[^/]+/messages|/webhooks/[^/]+/[^/]+(/messages/[^/]+)?");

  private final List<String> found = new ArrayList<>();

  private Rules() {}

  static List<String> broken(String method, String path, JsonNode body, int files) {
    Rules rules = new Rules();
    if (method.equals("PUT") && path.endsWith("/commands")) rules.commands(body);
    if (path.endsWith("/callback")) rules.callback(body, files);
    boolean writes = method.equals("POST") || method.equals("PATCH");
    if (writes && MESSAGES.matcher(path).matches()) rules.message(body, files);
    if (path.equals("/users/@me/channels")) rules.must(body.has("recipient_id"), "no recipient");
    return rules.found;
  }

  private void callback(JsonNode body, int files) {
    JsonNode data = body.path("data");
    switch (body.path("type").asInt()) {
      case 4 -> message(data, files);
      case 9 -> form(data);
      default -> {}
    }
  }

  private void message(JsonNode body, int files) {
    String content = body.path("content").asString("");
    must(content.length() <= 2000, "content of " + content.length() + " characters");
    int parts = files + body.path("embeds").size() + body.path("components").size();
    must(!content.isBlank() || parts > 0, "empty message");
    must(body.path("nonce").asString("").length() <= 25, "long nonce");
    must(
        body.path("allowed_mentions").path("parse").isArray()
            && body.path("allowed_mentions").path("parse").isEmpty(),
        "a message that may ping people");
    int embedded = 0;
    for (JsonNode embed : body.path("embeds")) embedded += letters(embed);
    must(embedded <= 6000, "embeds of " + embedded + " characters");
    for (JsonNode file : body.path("attachments"))
      must(!file.path("description").asString("").isBlank(), "a file without a description");
    distinct(body.path("components"), "components");
  }

  private void form(JsonNode data) {
    must(data.path("components").size() <= 5, "a form of more than five parts");
    Set<String> seen = new HashSet<>();
    for (JsonNode label : data.path("components"))
      must(seen.add(label.path("component").path("custom_id").asString()), "twice in a form");
  }

  private void commands(JsonNode commands) {
    must(commands.size() <= 100, "more than 100 commands");
    for (JsonNode command : commands) {
      named(command);
      must(letters(command) <= 8000, "a command of more than 8000 characters");
    }
  }

  private void named(JsonNode thing) {
    name(thing.path("name").asString());
    thing.path("name_localizations").forEach(name -> name(name.asString()));
    must(!thing.path("description").asString("").isBlank(), "no description: " + thing);
    boolean optionalSeen = false;
    for (JsonNode option : thing.path("options")) {
      named(option);
      boolean required = option.path("required").asBoolean(false);
      must(!(required && optionalSeen), "required after optional: " + option);
      optionalSeen |= !required;
    }
  }

  private void name(String name) {
    must(NAME.matcher(name).matches(), "bad name: " + name);
    must(name.equals(name.toLowerCase(Locale.ROOT)), "capital letters: " + name);
  }

  private void distinct(JsonNode rows, String what) {
    Set<String> seen = new HashSet<>();
    for (JsonNode row : rows) {
      for (JsonNode part : row.path("components")) {
        String id = part.path("custom_id").asString("");
        must(id.isEmpty() || seen.add(id), "the same custom_id twice among " + what);
      }
    }
  }

  /**
   * Names, descriptions and values of a command and of all under it; of the languages of a field,
   * only the longest counts.
   */
  private static int letters(JsonNode thing) {
    int sum = longest(thing, "name") + longest(thing, "description");
    if (thing.path("value").isString()) sum += thing.path("value").asString().length();
    for (JsonNode option : thing.path("options")) sum += letters(option);
    for (JsonNode choice : thing.path("choices")) sum += letters(choice);
    return sum;
  }

  private static int longest(JsonNode thing, String field) {
    int longest = thing.path(field).asString("").length();
    for (JsonNode said : thing.path(field + "_localizations"))
      longest = Math.max(longest, said.asString().length());
    return longest;
  }

  private void must(boolean held, String fault) {
    if (!held) found.add(fault);
  }
}
