package ca.greffier.config;

import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** A piece of the file, with the line where it begins. */
sealed interface Node {
  int line();

  /** A single value, as it was written. */
  record Text(int line, String text) implements Node {}

  record Mapping(int line, Map<String, Node> entries) implements Node {}

  /** A list: no setting is one. */
  record Sequence(int line) implements Node {}

  /** Written and left empty: the same as absent. */
  record Nothing(int line) implements Node {}

  /**
   * @throws ConfigFailure when the text is not YAML, or gives a key twice
   */
  static Node parse(String yaml) {
    YAMLMapper mapper =
        YAMLMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();
    try (JsonParser parser = mapper.createParser(yaml)) {
      JsonToken first = parser.nextToken();
      return first == null ? new Nothing(1) : node(parser, 1);
    } catch (JacksonException e) {
      throw new ConfigFailure(
          "config.yaml", e.getLocation().getLineNr(), e.getLocation().getColumnNr());
    }
  }

  private static Node node(JsonParser parser, int line) {
    return switch (parser.currentToken()) {
      case START_OBJECT -> mapping(parser, line);
      case START_ARRAY -> {
        parser.skipChildren();
        yield new Sequence(line);
      }
      case VALUE_NULL -> new Nothing(line);
      default -> new Text(line, parser.getString());
    };
  }

  private static Mapping mapping(JsonParser parser, int line) {
    Map<String, Node> entries = new LinkedHashMap<>();
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      String key = parser.currentName();
      int at = parser.currentTokenLocation().getLineNr();
      parser.nextToken();
      entries.put(key, node(parser, at));
    }
    return new Mapping(line, entries);
  }
}
