package ca.greffier.newsletter;

import static ca.greffier.house.Scene.CAMILLE;
import static ca.greffier.house.Scene.OMAR;
import static ca.greffier.house.Scene.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ca.greffier.command.Attachment;
import ca.greffier.command.Journal;
import ca.greffier.command.Refusal;
import ca.greffier.command.Reply;
import ca.greffier.house.LetterSnapshots;
import ca.greffier.house.Scene;
import ca.greffier.outbox.Letter;
import ca.greffier.outbox.LetterClass;
import ca.greffier.text.Language;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A newsletter from its list to its archive, through the Desk. */
class NewsletterStoryTest {
  private static final String HEADS = "courriel;prenom;nom;langue;organisation;base;date;fin\n";
  private static final String ALMA = "anne@alma.example";
  private static final String AMOS = "henri@amos.example";
  private static final String AMQUI = "oscar@amqui.example";
  private static final String THREE =
      ALMA
          + ";Anne;Allard;fr;Alma;exprès;2015-03-01;\n"
          + AMOS
          + ";Henri;Dufour;en;Amos;adhésion;2020-01-01;2024-06-30\n"
          + AMQUI
          + ";Oscar;Gosselin;fr;Amqui;achat;2024-04-01;\n";

  private final Scene scene = new Scene(at("2026-03-02T09:00"));
  private final Archive archive = new Archive(scene.store.jdbi());

  @BeforeEach
  void open() {
    scene.commands(NewsletterRoom.commands(scene).all());
  }

  @Test
  void an_issue_goes_to_every_subscriber_once() {
    imported(THREE);
    write("Bilan d’hiver");

    assertThat(send("1"))
        .isEqualTo(
            "3 lettres partent pour l’infolettre nouvelles/1. Suivez l’envoi avec «\u00a0infolettre"
                + " etat numero:nouvelles/1\u00a0».");
    assertThat(state("1")).contains("envoi en cours", "En attente = 3");
    List<Letter> letters = scene.letters();
    assertThat(letters).extracting(Letter::address).containsExactly(ALMA, AMOS, AMQUI);
    assertThat(letters)
        .allSatisfy(
            letter -> {
              assertThat(letter.letterClass()).isEqualTo(LetterClass.INFOLETTRE);
              assertThat(letter.unsubscribe()).startsWith("abonnement:");
              assertThat(letter.data()).containsEntry("list", "nouvelles");
            });
    assertThat(letters.get(1).language()).isEqualTo(Language.ENGLISH);
    assertThat(state("1")).contains("envoyée", "Lettres parties = 3", "En attente = 0");

    assertThat(scene.refusal(() -> send("1"))).contains("nouvelles/1 est déjà partie le lundi 2");
    assertThat(scene.letters()).isEmpty();
  }

  @Test
  void an_issue_may_go_to_some_of_its_list_only() {
    String heads = "courriel;prenom;nom;langue;base;date;region;categorie\n";
    String table =
        ALMA
            + ";Anne;Allard;fr;exprès;2025-03-01;Lac-Saint-Jean;Municipalité\n"
            + AMOS
            + ";Henri;Dufour;en;exprès;2025-03-01;Abitibi;Municipalité\n"
            + OMAR
            + ";Omar;Benali;fr;exprès;2025-03-01;Laval;Fournisseur\n";
    scene.give(
        CAMILLE,
        "infolettre importer",
        Map.of(
            "fichier", new Attachment("t.csv", (heads + table).getBytes(StandardCharsets.UTF_8))),
        "liste",
        "nouvelles");
    write("Bilan d’hiver");
    assertThat(target("categorie", "municipalité")).contains("ira à 2 personnes", "sur 3");
    assertThat(target("categorie", "municipalité", "langue", "en")).contains("à 1 personne");
    assertThat(target("region", "Mars")).contains("à 0 personne");
    assertThat(scene.refusal(() -> send("1"))).contains("Personne ne peut recevoir");
    assertThat(target()).contains("toute la liste\u00a0: 3 personnes");
    assertThat(target("corps", "CD")).contains("à 1 personne");
    assertThat(state("1")).contains("Ira à = 1 personne");
    send("1");
    assertThat(scene.letters()).extracting(Letter::address).containsExactly(OMAR);
    assertThat(scene.refusal(() -> target("region", "Laval"))).contains("déjà partie");
  }

