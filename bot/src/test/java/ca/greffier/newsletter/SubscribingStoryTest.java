package ca.greffier.newsletter;

import static ca.greffier.house.Scene.CAMILLE;
import static ca.greffier.house.Scene.MONTREAL;
import static ca.greffier.house.Scene.at;
import static org.assertj.core.api.Assertions.assertThat;

import ca.greffier.command.Attachment;
import ca.greffier.command.Command;
import ca.greffier.command.Reply;
import ca.greffier.house.LetterSnapshots;
import ca.greffier.house.Scene;
import ca.greffier.outbox.Letter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Coming to a list by oneself, and the proof of consents. */
class SubscribingStoryTest {
  private static final String ANNE = "anne@alma.example";

  private final Scene scene = new Scene(at("2026-03-02T09:00"));
  private final Subscribing subscribing =
      new Subscribing(
          scene.store.jdbi(),
          new Subscribing.Parts(
              scene.outbox,
              scene.suppressions,
              scene.tokens,
              new Leavings(scene.store.jdbi(), scene.tokens),
              MONTREAL));

  @BeforeEach
  void open() {
    List<Command> all = new ArrayList<>(NewsletterRoom.commands(scene).all());
    all.addAll(
        new ConsentCommands(
                scene.store.jdbi(),
                subscribing,
                scene.kinds,
                new NewsletterKinds(scene.store.jdbi()),
                scene.messages)
            .all());
    scene.commands(all);
    give("infolettre creer", "liste", "nouvelles", "titre", "Les nouvelles");
  }

  @Test
  void who_follows_the_link_is_on_the_list_and_can_be_written_to() {
    assertThat(ask(ANNE, "prenom", "Anne", "nom", "Allard"))
        .contains("Si cette adresse peut recevoir", "d’ici 7 jours");
    Letter letter = scene.letters().getFirst();
    LetterSnapshots.verify("newsletter", letter);
    write("Un");
    assertThat(scene.refusal(() -> send("1"))).contains("Personne ne peut recevoir");

    assertThat(confirm(token(letter))).contains("C’est fait", "Les nouvelles");
    assertThat(confirm(token(letter))).contains("C’est fait");
    assertThat(send("1")).contains("1 lettre part");
    assertThat(scene.letters()).extracting(Letter::address).containsExactly(ANNE);
    assertThat(give("infolettre preuve", "courriel", ANNE))
        .contains(
            "Ce qui est conservé au sujet de " + ANNE,
            "Langue = Français",
            "Base = exprès",
            "/infolettres/nouvelles/abonnement 2026-03-02T14:00:00Z; /abonnement 2026-03-02T14");
  }

  @Test
  void who_left_may_come_back_by_themselves_and_only_so() {
    ask(ANNE);
    confirm(token(scene.letters().getFirst()));
    write("Un");
    send("1");
    String leaving = scene.tokens.of(String.valueOf(scene.letters().getFirst().unsubscribe()));
    give("infolettre desabonner", "abonnement", leaving);
    assertThat(give("infolettre preuve", "courriel", ANNE)).contains("Retiré le");

    ask(ANNE);
    confirm(token(scene.letters().getFirst()));
    write("Deux");
    assertThat(send("2")).contains("1 lettre part");
    assertThat(give("infolettre preuve", "courriel", ANNE)).doesNotContain("Retiré le");
  }

  @Test
  void nobody_fills_the_mailbox_of_another_or_learns_who_is_on_the_list() {
    String first = ask(ANNE);
    for (int i = 0; i < 5; i++) assertThat(ask(ANNE)).isEqualTo(first);
    assertThat(scene.letters()).hasSize(3);
    scene.clock.set(scene.clock.instant().plus(Duration.ofDays(1)).plusSeconds(1));
    ask(ANNE);
    assertThat(scene.letters()).hasSize(1);
    scene.suppressions.add("oscar@amqui.example", "550", scene.clock.instant());
    assertThat(ask("oscar@amqui.example")).isEqualTo(first);
    assertThat(scene.letters()).isEmpty();
  }

