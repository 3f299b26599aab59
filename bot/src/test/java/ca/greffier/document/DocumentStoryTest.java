package ca.greffier.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ca.greffier.command.Actor;
import ca.greffier.command.Attachment;
import ca.greffier.command.Command;
import ca.greffier.command.Commands;
import ca.greffier.command.Invocation;
import ca.greffier.command.PersonId;
import ca.greffier.command.Reply;
import ca.greffier.command.Role;
import ca.greffier.command.Source;
import ca.greffier.command.Suggestion;
import ca.greffier.command.Tokens;
import ca.greffier.directory.Body;
import ca.greffier.directory.BodyKind;
import ca.greffier.directory.Function;
import ca.greffier.house.CommandWords;
import ca.greffier.house.TestProject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The register of documents, through the Desk. Monday, 2 March 2026. */
class DocumentStoryTest {
  private static final Attachable GUIDE = new Attachable(Attachable.Kind.DELIVERABLE, "L-03");

  @TempDir Path folder;

  private final TestProject project = new TestProject("2026-03-02T09:00");
  private final Body group = project.body("GT-NUM", "Numérisation", BodyKind.WORKING_GROUP);
  private final Body committee = project.body("CD", "Comité directeur", BodyKind.STEERING);
  private final Body supplier = project.body("F-SON", "Sonar inc.", BodyKind.SUPPLIER);
  private final PersonId officer = project.person("Camille", "Roy", Role.SECRETARY);
  private final PersonId inGroup = project.person("Zoe", "Lavoie", Role.MEMBER);
  private final PersonId inCommittee = project.person("Marc", "Dube", Role.MEMBER);
  private final PersonId atSupplier = project.person("Lea", "Fortin", Role.MEMBER);

  private ContentStore store = new ContentStore(Path.of("."));
  private Documents documents = new Documents(project.jdbi, store, TestProject.ZONE);
  private int given;

  @BeforeEach
  void open() {
    project.seat(group, inGroup, Function.MEMBER);
    project.seat(committee, inCommittee, Function.MEMBER);
    project.seat(supplier, atSupplier, Function.MEMBER);
    store = new ContentStore(folder);
    documents = new Documents(project.jdbi, store, TestProject.ZONE);
    DocumentCommands.Parts parts =
        new DocumentCommands.Parts(
            project.jdbi,
            documents,
            new OneGuide(),
            new DownloadLinks(new Tokens(new byte[32]), URI.create("https://greffier.example")),
            project.bodies,
            project.people,
            project.clock,
            TestProject.ZONE);
    List<Command> commands = new DocumentCommands(parts, project.kinds).all();
    project.open(commands);
    CommandWords.check(new Commands(commands), project.messages);
  }

  @Test
  void a_document_grows_by_versions_that_stay() {
    assertThat(
            project.said(
                add("guide.pdf", TinyFiles.pdf("un"), "titre", "Guide", "corps", "GT-NUM")))
        .startsWith("D-01 est au registre\u00a0: Guide.");
    assertThat(
            project.said(
                give(
                    officer,
                    "document version",
                    file("guide-2.pdf", TinyFiles.pdf("deux")),
                    "document",
                    "d-1",
                    "etat",
                    "approuvé",
                    "note",
                    "Adopté le 2 mars")))
        .isEqualTo("D-01 (Guide) passe à la version 2. État\u00a0: ✅ Approuvé.");
    assertThat(project.fields(show(inGroup, "D-01")))
        .contains(
            "État: ✅ Approuvé",
            "Classification: Interne",
            "Corps: Numérisation",
            "Langue: français")
        .anySatisfy(
            field ->
                assertThat(field)
                    .startsWith(
                        "Versions: v2, lundi 2 mars 2026, Camille Roy\u00a0: guide-2.pdf (1")
                    .contains("approuvée le lundi 2 mars 2026 (Camille Roy) — Adopté le 2 mars, v1")
                    .contains("guide.pdf"))
        .anySatisfy(
            field ->
                assertThat(field)
                    .startsWith("Télécharger: https://greffier.example/documents/D-01/2?acces="));
    assertThatThrownBy(
            () -> give(officer, "document version", file("x.pdf", read(2)), "document", "D-01"))
        .hasMessageContaining("document.same");
    assertThatThrownBy(
            () -> give(inGroup, "document voir", null, "document", "D-01", "version", "3"))
        .hasMessageContaining("document.version.none");
  }

