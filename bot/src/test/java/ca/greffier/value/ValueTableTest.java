package ca.greffier.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ca.greffier.command.Attachment;
import ca.greffier.command.Refusal;
import ca.greffier.text.Language;
import ca.greffier.text.Messages;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValueTableTest {
  private static final String HEADS =
      "id,CV,SV,CPI,SPI,EAC_typical,EAC_atypical,EAC_mixed,ETC,VAC,TCPI_BAC,TCPI_EAC,ES,SV_t,SPI_t,IEAC_t";

  @Test
  void each_line_has_its_metrics_and_other_columns_are_ignored() {
    String table = "note,id,BAC,PV,EV,AC,AT,PD\n\"a, b\",k4,100000,50000,40000,45000,4,10\n";
    assertThat(metrics(table))
        .containsExactly(
            HEADS,
            "k4,-5000,-10000,0.8889,0.8,112500,105000,129375,67500,-12500,1.0909,0.8889,n/d,n/d,n/d,n/d");
  }

  @Test
  void lines_of_one_series_make_its_planned_curve() {
    String table =
        """
        id,BAC,PV,EV,AC,AT,PD
        k6-t05,100,100,,,5,5
        k6-t01,100,10,,,1,5
        k6-t02,100,25,,,2,5
        k6-t03,100,45,,,3,5
        k6-t04,100,70,55,,,5
        other-t01,100,50,40,,1,2
        """;
    List<String> lines = metrics(table);
    assertThat(lines.get(5))
        .startsWith("k6-t04,n/d,-15,n/d,0.7857,")
        .endsWith(",3.4,-0.6,0.85,5.8824");
    assertThat(lines.get(6)).endsWith(",0.8,-0.2,0.8,2.5");
    assertThat(lines.get(1)).endsWith(",n/d,n/d,n/d,n/d");
  }

  @Test
  void a_table_is_read_as_excel_writes_it_in_quebec() {
    String table =
        "\uFEFFId;Bac;PV;EV;AC;AT;PD\r\n"
            + "été;1 234,50 $;\"617,25\";500;1,5;;\r\n"
            + ";;;;;;\r\n"
            + "vide;;—;n/d;N/A;;\r\n";
    assertThat(metrics(table))
        .containsExactly(
            HEADS,
            "été,498.5,-117.25,333.3333,0.81,3.7035,736,4.2202,2.2035,1230.7965,0.5957,333.3333,n/d,n/d,n/d,n/d",
            "vide,n/d,n/d,n/d,n/d,n/d,n/d,n/d,n/d,n/d,n/d,n/d,n/d,n/d,n/d,n/d");
    byte[] windows = "id;bac;pv;ev;ac\nété;100;;50;\n".getBytes(Charset.forName("windows-1252"));
    assertThat(ValueTable.read(new Attachment("m.csv", windows)).csv()).contains("\nété,");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "id;BAC;PV;EV;AC@a;1,234;0;1;1 | 1.234",
        "id,BAC,PV,EV,AC@a,\"1,234\",0,1,1 | 1234",
        "id,BAC,PV,EV,AC@a,\"1,234.5\",0,1,1 | 1234.5",
        "id,BAC,PV,EV,AC@a,\"0,125\",0,1,1 | 0.125",
        "id;BAC;PV;EV;AC@a;1.234,5;0;1;1 | 1234.5",
        "id;BAC;PV;EV;AC@a;1.234.567;0;1;1 | 1234567",
        "id;BAC;PV;EV;AC@a;-12 000;0;1;1 | -12000",
        "id;BAC;PV;EV;AC@a;1,5E+06;0;1;1 | 1500000",
        "id\tBAC\tPV\tEV\tAC@a\t12 345 678 901 234 567 890,25\t0\t1\t1 | 12345678901234567890.25",
      })
  void a_number_is_read_as_its_table_writes_it(String table, String bac) {
    assertThat(metrics(table.replace('@', '\n')).get(1).split(",")[5]).isEqualTo(bac);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "id,BAC,PV,EV@a,1,1,1 | Il manque au fichier m.csv la colonne « ac ». Colonnes trouvées :"
            + " id, bac, pv, ev.",
        "id,BAC,PV,EV,AC@a,1,1,beaucoup,1 | Ligne 2, colonne EV : « beaucoup » n’est pas un nombre."
            + " Écrivez par exemple 1234,56.",
        "id,BAC,PV,EV,AC@a,1,1,1,1@b,Infinity,1,1,1 | Ligne 3, colonne BAC : « Infinity » n’est pas"
            + " un nombre. Écrivez par exemple 1234,56.",
        "id,BAC,PV,EV,AC@a,1e999999999,1,1,1 | Ligne 2, colonne BAC : « 1e999999999 » n’est pas un"
            + " nombre. Écrivez par exemple 1234,56.",
        "id,BAC,PV,EV,AC | Le fichier m.csv n’a aucune ligne sous ses titres de colonnes.",
      })
  void what_is_no_table_of_measures_is_refused_with_its_line(String table, String words) {
    assertThatThrownBy(() -> metrics(table.replace('@', '\n')))
        .isInstanceOfSatisfying(
            Refusal.class,
            refusal ->
                assertThat(
                        Messages.load(ZoneId.of("America/Toronto"))
                            .say(Language.FRENCH, refusal.key(), refusal.arguments().toArray())
                            .replace('\u00a0', ' '))
                    .isEqualTo(words));
  }

  private static List<String> metrics(String table) {
    byte[] bytes = table.getBytes(StandardCharsets.UTF_8);
    return ValueTable.read(new Attachment("m.csv", bytes)).csv().lines().toList();
  }
}