  @Test
  void the_list_says_where_its_readers_are() {
    assertThat(scene.refusal(() -> located("vancouver", "Lune")))
        .contains("«\u00a0Lune\u00a0» n’est pas un fuseau connu");
    located("vancouver", "Europe/Paris");
    write("Bilan d’hiver");
    send("1");
    List<String> zones =
        scene
            .store
            .jdbi()
            .withHandle(
                handle ->
                    handle
                        .createQuery("SELECT coalesce(zone, '') FROM campaign_letter ORDER BY id")
                        .mapTo(String.class)
                        .list());
    assertThat(zones).containsExactly("America/Vancouver", "Europe/Paris", "");
  }

  /** Of a third it is not said. */
  private void located(String first, String second) {
    String table =
        "courriel;base;date;fuseau\n"
            + (ALMA + ";exprès;2025-03-01;" + first + "\n")
            + (AMOS + ";exprès;2025-03-01;" + second + "\n")
            + (AMQUI + ";exprès;2025-03-01;\n");
    Attachment file = new Attachment("t.csv", table.getBytes(StandardCharsets.UTF_8));
    scene.give(CAMILLE, "infolettre importer", Map.of("fichier", file), "liste", "nouvelles");
  }

  @Test
  void what_waits_for_its_hour_says_when_it_leaves() {
    imported(THREE);
    write("Bilan");
    send("1");
    assertThat(state("1")).doesNotContain("La suite part");
    scene
        .store
        .jdbi()
        .useHandle(
            handle ->
                handle.execute("UPDATE campaign_chunk SET lease_until = '2026-03-03T12:00Z'"));
    assertThat(state("1")).contains("La suite part = mardi 3");
    write("Suite");
    assertThat(scene.words(scene.give(CAMILLE, "infolettre liste")))
        .contains(
            "nouvelles/1 | Bilan | envoi en cours | lundi 2", "nouvelles/2 | Suite | projet | —");
  }

  @Test
  void a_letter_that_would_be_cut_is_told_before_it_leaves() {
    imported(THREE);
    write("Bilan");
    scene.give(
        CAMILLE, "infolettre modifier", "numero", "1", "texte", "é la bibliothèque, ".repeat(900));
    assertThat(reviewed()).doesNotContain("ko");
    scene.give(CAMILLE, "infolettre modifier", "numero", "1", "texte", "Ж ".repeat(9_000));
    assertThat(reviewed()).contains("environ 163\u00a0ko", "au-delà de 98");
  }

  @Test
  void a_filter_judges_a_draft_each_time_it_changes() {
    imported(THREE);
    write("Bilan d’hiver");
    List<Letter> read = new ArrayList<>();
    SpamSweep sweep =
        new SpamSweep(
            NewsletterRoom.parts(scene),
            letter -> {
              read.add(letter);
              boolean loud = "GRATUIT".equals(letter.data().get("title"));
              return Optional.of(
                  new SpamFilter.Verdict(
                      new BigDecimal(loud ? "6.3" : "-0.1"),
                      new BigDecimal("5.0"),
                      loud ? List.of("SUBJ_ALL_CAPS", "FREE") : List.of()));
            });
    sweep.run(scene.clock.instant());
    sweep.run(scene.clock.instant());
    assertThat(read).hasSize(1);
    assertThat(read.getFirst().letterClass()).isEqualTo(LetterClass.INFOLETTRE);
    assertThat(reviewed()).contains("-0,1 sur 5,0, rien ne lui déplaît");
    scene.give(CAMILLE, "infolettre modifier", "numero", "1", "titre", "GRATUIT");
    assertThat(reviewed()).as("of other words").doesNotContain("SpamAssassin");
    sweep.run(scene.clock.instant());
    assertThat(reviewed())
        .contains("6,3 sur 5,0, bien des serveurs", "contre elle\u00a0: SUBJ_ALL_CAPS, FREE.");
    new SpamSweep(NewsletterRoom.parts(scene), _ -> Optional.empty()).run(scene.clock.instant());
    assertThat(reviewed()).contains("6,3 sur 5,0");
  }

