package ca.greffier.chat;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Short words for the JSON of the local server. */
final class Json {
  static final JsonMapper MAPPER = JsonMapper.shared();

  private Json() {}

  /** {@code of("id", id, "name", name)}. */
  static ObjectNode of(@Nullable Object... namesAndValues) {
    ObjectNode object = MAPPER.createObjectNode();
    for (int i = 0; i < namesAndValues.length; i += 2)
      object.set(String.valueOf(namesAndValues[i]), MAPPER.valueToTree(namesAndValues[i + 1]));
    return object;
  }

  static ArrayNode list(Object... values) {
    ArrayNode array = MAPPER.createArrayNode();
    for (Object value : values) array.add(MAPPER.<JsonNode>valueToTree(value));
    return array;
  }

  static JsonNode read(String text) {
    return text.isBlank() ? MAPPER.createObjectNode() : MAPPER.readTree(text);
  }
}
