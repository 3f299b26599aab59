package ca.greffier.app;

import static ca.greffier.chat.Given.file;
import static ca.greffier.chat.Given.option;
import static ca.greffier.house.Scene.CAMILLE;
import static org.assertj.core.api.Assertions.assertThat;

import ca.greffier.chat.DiscordUser;
import ca.greffier.chat.Given;
import ca.greffier.chat.Shown;
import ca.greffier.house.Scene;
import ca.greffier.plan.Deliverable;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A month of a project of twelve bodies, led from Discord alone: the coordinator opens no mail, no
 * terminal and no page, and those who answer press buttons.
 */
class MonthOnDiscordTest {
  private static final int BODIES = 12;
  private static final List<String> MONDAYS =
      List.of("2026-03-02", "2026-03-09", "2026-03-16", "2026-03-23");

  @TempDir private Path data;
  private WholeHouse house;
  private DiscordUser camille;

  @BeforeEach
  void open() throws Exception {
    house = new WholeHouse(data);
    house.clock.set(Scene.at("2026-02-27T09:00"));
    execute("DELETE FROM mandate; DELETE FROM body; UPDATE person SET role = 'ADMIN' WHERE id = 1");
    camille = house.onDiscord(CAMILLE);
  }

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void a_coordinator_leads_twelve_bodies_for_a_month() throws Exception {
    begin();
    List<DiscordUser> chairs = new ArrayList<>();
    for (int i = 1; i <= BODIES; i++) chairs.add(house.onDiscord(chair(i)));
    for (int week = 0; week < MONDAYS.size(); week++) {
      house.comes(MONDAYS.get(week) + "T10:00");
      for (int i = 0; i < BODIES; i++) answer(chairs.get(i), i + 1, week);
      house.comes(MONDAYS.get(week) + "T16:00");
    }
    followTheGap();
    meet();
    look();
    assertThat(count("SELECT count(*) FROM progress_answer")).isEqualTo(BODIES * MONDAYS.size());
    assertThat(count("SELECT count(*) FROM journal WHERE source <> 'CHAT'")).isZero();
    house.discord.check();
  }

  private void begin() {
    gives(
        "repertoire importer",
        table(
            "personnes",
            "prenom;nom;courriel;role",
            i -> "Personne;Numéro%d;%s;membre".formatted(i, chair(i))),
        option("genre", "personnes"));
    String general = house.discord.channel("general");
    gives(
        "repertoire importer",
        table(
            "corps",
            "code;nom;genre;salon",
            i -> "GT-%02d;Groupe %d;groupe;%s".formatted(i, i, general)),
        option("genre", "corps"));
    gives(
        "repertoire importer",
        table(
            "mandats",
            "corps;courriel;fonction;debut",
            i -> "GT-%02d;%s;presidence;2026-01-05".formatted(i, chair(i))),
        option("genre", "mandats"));
    gives(
        "livrable importer",
        table(
            "plan",
            "code;titre;corps;responsable;poids;reference;prevu",
            i ->
                "L-%02d;Livrable %d;GT-%02d;%s;1;2026-05-29;2026-05-29"
                    .formatted(i, i, i, chair(i))));
    gives(
        "budget importer",
        table(
            "budget",
            "code;poste;autorise;engage;depense;a_engager",
            i -> "B-%02d;Poste %d;10000;5000;2500;%d".formatted(i, i, i == 1 ? 6000 : 5000)));
    for (int i = 1; i <= BODIES; i++)
      says(
          "point cadence",
          option("corps", "GT-%02d".formatted(i)),
          option("toutes_les", "1"),
          option("jour", "lundi"),
          option("heure", "9 h"),
          option("fenetre", "3"),
          option("raison", "Suivi du mois"));
  }