  private String reviewed() {
    return scene.words(scene.give(CAMILLE, "infolettre relire", "numero", "1"));
  }

  private String target(String... given) {
    List<String> all = new ArrayList<>(List.of("numero", "1"));
    all.addAll(List.of(given));
    return scene.words(scene.give(CAMILLE, "infolettre cibler", all.toArray(String[]::new)));
  }

  @Test
  void passages_fill_themselves_from_the_rooms_and_stay_text_of_the_draft() {
    imported(THREE);
    scene
        .store
        .jdbi()
        .useHandle(
            handle ->
                handle
                    .createScript(
                        """
                        INSERT INTO meeting (body, title, starts_at, minutes, place, uid, state,
                                             convener, convened_at)
                        VALUES (1, 'Séance de février', '2026-02-12T18:30Z', 60, 'Laval', 'a',
                                'CLOSED', 1, '2026-02-01T12:00Z'),
                               (1, 'Séance de mars', '2026-03-26T17:30Z', 60, 'Lévis', 'b',
                                'CONVENED', 1, '2026-02-20T12:00Z');
                        INSERT INTO minutes (meeting, closed_by, closed_at, official, approved_at,
                                             approved_in)
                        VALUES (1, 1, '2026-02-12T20:00Z', true, '2026-02-26T20:00Z', 2);
                        INSERT INTO decision (meeting, number, text, quorate, present, needed, at)
                        VALUES (1, 'CD-2026-001', 'Le prêt *numérique* est adopté.', true, 4, 3,
                                '2026-02-12T19:00Z'),
                               (1, 'CD-2026-002', 'Sans quorum.', false, 2, 3,
                                '2026-02-12T19:30Z');
                        INSERT INTO document (number, title, classification, status, language,
                                              open_until)
                        VALUES (1, 'Cahier [final]', 'PUBLIC', 'APPROVED', 'FRENCH', NULL),
                               (2, 'Interne', 'INTERNAL', 'APPROVED', 'FRENCH', '2026-04-01'),
                               (3, 'Projets pilotes', 'PUBLIC', 'APPROVED', 'FRENCH', '2026-03-02'),
                               (4, 'Appel clos', 'PUBLIC', 'APPROVED', 'FRENCH', '2026-03-01');
                        INSERT INTO document_version (document, number, added_at, link)
                        SELECT id, 1, CASE number WHEN 1 THEN timestamptz '2026-02-20T12:00Z'
                                                  ELSE timestamptz '2025-11-20T12:00Z' END,
                               'https://exemple.org/' || number
                        FROM document;
                        """)
                    .execute());
    scene.give(
        CAMILLE,
        "infolettre rediger",
        "liste",
        "nouvelles",
        "titre",
        "Mars",
        "texte",
        "Bonjour.\n\n"
            + "{{ Décisions }}\n\n"
            + "{{jalons}}\n\n"
            + "{{rencontres}}\n\n"
            + "{{documents}}\n\n"
            + "{{appels}}\n\n"
            + "À bientôt.");
    String draft = issue(1).contents();
    assertThat(draft.replace('\u00a0', ' '))
        .isEqualTo(
            """
            Bonjour.

            ## Décisions

            - Le prêt \\*numérique\\* est adopté. (CD-2026-001, Comité directeur, jeudi 12 février 2026)

            ## Prochaines rencontres

            - **Séance de mars**, Comité directeur : le jeudi 26 mars 2026, à 13 h 30, Lévis

            ## Nouveaux documents

            - [Cahier \\[final\\]](https://exemple.org/1) (D-01)

            ## Appels ouverts

            - [Projets pilotes](https://exemple.org/3) (D-03), jusqu’au lundi 2 mars 2026

            À bientôt.\
            """);
    assertThat(
            scene.refusal(
                () ->
                    scene.give(
                        CAMILLE, "infolettre modifier", "numero", "1", "texte", "{{météo}}")))
        .contains(
            "«\u00a0météo\u00a0»",
            "{{decisions}}, {{jalons}}, {{rencontres}}, {{documents}}, {{appels}}");
    send("1");
    scene.clock.set(at("2026-03-10T09:00"));
    scene.give(
        CAMILLE,
        "infolettre rediger",
        "liste",
        "nouvelles",
        "titre",
        "Avril",
        "texte",
        "Rien.\n\n{{décisions}}\n\n{{documents}}");
    assertThat(issue(2).contents())
        .as("only what is new since the issue before")
        .isEqualTo("Rien.");
  }

