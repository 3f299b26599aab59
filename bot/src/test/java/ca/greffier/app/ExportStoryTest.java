package ca.greffier.app;

import static org.assertj.core.api.Assertions.assertThat;

import ca.greffier.calendar.CalendarFile;
import ca.greffier.command.Attachment;
import ca.greffier.command.Reply;
import ca.greffier.table.TableFile;
import ca.greffier.text.Phrase;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What leaves as a table comes back as it was. */
class ExportStoryTest {
  @TempDir private Path data;
  private ShownHouse house;

  @BeforeEach
  void open() {
    house = new ShownHouse(data).filled();
  }

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void the_plan_and_the_budget_come_back_as_they_left() {
    assertSameAfterImport("livrable");
    assertSameAfterImport("budget");
  }

  @Test
  void so_do_they_as_workbooks() {
    for (String what : List.of("livrable", "budget")) {
      Reply.Document before = export(what);
      Reply.Document workbook =
          (Reply.Document)
              house.give(ShownHouse.CAMILLE, what + " exporter", Map.of("format", "excel"));
      assertThat(workbook.name()).endsWith("-2026-03-16.xlsx");
      Reply report =
          house.give(
              ShownHouse.CAMILLE,
              what + " importer",
              Map.of("essai", "oui"),
              Map.of("fichier", new Attachment(workbook.name(), workbook.bytes())));
      assertThat(((Reply.Table) report).rows())
          .isNotEmpty()
          .allSatisfy(
              row ->
                  assertThat(row.get(2))
                      .isEqualTo(Phrase.of("import.fine", Phrase.of("import.same"))));
      assertThat(text(export(what))).isEqualTo(text(before));
    }
  }

  private void assertSameAfterImport(String what) {
    Reply.Document table = export(what);
    assertThat(table.name()).endsWith("-2026-03-16.csv");
    house.give(
        ShownHouse.CAMILLE,
        what + " importer",
        Map.of(),
        Map.of("fichier", new Attachment(table.name(), table.bytes())));
    assertThat(text(export(what))).isEqualTo(text(table));
    assertThat(text(table)).startsWith("\uFEFFcode;");
  }

  /** A title may begin as a formula does; the spreadsheet must not reckon with it. */
  @Test
  void a_formula_that_somebody_typed_is_only_words() {
    house.give(
        ShownHouse.CAMILLE,
        "livrable ajouter",
        Map.of("titre", "=HYPERLINK(\"https://exemple.org\")", "corps", "CD"));
    Reply.Document table = export("livrable");
    assertThat(text(table)).contains(";\"'=HYPERLINK(\"\"https://exemple.org\"\")\";");
    TableFile back = TableFile.read(new Attachment("t.csv", table.bytes()), "code", "titre");
    assertThat(back.rows()).anyMatch(row -> row.cell("titre").startsWith("=HYPERLINK"));
  }

  @Test
  void a_calendar_program_reads_the_plan_at_an_address_until_it_is_changed() {
    String address = agenda(Map.of());
    HttpResponse<String> answer = house.open(address, "");
    assertThat(answer.headers().firstValue("Content-Type"))
        .contains("text/calendar; charset=utf-8");
    CalendarFile calendar = CalendarFile.read(answer.body());
    assertThat(calendar.warnings()).isEmpty();
    assertThat(calendar.events()).hasSize(22);
    assertThat(answer.body()).contains("DTSTART;VALUE=DATE:20260522", "L-12 · Prototype");
    assertThat(house.open(ShownHouse.forged(address), "").statusCode()).isEqualTo(404);
    String renewed = agenda(Map.of("nouveau", "oui"));
    assertThat(house.open(address, "").statusCode()).isEqualTo(404);
    assertThat(house.open(renewed, "").statusCode()).isEqualTo(200);
  }

  /** The path of the address that Mathieu is told. */
  private String agenda(Map<String, String> given) {
    Reply.Said said = (Reply.Said) house.give(ShownHouse.MATHIEU, "livrable calendrier", given);
    String address = String.valueOf(said.arguments().getFirst());
    return address.substring(address.indexOf("/plan/"));
  }

  private Reply.Document export(String what) {
    return (Reply.Document) house.give(ShownHouse.CAMILLE, what + " exporter", Map.of());
  }

  private static String text(Reply.Document table) {
    return new String(table.bytes(), StandardCharsets.UTF_8);
  }
}