  /** The last body puts its date off in the third week; the others keep theirs. */
  private void answer(DiscordUser chair, int body, int week) {
    String code = "L-%02d".formatted(body);
    List<Given> given = new ArrayList<>();
    given.add(option("ronde", String.valueOf(round(body))));
    given.add(option("texte", "Semaine " + (week + 1) + " : on avance."));
    given.add(option("livrable", code));
    given.add(option("pourcentage", String.valueOf(20 * (week + 1))));
    if (body == BODIES && week >= 2) given.add(option("date", "2026-06-26"));
    Shown said = chair.types("/point donner", given.toArray(Given[]::new)).message();
    assertThat(said.allText()).doesNotContain("n’est pas");
  }

  private int round(int body) {
    return count(
        "SELECT max(r.id) FROM progress_round r JOIN body b ON b.id = r.body WHERE code = 'GT-%02d'"
            .formatted(body));
  }

  private void followTheGap() {
    Shown list = says("ecart liste");
    assertThat(list.allText()).contains("L-12", "B-01");
    String gap =
        "E-"
            + count(
                "SELECT g.id FROM gap g JOIN deliverable d ON g.subject = 'deliverable:' || d.id"
                    + " WHERE d.code = 'L-12'");
    assertThat(says("ecart voir", option("ecart", gap)).allText()).contains("jours ouvrables");
    says("ecart choisir", option("ecart", gap), option("mesure", "1"));
    says("livrable prevoir", option("livrable", "L-12"), option("date", "2026-05-29"));
    house.comes("2026-03-31T10:00");
    assertThat(says("ecart voir", option("ecart", gap)).allText()).contains("réglé");
    says("action faite", option("action", "PROJET-2026-A001"));
  }

  private void meet() {
    says(
        "rencontre planifier",
        option("corps", "GT-12"),
        option("titre", "Bilan du mois"),
        option("date", "2026-04-15"),
        option("heure", "13 h 30"),
        option("lieu", "Salle 2"),
        option("ordre", "Bilan"));
    says("rencontre convoquer", option("rencontre", "1"));
    house.comes("2026-04-15T13:30");
    says(
        "pv presence",
        option("rencontre", "1"),
        option("personne", chair(12)),
        option("statut", "present"));
    says("pv decision", option("rencontre", "1"), option("texte", "Le calendrier est maintenu."));
    says("rencontre clore", option("rencontre", "1"));
  }

  private void look() {
    List<Shown> board = camille.types("/tableau voir").messages(2);
    assertThat(board.stream().flatMap(each -> each.files().stream()))
        .extracting(Shown.Upload::name)
        .contains("echeancier.png");
    assertThat(camille.types("/rapport voir").messages(2))
        .anySatisfy(part -> assertThat(part.allText()).contains("**Santé du projet**"));
    says("prevoir", option("horizon", "7"));
    says("livrable exporter", option("format", "xlsx"));
    Deliverable last = house.wiring.plan.byCode("L-12").orElseThrow();
    assertThat(last.declared()).isEqualTo(80);
    assertThat(last.moves()).isEqualTo(2);
  }

  private Shown gives(String command, Given table, Given... given) {
    List<Given> all = new ArrayList<>(List.of(given));
    all.add(table);
    return says(command, all.toArray(Given[]::new));
  }

  private Shown says(String command, Given... given) {
    Shown said = camille.types("/" + command, given).message();
    assertThat(said.allText()).as(command).doesNotStartWith("⛔");
    return said;
  }

  private static Given table(String name, String heads, IntFunction<String> row) {
    String lines = IntStream.rangeClosed(1, BODIES).mapToObj(row).collect(Collectors.joining("\n"));
    return file(
        "fichier", name + ".csv", (heads + "\n" + lines + "\n").getBytes(StandardCharsets.UTF_8));
  }

  private static String chair(int body) {
    return "personne.numero%d@groupe.example".formatted(body);
  }

  private int count(String sql) {
    return house.wiring.jdbi.withHandle(
        handle -> handle.createQuery(sql).mapTo(Integer.class).one());
  }

  private void execute(String sql) {
    house.wiring.jdbi.useHandle(handle -> handle.createScript(sql).execute());
  }
}