  @Test
  void a_recurring_issue_drafts_itself_when_there_is_something_new() {
    imported(THREE);
    assertThat(digest("2", "texte", "Bonjour.\n\n{{documents}}"))
        .contains("toutes les 2 semaines", "lundi 16 mars 2026");
    assertThat(scene.refusal(() -> digest("2", "texte", "{{météo}}"))).contains("météo");
    assertThat(scene.refusal(() -> digest("2", "texte", "Bonjour.", "date", "2026-03-02")))
        .contains("jour à venir");
    swept("2026-03-15T07:45");
    swept("2026-03-16T07:45");
    assertThat(scene.letters()).as("nothing new").isEmpty();
    scene
        .store
        .jdbi()
        .useHandle(
            handle ->
                handle
                    .createScript(
                        """
                        INSERT INTO document (number, title, classification, status, language)
                        VALUES (1, 'Cahier', 'PUBLIC', 'APPROVED', 'FRENCH');
                        INSERT INTO document_version (document, number, added_at, link)
                        SELECT id, 1, '2026-03-20T12:00Z', 'https://exemple.org' FROM document;
                        """)
                    .execute());
    swept("2026-03-29T07:45");
    assertThat(scene.letters()).isEmpty();
    swept("2026-03-30T07:45");
    List<Letter> letters = scene.letters();
    assertThat(letters).extracting(Letter::address).containsExactly(CAMILLE);
    LetterSnapshots.verify("newsletter", letters.getFirst());
    assertThat(issue(1).title()).isEqualTo("nouvelles, lundi 30 mars 2026");
    assertThat(issue(1).contents()).contains("Bonjour.", "[Cahier](https://exemple.org) (D-01)");
    assertThat(issue(1).sentAt()).isNull();
    swept("2026-03-30T07:45");
    assertThat(scene.letters()).as("once").isEmpty();
    assertThat(digest("0")).contains("ne se prépare plus");
    assertThat(scene.refusal(() -> digest("0"))).contains("pas de bulletin");
  }

  private String digest(String weeks, String... more) {
    List<String> all = new ArrayList<>(List.of("liste", "nouvelles", "semaines", weeks));
    all.addAll(List.of(more));
    return scene.words(scene.give(CAMILLE, "infolettre bulletin", all.toArray(String[]::new)));
  }

  private void swept(String local) {
    scene.clock.set(at(local));
    new DigestSweep(NewsletterRoom.parts(scene), NewsletterRoom.blocks(scene), scene.messages)
        .run(scene.clock.instant());
  }

  private Issue issue(int number) {
    return new NewsletterKinds(scene.store.jdbi()).issue().parse(String.valueOf(number));
  }