  @Test
  void a_file_or_a_link_never_both_and_only_known_types() {
    assertThatThrownBy(() -> give(officer, "document ajouter", null, "titre", "Rien"))
        .hasMessageContaining("document.neither");
    assertThatThrownBy(
            () -> add("a.pdf", TinyFiles.pdf("a"), "titre", "A", "lien", "https://a.example/b"))
        .hasMessageContaining("document.both");
    assertThatThrownBy(() -> add("a.docm", TinyFiles.docx("a"), "titre", "A"))
        .hasMessageContaining("refusal.file.extension");
    assertThatThrownBy(() -> add("a.pdf", "MZ rien".getBytes(StandardCharsets.UTF_8), "titre", "A"))
        .hasMessageContaining("refusal.file.content");
    for (String odd : List.of("ftp://a.example/b", "javascript:alert(1)", "https://u:p@a.example"))
      assertThatThrownBy(() -> give(officer, "document ajouter", null, "titre", "A", "lien", odd))
          .hasMessageContaining("document.link.odd");
    give(officer, "document ajouter", null, "titre", "Wiki", "lien", "https://a.example/b");
    assertThat(project.fields(show(inGroup, "D-01"))).contains("Lien: https://a.example/b");
  }

  @Test
  void everyone_sees_what_is_theirs_to_read_and_no_more() {
    add("p.txt", text("Horaire public"), "titre", "Horaire", "classification", "public");
    add("i.txt", text("Budget interne"), "titre", "Budget", "classification", "interne");
    add(
        "c.txt",
        text("Salaires confidentiels"),
        "titre",
        "Salaires",
        "classification",
        "confidentiel",
        "corps",
        "GT-NUM");
    extract();
    assertThat(titles(officer)).containsExactly("Salaires", "Budget", "Horaire");
    assertThat(titles(inGroup)).containsExactly("Salaires", "Budget", "Horaire");
    assertThat(titles(inCommittee)).containsExactly("Budget", "Horaire");
    assertThat(titles(atSupplier)).containsExactly("Horaire");
    assertThat(found(inGroup, "salaires")).hasSize(1);
    assertThat(found(inCommittee, "salaires")).isEmpty();
    assertThat(found(atSupplier, "budget")).isEmpty();
    assertThatThrownBy(() -> show(inCommittee, "D-03")).hasMessageContaining("document.unknown");
    assertThatThrownBy(() -> show(inCommittee, "D-99")).hasMessageContaining("document.unknown");
    assertThat(project.desk().suggest(actor(inCommittee), "document voir", "document", ""))
        .extracting(Suggestion::value)
        .containsExactly("D-01");
    assertThatThrownBy(() -> give(inGroup, "document retirer", null, "document", "D-01"))
        .hasMessageContaining("desk.role");
  }

  @Test
  void words_are_found_whatever_their_accents_and_number() {
    add(
        "guide.docx",
        TinyFiles.docx("Chaque bibliothèque numérise ses œuvres avant l’été."),
        "titre",
        "Marche à suivre");
    assertThat(found(inGroup, "bibliotheques")).as("not read yet").isEmpty();
    assertThat(found(inGroup, "MARCHES")).as("its title is").hasSize(1);
    extract();
    assertThat(found(inGroup, "bibliotheques"))
        .containsExactly(
            "D-01 | Marche à suivre | Brouillon | Chaque «\u00a0bibliothèque\u00a0» numérise ses"
                + " œuvres avant l’été.");
    assertThat(found(inGroup, "numériser marche")).as("title and text together").hasSize(1);
    assertThat(found(inGroup, "oeuvre ete")).hasSize(1);
    assertThat(found(inGroup, "\"bibliothèque numérise\"")).hasSize(1);
    assertThat(found(inGroup, "\"numérise bibliothèque\"")).isEmpty();
    assertThat(found(inGroup, "musée")).isEmpty();
    Reply none = give(inGroup, "document chercher", null, "mots", "' ) | & !");
    assertThat(project.rows(none)).isEmpty();
    give(officer, "document version", file("g.txt", text("Tout autre chose")), "document", "D-01");
    extract();
    assertThat(found(inGroup, "bibliothèque")).as("of the last version only").isEmpty();
    assertThat(found(inGroup, "autre chose")).hasSize(1);
  }

