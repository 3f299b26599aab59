package ca.greffier.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The judge of every request must itself be able to say no. */
class DiscordSpecTest {
  private static final String COMMANDS = "/applications/123/commands";
  private static final String CALLBACK = "/interactions/1/secret/callback";

  @BeforeEach
  void the_description_is_there() {
    assumeTrue(
        DiscordSpec.find().isPresent(),
        "skipped: Discord's openapi.json is not in -Dgreffier.corpora=DIR");
  }

  @Test
  void a_good_request_fits() {
    JsonNode command = Json.of("name", "point", "description", "Le point", "contexts", digits());
    assertThat(spec().request("PUT", COMMANDS, Json.list(command))).isEmpty();
    assertThat(spec().request("POST", CALLBACK, Json.of("type", 5))).isEmpty();
  }

  @Test
  void a_long_name_a_wrong_type_and_an_unknown_path_do_not() {
    JsonNode command = Json.of("name", "n".repeat(33), "description", "Le point");
    assertThat(spec().request("PUT", COMMANDS, Json.list(command))).isNotEmpty();
    assertThat(spec().request("POST", CALLBACK, Json.of("type", 99))).isNotEmpty();
    assertThat(spec().request("POST", CALLBACK, Json.of("data", Json.of()))).isNotEmpty();
    assertThat(spec().request("POST", "/nowhere", Json.of())).isNotEmpty();
  }

  @Test
  void an_answer_is_judged_too() {
    assertThat(spec().answer("GET", "/users/@me", 200, Json.of("id", "1"))).isNotEmpty();
    assertThat(spec().answer("GET", "/users/@me", 299, Json.of())).isNotEmpty();
  }

  private static JsonNode digits() {
    return Json.list("0", "1");
  }

  private static DiscordSpec spec() {
    return DiscordSpec.find().orElseThrow();
  }
}