  @Test
  void an_issue_is_reviewed_changed_and_not_sent_while_it_shuts_somebody_out() {
    imported(THREE);
    scene.give(
        CAMILLE,
        "infolettre rediger",
        "liste",
        "nouvelles",
        "titre",
        "Bilan",
        "texte",
        "![](cid:carte)\n\nPour le plan, [cliquez ici](https://exemple.ca).");
    assertThat(scene.words(scene.give(CAMILLE, "infolettre relire", "numero", "1")))
        .contains("texte de remplacement (cid:carte)", "«\u00a0cliquez ici\u00a0» ne dit pas");
    assertThat(scene.refusal(() -> send("1")))
        .contains("1 faute empêche quelqu’un de lire nouvelles/1", "infolettre modifier");
    assertThat(scene.refusal(() -> scene.give(OMAR, "infolettre approuver", "numero", "1")))
        .contains("droits");
    assertThat(scene.refusal(() -> scene.give(CAMILLE, "infolettre modifier", "numero", "1")))
        .contains("Rien à changer");
    assertThat(
            scene.words(
                scene.give(
                    CAMILLE,
                    "infolettre modifier",
                    "numero",
                    "1",
                    "texte",
                    "![Carte des bibliothèques](cid:carte)")))
        .contains("nouvelles/1 est changée");
    assertThat(scene.words(scene.give(CAMILLE, "infolettre relire", "numero", "1")))
        .contains("rien à redire");
    assertThat(send("1")).startsWith("3 lettres");
    assertThat(
            scene.refusal(
                () ->
                    scene.give(
                        CAMILLE, "infolettre modifier", "numero", "1", "titre", "Trop tard")))
        .contains("déjà partie");
  }

  @Test
  void nobody_is_written_to_after_consent_has_expired() {
    imported(THREE);
    write("Bilan d’hiver");
    scene.clock.set(at("2026-04-01T00:00"));

    assertThat(send("1")).startsWith("2 lettres partent").contains("1 abonnement laissé de côté");
    assertThat(scene.letters()).extracting(Letter::address).doesNotContain(AMQUI);
  }

  @Test
  void the_last_day_of_a_consent_is_that_of_the_project_not_of_the_machine() {
    imported(AMQUI + ";;;;;achat;2024-04-01;");
    write("Bilan d’hiver");
    scene.clock.set(at("2026-03-31T23:59"));

    assertThat(send("1")).startsWith("1 lettre part");
  }

  @Test
  void addresses_that_refused_for_good_are_left_out() {
    imported(THREE);
    write("Bilan d’hiver");
    scene.suppressions.add("Henri@Amos.example", "550 5.1.1", scene.clock.instant());

    assertThat(send("1"))
        .contains("Consentement échu\u00a0: 0; adresse qui refuse les courriels\u00a0: 1;");
    assertThat(scene.letters()).extracting(Letter::address).containsExactly(ALMA, AMQUI);
  }

  @Test
  void unsubscribing_is_immediate_and_may_be_repeated() {
    imported(THREE);
    write("Bilan d’hiver");
    send("1");
    String token = token(scene.letters().getFirst());
    write("Printemps");

    String said = unsubscribe(token);

    assertThat(said).contains("ne recevra plus", "nouvelles");
    assertThat(unsubscribe(token)).isEqualTo(said);
    assertThat(state("1")).contains("Désabonnements depuis l’envoi = 1");
    assertThat(send("2")).contains("désabonnement\u00a0: 1.");
    assertThat(scene.letters()).extracting(Letter::address).containsExactly(AMOS, AMQUI);
  }

  @Test
  void unsubscribing_takes_back_the_letter_that_waits_to_leave() {
    imported(THREE);
    write("Bilan d’hiver");
    write("Printemps");
    send("1");
    String token = token(scene.letters().getFirst());
    send("2");

    unsubscribe(token);

    assertThat(scene.letters()).extracting(Letter::address).containsExactly(AMOS, AMQUI);
  }

  @Test
  void the_journal_proves_the_withdrawal_and_keeps_no_token() {
    imported(THREE);
    write("Bilan d’hiver");
    send("1");
    String token = token(scene.letters().getFirst());
    unsubscribe(token);

    Journal.Line line = new Journal(scene.store.jdbi()).latest(1).getFirst();
    assertThat(line.command()).isEqualTo("infolettre desabonner");
    assertThat(line.given()).doesNotContain(token);
    assertThat(line.refusal()).isNull();
  }