  @Test
  void what_cannot_be_read_says_why_and_is_not_tried_again() {
    add("secret.pdf", TinyFiles.pdf("caché", "motdepasse"), "titre", "Contrat");
    add("casse.docx", TinyFiles.zip(Map.of("a", new byte[1])), "titre", "Annexe");
    extract();
    assertThat(project.fields(show(inGroup, "D-01")))
        .contains(
            "Recherche: ⚠ Un mot de passe protège ce fichier\u00a0: ses mots ne se cherchent pas.");
    assertThat(project.fields(show(inGroup, "D-02")))
        .anySatisfy(field -> assertThat(field).startsWith("Recherche: ⚠ Ce fichier est abîmé"));
    assertThat(tries()).containsExactly(1, 1);
    project.at("2026-03-02T12:00");
    extract();
    assertThat(tries()).containsExactly(1, 1);
  }

  @Test
  void a_reading_that_was_interrupted_is_tried_once_more() {
    add("a.txt", text("retrouvé"), "titre", "A");
    add("b.txt", text("perdu"), "titre", "B");
    project.jdbi.useHandle(
        handle -> {
          handle.execute(
              "UPDATE document_content SET tries = 1, tried_at = timestamptz '2026-03-02'");
          handle.execute("UPDATE document_content SET tries = 2 WHERE size = 5");
        });
    project.clock.set(TestProject.instant("2027-01-04T09:00"));
    extract();
    assertThat(found(officer, "retrouvé")).hasSize(1);
    assertThat(found(officer, "perdu")).isEmpty();
    assertThat(tries()).containsExactlyInAnyOrder(2, 2);
  }

  @Test
  void a_slow_file_is_left_and_the_next_one_is_read() {
    add("a.pdf", TinyFiles.pdf("lenteur"), "titre", "A");
    new ExtractionSweep(project.jdbi, store, new ReadingProcess(Duration.ofMillis(1), 64))
        .run(project.clock.instant());
    assertThat(project.fields(show(officer, "D-01")))
        .anySatisfy(field -> assertThat(field).contains("trop long à lire"));
    add("b.txt", text("rapide"), "titre", "B");
    extract();
    assertThat(found(officer, "rapide")).hasSize(1);
  }

  @Test
  void a_document_is_attached_where_it_belongs() {
    add("a.txt", text("a"), "titre", "Guide", "a", "l-03");
    assertThat(documents.of(GUIDE)).extracting(Document::code).containsExactly("D-01");
    assertThat(documents.of(GUIDE, Reader.of(actor(atSupplier), project.bodies, today())))
        .isEmpty();
    assertThat(project.rows(give(inGroup, "document liste", null, "a", "L-03"))).hasSize(1);
    assertThat(project.fields(show(inGroup, "D-01"))).contains("Joint à: livrable L-03");
    assertThatThrownBy(
            () -> give(officer, "document joindre", null, "document", "D-01", "a", "L-03"))
        .hasMessageContaining("document.attach.already");
    assertThatThrownBy(
            () -> give(officer, "document joindre", null, "document", "D-01", "a", "L-99"))
        .hasMessageContaining("document.to.unknown");
    assertThat(
            project.said(
                give(
                    officer,
                    "document joindre",
                    null,
                    "document",
                    "D-01",
                    "a",
                    "L-03",
                    "detacher",
                    "oui")))
        .isEqualTo("D-01 n’est plus joint à\u00a0: livrable L-03.");
    assertThat(documents.of(GUIDE)).isEmpty();
  }

  @Test
  void what_must_be_kept_is_not_withdrawn_before_its_day() {
    add("a.txt", text("a"), "titre", "Bail", "conservation", "18 mois");
    assertThat(project.fields(show(inGroup, "D-01")))
        .contains("À conserver jusqu’au: jeudi 2 septembre 2027");
    assertThatThrownBy(() -> withdraw("D-01")).hasMessageContaining("document.kept");
    project.at("2027-09-02T09:00");
    withdraw("D-01");
    assertThat(titles(officer)).isEmpty();
    assertThat(found(officer, "bail")).isEmpty();
    assertThat(project.fields(show(officer, "D-01")))
        .contains("Retiré: le jeudi 2 septembre 2027\u00a0: Remplacé");
    assertThatThrownBy(() -> show(inGroup, "D-01")).hasMessageContaining("document.unknown");
    assertThatThrownBy(() -> withdraw("D-01")).hasMessageContaining("document.withdrawn");
    assertThatThrownBy(() -> add("b.txt", text("b"), "titre", "B", "conservation", "hier"))
        .hasMessageContaining("document.keep.odd");
  }

