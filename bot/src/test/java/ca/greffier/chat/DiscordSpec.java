package ca.greffier.chat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Discord's official OpenAPI description: judges the requests of the bot and the answers of the
 * local server. It is outside the project; without it, {@link #find} is empty.
 *
 * <p>Three tolerances, all of them Discord's own: numbers may be written as strings and snowflakes
 * as numbers, and alternatives overlap, so that {@code oneOf} is read as {@code anyOf}.
 */
final class DiscordSpec {
  private static final String ID = "https://discord.example/openapi.json";
  private static final Optional<DiscordSpec> INSTANCE = load();

  private record Operation(Pattern path, String template, int literals, JsonNode methods) {}

  private final List<Operation> operations = new ArrayList<>();
  private final JsonSchemaFactory schemas;
  private final Map<String, JsonSchema> compiled = new ConcurrentHashMap<>();

  private DiscordSpec(JsonNode document) {
    tolerate(document);
    for (Map.Entry<String, JsonNode> path : document.path("paths").properties())
      operations.add(operation(path.getKey(), path.getValue()));
    operations.sort(Comparator.comparingInt(Operation::literals).reversed());
    String text = document.toString();
    schemas =
        JsonSchemaFactory.getInstance(
            SpecVersion.VersionFlag.V202012,
            builder -> builder.schemaLoaders(loaders -> loaders.schemas(Map.of(ID, text))));
  }

  static Optional<DiscordSpec> find() {
    return INSTANCE;
  }

  /** What is wrong with a request; nothing when it fits. */
  List<String> request(String method, String path, JsonNode body) {
    Optional<Operation> operation = operation(method, path);
    if (operation.isEmpty()) return List.of(method + " " + path + " is not in the description");
    JsonNode declared = method(operation.get(), method).path("requestBody");
    if (!declared.path("content").has("application/json")) return List.of();
    return judge(pointer(operation.get(), method) + "/requestBody", body);
  }

  /** What is wrong with an answer of the local server. */
  List<String> answer(String method, String path, int status, JsonNode body) {
    return operation(method, path)
        .filter(found -> method(found, method).path("responses").has(Integer.toString(status)))
        .map(found -> judge(pointer(found, method) + "/responses/" + status, body))
        .orElse(List.of(method + " " + path + " does not answer " + status));
  }

  private List<String> judge(String owner, JsonNode body) {
    JsonSchema schema = compiled.computeIfAbsent(owner, this::compile);
    return schema.validate(body.toString(), InputFormat.JSON).stream()
        .map(ValidationMessage::getMessage)
        .toList();
  }

  private JsonSchema compile(String owner) {
    return schemas.getSchema(
        SchemaLocation.of(ID + "#" + owner + "/content/application~1json/schema"));
  }

  private Optional<Operation> operation(String method, String path) {
    return operations.stream()
        .filter(each -> each.path().matcher(path).matches())
        .filter(each -> !method(each, method).isMissingNode())
        .findFirst();
  }

  private static JsonNode method(Operation operation, String method) {
    return operation.methods().path(method.toLowerCase(Locale.ROOT));
  }

  private static String pointer(Operation operation, String method) {
    return "/paths/"
        + operation.template().replace("/", "~1").replace("{", "%7B").replace("}", "%7D")
        + "/"
        + method.toLowerCase(Locale.ROOT);
  }

  private static Operation operation(String template, JsonNode methods) {
    String regex = template.replaceAll("\\{[^}]+}", "[^/]+").replace("@", "\\@");
    int literals = 0;
    for (String segment : template.split("/", -1)) {
      if (!segment.startsWith("{")) literals++;
    }
    return new Operation(Pattern.compile(regex), template, literals, methods);
  }

  private static void tolerate(JsonNode node) {
    if (node instanceof ArrayNode array) array.forEach(DiscordSpec::tolerate);
    if (!(node instanceof ObjectNode object)) return;
    object.forEach(DiscordSpec::tolerate);
    if (object.path("oneOf").isArray()) object.set("anyOf", object.remove("oneOf"));
    String type = object.path("type").asString("");
    if (object.path("format").asString("").equals("snowflake") && type.equals("string"))
      object.set("type", Json.list("string", "integer"));
    if (type.equals("integer")) acceptDigits(object);
  }

  /** {@code {integer, ...}} becomes {@code that, or its digits as a string}. */
  private static void acceptDigits(ObjectNode integer) {
    ObjectNode strict = integer.deepCopy();
    integer.removeAll();
    integer.set(
        "anyOf", Json.list(strict, Json.of("type", "string", "pattern", "^-?[0-9]{1,19}$")));
  }

  private static Optional<DiscordSpec> load() {
    Path file = Path.of(System.getProperty("greffier.corpora", ""), "discord", "openapi.json");
    if (!Files.isRegularFile(file)) return Optional.empty();
    try {
      return Optional.of(new DiscordSpec(Json.MAPPER.readTree(Files.readString(file))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