  @Test
  void a_forged_token_is_refused() {
    assertThat(scene.refusal(() -> unsubscribe("a".repeat(32)))).contains("pas valide");
    assertThat(scene.refusal(() -> unsubscribe("1"))).contains("pas valide");
  }

  @Test
  void an_import_never_brings_back_who_has_left() {
    imported(THREE);
    write("Bilan d’hiver");
    send("1");
    unsubscribe(token(scene.letters().getFirst()));

    assertThat(imported(THREE.replace("2015-03-01", "2026-03-01")))
        .startsWith("2 abonnements importés")
        .contains("Passés parce que la personne s’est désabonnée\u00a0: 1.");
    write("Printemps");
    send("2");
    assertThat(scene.letters()).extracting(Letter::address).doesNotContain(ALMA);
  }

  @Test
  void a_lesser_consent_does_not_replace_a_better_one() {
    imported(THREE);

    assertThat(imported(ALMA + ";;;;;achat;2024-04-01;\n"))
        .startsWith("0 abonnement importé")
        .contains("Déjà là, inchangés\u00a0: 1.");
    assertThat(imported(AMQUI + ";;;;;exprès;2026-03-01;\n")).startsWith("1 abonnement importé");
    scene.clock.set(at("2027-01-01T09:00"));
    write("An nouveau");
    send("1");
    assertThat(scene.letters()).extracting(Letter::address).containsExactly(ALMA, AMQUI);
  }

  @Test
  void one_refused_line_keeps_everything_out_and_a_trial_names_them_all() {
    String rows =
        ALMA
            + ";;;;;exprès;2025-03-01;\n"
            + "pas une adresse;;;;;exprès;2025-03-01;\n"
            + AMOS
            + ";;;;;;2025-03-01;\n"
            + AMQUI
            + ";;;;;achat;2020-01-01;\n"
            + ALMA
            + ";;;;;exprès;2025-03-01;\n"
            + "futur@alma.example;;;;;exprès;2026-03-03;\n"
            + "rumeur@alma.example;;;;;ouï-dire;2025-03-03;\n";

    assertThat(scene.refusal(() -> imported(rows)))
        .startsWith(
            "Rien n’a été importé\u00a0: 6 lignes sont refusées. La première est la ligne 3");
    String report = scene.words(importing(rows, "essai", "oui"));
    assertThat(report)
        .contains("6 lignes refusées sur 7")
        .contains("2 | " + ALMA + " | sera abonnée")
        .contains("4 | " + AMOS + " | La colonne «\u00a0base\u00a0» est vide.")
        .contains("5 | " + AMQUI + " | Ce consentement est échu depuis le samedi 1er janvier 2022")
        .contains("6 | " + ALMA + " | Cette adresse est déjà à la ligne 2.")
        .contains("7 | futur@alma.example | La date du consentement")
        .contains("8 | rumeur@alma.example | «\u00a0ouï-dire\u00a0» n’est pas dans la liste.");
    assertThat(archive.newsletter("nouvelles")).isEmpty();
  }

  @Test
  void a_trial_of_a_good_table_writes_nothing() {
    assertThat(scene.words(importing(THREE, "essai", "oui"))).contains("0 ligne refusée sur 3");
    assertThat(archive.newsletter("nouvelles")).isEmpty();
  }

  @Test
  void the_readers_of_the_demonstration_are_imported() throws IOException {
    Path demo = Path.of(System.getProperty("greffier.root", ".."), "config/demo/abonnements.csv");
    Attachment file = new Attachment("abonnements.csv", Files.readAllBytes(demo));

    Reply done =
        scene.give(
            CAMILLE,
            "infolettre importer",
            Map.of("fichier", file),
            "liste",
            "Nouvelles",
            "titre",
            "Les nouvelles du réseau");

    assertThat(scene.words(done))
        .startsWith("200 abonnements importés dans «\u00a0nouvelles\u00a0».");
    assertThat(archive.newsletter("nouvelles").orElseThrow().title())
        .isEqualTo("Les nouvelles du réseau");
    assertThat(scene.words(scene.give(CAMILLE, "infolettre liste"))).contains("| 200");
  }