  @Test
  void what_is_said_of_a_document_changes_without_a_new_version() {
    add("a.txt", text("a"), "titre", "Guide");
    Reply changed =
        give(
            officer,
            "document modifier",
            null,
            "document",
            "D-01",
            "titre",
            "Guide des œuvres",
            "etat",
            "revue",
            "classification",
            "public",
            "langue",
            "anglais");
    assertThat(project.fields(changed))
        .contains("État: En revue", "Classification: Public", "Langue: anglais");
    assertThat(found(atSupplier, "oeuvres")).hasSize(1);
    assertThatThrownBy(
            () -> give(officer, "document modifier", null, "document", "D-01", "etat", "revue"))
        .hasMessageContaining("document.nothing");
  }

  @Test
  void nothing_is_noted_when_the_file_cannot_be_kept() throws IOException {
    Files.writeString(folder.resolve("tmp"), "un fichier à la place du dossier");
    assertThatThrownBy(() -> add("a.txt", text("a"), "titre", "A"))
        .hasMessageContaining("document.store.broken");
    assertThat(titles(officer)).isEmpty();
    assertThat(tries()).isEmpty();
  }

  private byte[] read(int version) {
    DocumentVersion one = documents.version(new DocumentId(1), version).orElseThrow();
    try {
      return Files.readAllBytes(store.verified(String.valueOf(one.sha256())));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<Integer> tries() {
    return project.jdbi.withHandle(
        handle ->
            handle
                .createQuery("SELECT tries FROM document_content ORDER BY added_at")
                .mapTo(Integer.class)
                .list());
  }

  private void extract() {
    new ExtractionSweep(project.jdbi, store).run(project.clock.instant());
  }

  private List<String> titles(PersonId who) {
    return project.rows(give(who, "document liste", null)).stream()
        .map(row -> row.split(" \\| ", 3)[1])
        .toList();
  }

  private List<String> found(PersonId who, String words) {
    return project.rows(give(who, "document chercher", null, "mots", words));
  }

  private Reply show(PersonId who, String code) {
    return give(who, "document voir", null, "document", code);
  }

  @Test
  void a_public_document_calls_for_answers_until_a_day() {
    add("appel.txt", text("Proposez un projet."), "titre", "Projets", "classification", "interne");
    assertThatThrownBy(() -> call("2026-03-20")).hasMessageContaining("document.call.hidden");
    give(officer, "document modifier", null, "document", "D-01", "classification", "public");
    assertThatThrownBy(() -> call("2026-03-01")).hasMessageContaining("document.call.past");
    call("2026-03-02");
    assertThat(documents.calls(today(), 9)).extracting(Document::code).containsExactly("D-01");
    assertThat(documents.calls(today().plusDays(1), 9)).isEmpty();
    call("2026-03-20");
    assertThat(documents.byNumber(1).orElseThrow().openUntil()).isEqualTo("2026-03-20");
    give(officer, "document appel", null, "document", "D-01");
    assertThat(documents.calls(today(), 9)).isEmpty();
    call("2026-03-20");
    withdraw("D-01");
    assertThat(documents.calls(today(), 9)).isEmpty();
    assertThatThrownBy(() -> call("2026-03-21")).hasMessageContaining("document.withdrawn");
  }

  private void call(String day) {
    give(officer, "document appel", null, "document", "D-01", "jusqua", day);
  }

  private void withdraw(String code) {
    give(officer, "document retirer", null, "document", code, "raison", "Remplacé");
  }

  private Reply add(String name, byte[] bytes, String... words) {
    return give(officer, "document ajouter", file(name, bytes), words);
  }

  private static Attachment file(String name, byte[] bytes) {
    return new Attachment(name, bytes);
  }

  private static byte[] text(String words) {
    return words.getBytes(StandardCharsets.UTF_8);
  }

  private Actor actor(PersonId who) {
    return project.people.person(who).orElseThrow();
  }

  private LocalDate today() {
    return LocalDate.of(2026, 3, 2);
  }

  private Reply give(PersonId who, String command, @Nullable Attachment file, String... words) {
    Map<String, String> values = new HashMap<>();
    for (int i = 0; i < words.length; i += 2) values.put(words[i], words[i + 1]);
    Map<String, Attachment> files = file == null ? Map.of() : Map.of("fichier", file);
    return project
        .desk()
        .handle(
            new Invocation("doc:" + ++given, actor(who), command, values, files, Source.CONSOLE));
  }

  /** A project of one deliverable. */
  private static final class OneGuide implements Attachables {
    @Override
    public Optional<Attachable> find(String typed) {
      return typed.equalsIgnoreCase("L-03") ? Optional.of(GUIDE) : Optional.empty();
    }

    @Override
    public List<Suggestion> suggest(String typed) {
      return List.of(new Suggestion("L-03", "L-03 · Guide"));
    }
  }
}