  @Test
  void without_the_box_ticked_or_with_an_old_link_nothing_happens() {
    assertThat(
            scene.refusal(
                () ->
                    give(
                        "infolettre abonner",
                        "liste",
                        "nouvelles",
                        "courriel",
                        ANNE,
                        "consentement",
                        "non")))
        .contains("Cochez la case");
    ask(ANNE);
    String token = token(scene.letters().getFirst());
    assertThat(scene.refusal(() -> confirm("a".repeat(32)))).contains("pas valable");
    scene.clock.set(scene.clock.instant().plus(Subscribing.LIFE));
    assertThat(scene.refusal(() -> confirm(token))).contains("trop ancien");
    new ForgetSweep(subscribing).run(scene.clock.instant().plusSeconds(1));
    int kept =
        scene
            .store
            .jdbi()
            .withHandle(
                handle ->
                    handle
                        .createQuery("SELECT count(*) FROM subscription_request")
                        .mapTo(int.class)
                        .one());
    assertThat(kept).isZero();
  }

  @Test
  void consents_about_to_end_are_listed_sixty_days_before() {
    String rows =
        """
        courriel;base;date;fin
        anne@alma.example;achat;2024-05-01;
        henri@amos.example;achat;2024-05-02;
        oscar@amqui.example;exprès;2024-05-01;
        """;
    scene.give(
        CAMILLE,
        "infolettre importer",
        Map.of("fichier", new Attachment("a.csv", rows.getBytes(StandardCharsets.UTF_8))),
        "liste",
        "nouvelles");
    String listed = give("infolettre echeances");
    assertThat(listed)
        .contains("1 consentement s’éteint d’ici 60 jours", "anne@alma.example", "tacite, achat")
        .doesNotContain("henri", "oscar");
    assertThat(scene.refusal(() -> give("infolettre preuve", "courriel", "x@alma.example")))
        .contains("Aucun consentement");
  }

  @Test
  void a_list_goes_out_with_its_consents_and_is_read_back() {
    ask(ANNE, "prenom", "Anne");
    confirm(token(scene.letters().getFirst()));
    Reply.Document file =
        (Reply.Document) scene.give(CAMILLE, "infolettre exporter", "liste", "nouvelles");
    String lines = new String(file.bytes(), StandardCharsets.UTF_8);
    assertThat(lines)
        .contains(
            "courriel;prenom;nom;langue",
            ANNE + ";Anne;;fr;;;;;expres;2026-03-02;;;\"/infolettres/");
    assertThat(
            scene.words(
                scene.give(
                    CAMILLE,
                    "infolettre importer",
                    Map.of("fichier", new Attachment("nouvelles.csv", file.bytes())),
                    "liste",
                    "autres")))
        .contains("1 abonnement");
    String left = lines.replaceFirst("(?m);$", ";2026-03-02");
    assertThat(
            scene.words(
                scene.give(
                    CAMILLE,
                    "infolettre importer",
                    Map.of(
                        "fichier",
                        new Attachment("parties.csv", left.getBytes(StandardCharsets.UTF_8))),
                    "liste",
                    "encore")))
        .contains("0 abonnement");
    Reply.Document proof =
        (Reply.Document)
            scene.give(CAMILLE, "infolettre preuve", "courriel", ANNE, "format", "pdf");
    assertThat(proof.name()).isEqualTo("consentements-2026-03-02.pdf");
    try (PDDocument pdf = Loader.loadPDF(proof.bytes())) {
      assertThat(new PDFTextStripper().getText(pdf).replaceAll("\\s+", " "))
          .contains(ANNE, "Les nouvelles", "exprès", "/infolettres/nouvelles/abonnement");
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private String ask(String address, String... more) {
    List<String> given =
        new ArrayList<>(List.of("liste", "nouvelles", "courriel", address, "consentement", "oui"));
    given.addAll(List.of(more));
    return scene.words(
        scene.give("inconnu@alma.example", "infolettre abonner", given.toArray(String[]::new)));
  }

  private String confirm(String token) {
    return scene.words(
        scene.give("inconnu@alma.example", "infolettre confirmer", "inscription", token));
  }

  private static String token(Letter letter) {
    return String.valueOf(letter.data().get("token"));
  }

  private void write(String title) {
    give("infolettre rediger", "liste", "nouvelles", "titre", title, "texte", "Bonjour.");
  }

  private String send(String number) {
    return give("infolettre envoyer", "numero", number);
  }

  private String give(String command, String... given) {
    return scene.words(scene.give(CAMILLE, command, given));
  }
}