  @Test
  void a_draft_is_read_by_its_author_first() {
    imported(THREE);

    assertThat(write("Bilan d’hiver")).contains("nouvelles/1 en projet").doesNotContain("faute");
    scene.give(CAMILLE, "infolettre apercu", "numero", "1");

    Letter trial = scene.letters().getFirst();
    assertThat(trial.address()).isEqualTo(CAMILLE);
    assertThat(trial.letterClass()).isEqualTo(LetterClass.AVIS);
    assertThat(trial.unsubscribe()).isNull();
    assertThat(archive.issue("nouvelles", 1)).isEmpty();
    assertThat(state("nouvelles/1")).contains("État = projet");
  }

  @Test
  void faults_of_typography_are_shown_with_the_draft() {
    imported(THREE);

    assertThat(text("Bilan", "Deux choses : l'une et l’autre!"))
        .contains("2 fautes de typographie", "Première\u00a0: «\u00a0", "choses : l'une");
  }

  @Test
  void the_contents_come_from_a_file_or_from_text_and_only_one() {
    imported(THREE);
    Attachment latin = new Attachment("hiver.md", "Été".getBytes(StandardCharsets.ISO_8859_1));

    assertThat(scene.refusal(() -> give("infolettre rediger", "liste", "nouvelles", "titre", "T")))
        .contains("une seule fois");
    assertThat(
            scene.refusal(
                () ->
                    scene.give(
                        CAMILLE,
                        "infolettre rediger",
                        Map.of("fichier", latin),
                        "liste",
                        "nouvelles",
                        "titre",
                        "T")))
        .contains("hiver.md n’est pas en UTF-8");
  }

  @Test
  void issues_are_numbered_by_list() {
    imported(THREE);
    give("infolettre creer", "liste", "membres", "titre", "Aux membres");
    write("Un");
    write("Deux");
    give("infolettre rediger", "liste", "membres", "titre", "Un aussi", "texte", "Bonjour");

    assertThat(scene.refusal(() -> send("1"))).contains("membres/1, nouvelles/1");
    assertThat(scene.refusal(() -> send("membres/1"))).contains("Personne ne peut recevoir");
    assertThat(send("2")).contains("nouvelles/2");
    assertThat(scene.refusal(() -> send("7"))).contains("pas d’infolettre 7");
    assertThat(scene.refusal(() -> give("infolettre creer", "liste", "membres", "titre", "Bis")))
        .contains("existe déjà");
  }

  @Test
  void an_issue_leaves_at_its_hour_to_those_who_may_be_written_to_then() {
    imported(THREE);
    write("Bilan d’hiver");
    assertThat(scene.refusal(() -> schedule("2026-03-02", "8 h"))).contains("à venir");
    assertThat(schedule("2026-04-01", "9 h 30")).contains("partira le mercredi 1er avril 2026");
    assertThat(state("1")).contains("État = programmée", "mercredi 1er avril 2026");
    ScheduleSweep sweep = sweep();
    sweep.run(at("2026-04-01T09:29"));
    assertThat(scene.letters()).isEmpty();

    scene.clock.set(at("2026-04-01T09:30"));
    sweep.run(scene.clock.instant());
    sweep.run(scene.clock.instant());
    assertThat(scene.letters()).extracting(Letter::address).containsExactly(ALMA, AMOS);
    assertThat(scene.refusal(() -> schedule("2026-05-01", "9 h"))).contains("déjà partie");
  }

