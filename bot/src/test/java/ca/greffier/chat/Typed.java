package ca.greffier.chat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A slash command being typed, among those the bot has registered. */
record Typed(World world, JsonNode command, @Nullable JsonNode sub) {
  private static final int INTEGER = 4;
  private static final int ATTACHMENT = 11;

  static Typed of(World world, String line) {
    String[] words = line.substring(1).split(" ", 2);
    JsonNode command = named(world.commands, words[0], line);
    return new Typed(
        world, command, words.length == 1 ? null : named(command.path("options"), words[1], line));
  }

  private static JsonNode named(JsonNode list, String name, String line) {
    for (JsonNode each : list) {
      if (each.path("name").asString().equals(name)) return each;
    }
    throw new AssertionError("Discord offers no " + line);
  }

  /**
   * The interaction's data.
   *
   * @param focused the option being typed, when this asks for suggestions
   */
  JsonNode data(List<Given> given, @Nullable Given focused) {
    ObjectNode files = Json.of();
    ArrayNode options = Json.list();
    for (Given each : given) options.add(option(each, files));
    if (focused != null) options.add(focused(focused));
    else checkRequired(given);
    JsonNode typed =
        sub == null
            ? options
            : Json.list(
                Json.of("type", 1, "name", sub.path("name").asString(), "options", options));
    return Json.of(
        "id", command.path("id").asString(),
        "name", command.path("name").asString(),
        "type", 1,
        "options", typed,
        "resolved", Json.of("attachments", files));
  }

  private JsonNode declared(String name) {
    return named(
        sub == null ? command.path("options") : sub.path("options"), name, "option " + name);
  }

  private JsonNode option(Given given, ObjectNode files) {
    JsonNode declared = declared(given.name());
    int type = declared.path("type").asInt();
    JsonNode choices = declared.path("choices");
    boolean offered = choices.isEmpty();
    for (JsonNode choice : choices)
      offered |= choice.path("value").asString().equals(given.value());
    if (!offered) throw new AssertionError(given.value() + " is not among " + choices);
    ObjectNode option = Json.of("name", given.name(), "type", type);
    return switch (type) {
      case INTEGER -> option.put("value", Long.parseLong(given.value()));
      case ATTACHMENT -> option.put("value", Answered.attach(world, given, files));
      default -> option.put("value", given.value());
    };
  }

  private JsonNode focused(Given given) {
    JsonNode declared = declared(given.name());
    if (!declared.path("autocomplete").asBoolean(false))
      throw new AssertionError("nothing is offered for " + given.name());
    return Json.of("name", given.name(), "type", 3, "value", given.value(), "focused", true);
  }

  private void checkRequired(List<Given> given) {
    for (JsonNode option : (sub == null ? command : sub).path("options")) {
      String name = option.path("name").asString();
      boolean there = given.stream().anyMatch(each -> each.name().equals(name));
      if (option.path("required").asBoolean(false) && !there)
        throw new AssertionError("Discord requires the option " + name);
    }
  }
}
