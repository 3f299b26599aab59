package ca.greffier.chat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What a person puts in the fields of a form. */
final class Answered {
  private static final int SELECT = 3;
  private static final int TEXT = 4;
  private static final int FILE = 19;
  private static final int RADIO = 21;

  private Answered() {}

  /** The labels of a form with their answers, as Discord sends them. */
  static JsonNode all(World world, Form form, List<Given> given, ObjectNode files) {
    for (Given each : given) form.field(each.name());
    ArrayNode labels = Json.list();
    for (JsonNode label : form.json().path("components")) {
      JsonNode field = label.path("component");
      String name = field.path("custom_id").asString();
      Given found =
          given.stream().filter(each -> each.name().equals(name)).findFirst().orElse(null);
      if (found == null && field.path("required").asBoolean(true))
        throw new AssertionError("Discord requires the field " + name);
      int id = 2 * labels.size() + 1;
      ObjectNode answer = answer(world, field, found, files).put("id", id + 1);
      labels.add(Json.of("type", 18, "id", id, "component", answer));
    }
    return labels;
  }

  private static ObjectNode answer(
      World world, JsonNode field, @Nullable Given given, ObjectNode files) {
    int type = field.path("type").asInt();
    ObjectNode answer = Json.of("type", type, "custom_id", field.path("custom_id").asString());
    switch (type) {
      case TEXT -> answer.put("value", given == null ? "" : fits(field, given.value()));
      case RADIO -> answer.put("value", given == null ? null : offered(field, given.value()));
      case SELECT ->
          answer.set(
              "values", given == null ? Json.list() : Json.list(offered(field, given.value())));
      case FILE ->
          answer.set(
              "values", given == null ? Json.list() : Json.list(attach(world, given, files)));
      default -> throw new AssertionError("a field of type " + type);
    }
    return answer;
  }

  /** Uploads a file; its id is what the interaction carries. */
  static String attach(World world, Given given, ObjectNode files) {
    byte[] bytes = given.bytes();
    if (bytes == null) throw new AssertionError(given.name() + " takes a file");
    String id = Snowflakes.next();
    world.attachments.put(id, given);
    files.set(id, world.attachment(id, given.value(), bytes.length));
    return id;
  }

  private static String fits(JsonNode field, String value) {
    if (value.length() > field.path("max_length").asInt(4000))
      throw new AssertionError("too long for " + field);
    return value;
  }

  private static String offered(JsonNode field, String value) {
    for (JsonNode option : field.path("options")) {
      if (option.path("value").asString().equals(value)) return value;
    }
    throw new AssertionError(value + " is not among " + field.path("options"));
  }
}
