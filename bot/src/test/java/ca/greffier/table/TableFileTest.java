package ca.greffier.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ca.greffier.command.Attachment;
import ca.greffier.command.Refusal;
import ca.greffier.command.Reply;
import ca.greffier.text.Money;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class TableFileTest {
  private static final Table PLAN =
      new Table(
          List.of("code", "titre", "poids", "prevu", "montant"),
          List.of(
              Arrays.asList("L-01", "=1+1", 3, LocalDate.of(2026, 3, 20), new Money(123_456)),
              Arrays.asList("L-02", "Été; « œuvre »", 0, null, new Money(-5))));

  @ParameterizedTest
  @EnumSource(TableFormat.class)
  void what_goes_out_comes_back(TableFormat format) {
    Reply.Document document = PLAN.document("plan", format, "plan.exported");
    TableFile back =
        TableFile.read(new Attachment(document.name(), document.bytes()), "code", "titre");
    assertThat(back.rows().get(0).cells().values())
        .startsWith("L-01", "=1+1", "3", "2026-03-20")
        .last()
        .asString()
        .matches("1234[.,]56");
    assertThat(back.rows().get(1).cell("titre")).isEqualTo("Été; « œuvre »");
    assertThat(back.rows().get(1).cell("prevu")).isEmpty();
    assertThat(back.rows().get(1).cell("montant")).matches("-0[.,]05");
    assertThat(back.rows()).extracting(TableFile.Row::number).containsExactly(2, 3);
  }

  /** A title above, a sheet of notes before, a date that looks otherwise, a formula, a gap. */
  @Test
  void a_workbook_is_read_by_what_its_cells_hold() throws IOException {
    try (XSSFWorkbook book = new XSSFWorkbook()) {
      book.createSheet("Notes").createRow(0).createCell(0).setCellValue("À lire");
      Sheet sheet = book.createSheet("Plan");
      sheet.createRow(0).createCell(0).setCellValue("Plan du numérique");
      Row heads = sheet.createRow(2);
      heads.createCell(0).setCellValue("Titre");
      heads.createCell(1).setCellValue("PRÉVU");
      heads.createCell(2).setCellValue("Montant");
      Row row = sheet.createRow(4);
      row.createCell(0).setCellValue("Guide");
      CellStyle american = book.createCellStyle();
      american.setDataFormat(book.createDataFormat().getFormat("m/d/yy"));
      row.createCell(1).setCellValue(LocalDate.of(2026, 3, 4));
      row.getCell(1).setCellStyle(american);
      row.createCell(2).setCellFormula("0.1+0.2");
      row.getCell(2).setCellValue(0.1 + 0.2);
      TableFile table = TableFile.read(file("plan.xlsx", saved(book)), "titre", "prevu");
      assertThat(table.rows())
          .containsExactly(
              new TableFile.Row(
                  5, Map.of("titre", "Guide", "prevu", "2026-03-04", "montant", "0.3")));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sep=,\ncode,titre\nL-01,Été\n",
        "Plan du numérique;\n\nCode;Titre\nL-01;Été\n",
        "code\ttitre\r\nL-01\tÉté\r\n",
      })
  void a_table_is_found_however_it_was_saved(String text) {
    for (Charset charset : List.of(StandardCharsets.UTF_8, Charset.forName("windows-1252"))) {
      TableFile table = TableFile.read(file("plan.csv", text.getBytes(charset)), "code", "titre");
      assertThat(table.rows()).extracting(row -> row.cell("titre")).containsExactly("Été");
    }
  }

  @Test
  void a_missing_column_is_named_with_those_that_were_found() {
    assertThatThrownBy(
            () ->
                TableFile.read(
                    file("plan.csv", "Code;Nom\nA;B\n".getBytes(StandardCharsets.UTF_8)),
                    "code",
                    "titre"))
        .hasMessage("refusal.table.column [plan.csv, titre, code, nom]");
  }

  @Test
  void a_damaged_workbook_is_refused() throws IOException {
    byte[] whole = PLAN.document("plan", TableFormat.XLSX, "plan.exported").bytes();
    for (int length = 4; length < whole.length; length += 97) {
      byte[] cut = Arrays.copyOf(whole, length);
      assertThatThrownBy(() -> TableFile.read(file("plan.xlsx", cut), "code"))
          .isInstanceOf(Refusal.class);
    }
    ByteArrayOutputStream other = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(other)) {
      zip.putNextEntry(new ZipEntry("lisez-moi.txt"));
    }
    assertThatThrownBy(() -> TableFile.read(file("plan.xlsx", other.toByteArray()), "code"))
        .hasMessage("refusal.table.sheet [plan.xlsx]");
  }

  /** 200 MB of spaces in 200 KB: in one part, or in many of which none is large. */
  @ParameterizedTest
  @ValueSource(ints = {1, 40})
  void a_workbook_that_unpacks_to_far_too_much_is_refused(int parts) throws IOException {
    ByteArrayOutputStream bomb = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bomb)) {
      byte[] spaces = new byte[1 << 20];
      Arrays.fill(spaces, (byte) ' ');
      for (int part = 0; part < parts; part++) {
        zip.putNextEntry(new ZipEntry("part" + part + ".xml"));
        for (int i = 0; i < 200 / parts; i++) zip.write(spaces);
      }
    }
    assertThatThrownBy(() -> TableFile.read(file("plan.xlsx", bomb.toByteArray()), "code"))
        .hasMessage("refusal.table.sheet [plan.xlsx]");
  }

  private static byte[] saved(XSSFWorkbook book) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    book.write(out);
    return out.toByteArray();
  }

  private static Attachment file(String name, byte[] bytes) {
    return new Attachment(name, bytes);
  }
}
