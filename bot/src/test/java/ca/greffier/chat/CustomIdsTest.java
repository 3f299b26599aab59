package ca.greffier.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CustomIdsTest {
  @Test
  void a_command_and_its_values_are_read_back() {
    Map<String, String> given = new LinkedHashMap<>();
    given.put("livrable", "12");
    given.put("texte", "100 % | a=b %7C");
    Target start = new Target.Start("point donner", given);
    String id = CustomIds.write(start).orElseThrow();
    assertThat(id).isEqualTo("c:point donner|livrable=12|texte=100 %25 %7C a=b %257C");
    assertThat(CustomIds.read(id)).contains(start);
  }

  @Test
  void an_ask_and_its_answer_are_read_back() {
    Target answer = new Target.Answer("abc234", Map.of("presence", "oui"));
    String id = CustomIds.write(answer).orElseThrow();
    assertThat(id).isEqualTo("a:abc234|presence=oui");
    assertThat(CustomIds.read(id)).contains(answer);
  }

  @Test
  void what_is_too_long_is_not_written() {
    assertThat(CustomIds.write(new Target.Start("x", Map.of("a", "b".repeat(100))))).isEmpty();
  }

  @Test
  void what_was_not_written_here_is_not_read() {
    assertThat(CustomIds.read("autre chose")).isEmpty();
    assertThat(CustomIds.read("")).isEmpty();
  }
}
