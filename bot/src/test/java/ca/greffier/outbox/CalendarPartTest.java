package ca.greffier.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class CalendarPartTest {
  private static final String LONG_LINE =
      "DESCRIPTION:" + "é𝄞 Prêts entre bibliothèques, « Noël » ".repeat(12);

  @Test
  void the_address_is_put_before_the_lines_are_folded() {
    CalendarPart part = new CalendarPart("REQUEST", "ORGANIZER;CN=Greffier:%ORGANIZER%\r\n");
    String address = "greffier+abcdefghijklmnopqrstuvwxyz234567@rencontres.reseau.example.org";

    String sent = part.organizedBy(address);

    assertThat(unfolded(sent)).isEqualTo("ORGANIZER;CN=Greffier:mailto:" + address + "\r\n");
    assertThat(sent.lines()).hasSize(2).allMatch(line -> octets(line) <= 75);
  }

  @Test
  void no_character_is_split_and_nothing_is_lost() {
    String folded = CalendarPart.folded(LONG_LINE + "\r\nEND:VEVENT\r\n");

    assertThat(unfolded(folded)).isEqualTo(LONG_LINE + "\r\nEND:VEVENT\r\n");
    assertThat(folded.lines()).hasSizeGreaterThan(6).allMatch(line -> octets(line) <= 75);
    assertThat(folded).doesNotContain("\uFFFD").doesNotContainPattern("[^\r]\n");
  }

  @Test
  void a_line_of_75_octets_stays_whole() {
    String line = "X".repeat(75) + "\r\n";

    assertThat(CalendarPart.folded(line)).isEqualTo(line);
    assertThat(CalendarPart.folded("X" + line)).isEqualTo("X".repeat(75) + "\r\n X\r\n");
  }

  private static int octets(String line) {
    return line.getBytes(StandardCharsets.UTF_8).length;
  }

  private static String unfolded(String text) {
    return text.replace("\r\n ", "");
  }
}
