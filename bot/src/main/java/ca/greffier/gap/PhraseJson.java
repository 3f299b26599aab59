package ca.greffier.gap;

import ca.greffier.text.Money;
import ca.greffier.text.Percent;
import ca.greffier.text.Phrase;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Phrases as a row keeps them: what was found stays readable in any language, long after the dates
 * and amounts have changed.
 */
final class PhraseJson {
  private static final JsonMapper JSON = JsonMapper.shared();

  private PhraseJson() {}

  static String write(Phrase phrase) {
    return JSON.writeValueAsString(tree(phrase));
  }

  static String write(List<Phrase> phrases) {
    return JSON.writeValueAsString(phrases.stream().map(PhraseJson::tree).toList());
  }

  static Phrase read(String json) {
    return phrase(JSON.readTree(json));
  }

  static List<Phrase> readAll(String json) {
    List<Phrase> phrases = new ArrayList<>();
    for (JsonNode node : JSON.readTree(json)) phrases.add(phrase(node));
    return phrases;
  }

  private static Map<String, Object> tree(Phrase phrase) {
    List<Map<String, Object>> arguments =
        phrase.arguments().stream().map(PhraseJson::argument).toList();
    return Map.of("key", phrase.key(), "arguments", arguments);
  }

  private static Map<String, Object> argument(Object value) {
    return switch (value) {
      case String text -> Map.of("text", text);
      case Integer number -> Map.of("number", number);
      case LocalDate date -> Map.of("date", date.toString());
      case Money money -> Map.of("cents", money.cents());
      case Percent percent -> Map.of("percent", percent.value());
      default -> throw new IllegalArgumentException("cannot be kept: " + value.getClass());
    };
  }

  private static Phrase phrase(JsonNode node) {
    List<Object> arguments = new ArrayList<>();
    for (JsonNode argument : node.get("arguments")) arguments.add(value(argument));
    return new Phrase(node.get("key").asString(), arguments);
  }

  private static Object value(JsonNode node) {
    Map.Entry<String, JsonNode> only = node.properties().iterator().next();
    JsonNode value = only.getValue();
    return switch (only.getKey()) {
      case "text" -> value.asString();
      case "number" -> value.asInt();
      case "date" -> LocalDate.parse(value.asString());
      case "cents" -> new Money(value.asLong());
      case "percent" -> new Percent(value.asDouble());
      default -> throw new IllegalArgumentException("not a kept phrase: " + node);
    };
  }
}