  @Test
  void what_is_scheduled_can_be_held_back_by_people_or_by_the_rules() {
    imported(AMQUI + ";;;;;achat;2024-04-01;");
    write("Bilan d’hiver");
    schedule("2026-03-03", "9 h");
    assertThat(give("infolettre arreter", "numero", "1")).contains("de nouveau en projet");
    sweep().run(at("2026-03-03T10:00"));
    assertThat(scene.letters()).isEmpty();

    schedule("2026-04-02", "9 h");
    scene.clock.set(at("2026-04-02T09:00"));
    sweep().run(scene.clock.instant());
    Letter told = scene.letters().getFirst();
    LetterSnapshots.verify("newsletter", told);
    assertThat(told.address()).isEqualTo(CAMILLE);
    assertThat(state("1")).contains("État = projet");
    sweep().run(scene.clock.instant());
    assertThat(scene.letters()).isEmpty();
  }

  @Test
  void a_scheduled_issue_that_was_changed_is_looked_at_again() {
    imported(THREE);
    write("Bilan d’hiver");
    schedule("2026-03-03", "9 h");
    give("infolettre modifier", "numero", "1", "texte", "[](https://exemple.ca)");
    scene.clock.set(at("2026-03-03T09:00"));
    sweep().run(scene.clock.instant());
    Letter told = scene.letters().getFirst();
    assertThat(told.template()).isEqualTo("infolettre-retenue");
    assertThat(told.data().get("why")).asString().contains("lien n’a pas de mots");
    assertThat(state("1")).contains("État = projet");
  }

  @Test
  void a_list_may_want_four_eyes() {
    imported(THREE);
    give("infolettre regler", "liste", "nouvelles", "approbation", "oui");
    write("Bilan d’hiver");
    assertThat(state("1")).contains("projet, à approuver");
    assertThat(scene.refusal(() -> send("1"))).contains("attend l’approbation");
    assertThat(scene.refusal(() -> schedule("2026-03-03", "9 h"))).contains("attend");
    assertThat(scene.refusal(() -> give("infolettre approuver", "numero", "1")))
        .contains("Qui rédige n’approuve pas");
    scene
        .store
        .jdbi()
        .useHandle(
            handle ->
                handle.execute(
                    "UPDATE person SET role = 'SECRETARY' WHERE family_name = 'Gagnon'"));
    assertThat(scene.words(scene.give(Scene.LOUISE, "infolettre approuver", "numero", "1")))
        .contains("est approuvée");
    assertThat(send("1")).contains("3 lettres partent");
  }

  private String schedule(String day, String hour) {
    return give("infolettre envoyer", "numero", "1", "date", day, "heure", hour);
  }

  private ScheduleSweep sweep() {
    return new ScheduleSweep(NewsletterRoom.parts(scene), scene.messages);
  }

  @Test
  void only_the_secretariat_sends() {
    imported(THREE);
    write("Bilan");

    assertThatThrownBy(() -> scene.give(OMAR, "infolettre envoyer", "numero", "1"))
        .isInstanceOf(Refusal.class);
    assertThat(scene.letters()).isEmpty();
  }

  private String imported(String rows) {
    return scene.words(importing(rows));
  }

  private Reply importing(String rows, String... more) {
    Attachment file =
        new Attachment("abonnements.csv", (HEADS + rows).getBytes(StandardCharsets.UTF_8));
    String[] given = new String[more.length + 2];
    given[0] = "liste";
    given[1] = "nouvelles";
    System.arraycopy(more, 0, given, 2, more.length);
    return scene.give(CAMILLE, "infolettre importer", Map.of("fichier", file), given);
  }

  private String write(String title) {
    return text(title, "## Le catalogue\n\nIl avance.");
  }

  private String text(String title, String text) {
    return give("infolettre rediger", "liste", "nouvelles", "titre", title, "texte", text);
  }

  private String send(String number) {
    return give("infolettre envoyer", "numero", number);
  }

  private String state(String number) {
    return give("infolettre etat", "numero", number);
  }

  private String unsubscribe(String token) {
    return scene.words(
        scene.give("inconnu@alma.example", "infolettre desabonner", "abonnement", token));
  }

  private String give(String command, String... given) {
    return scene.words(scene.give(CAMILLE, command, given));
  }

  private String token(Letter letter) {
    return scene.tokens.of(String.valueOf(letter.unsubscribe()));
  }
}
