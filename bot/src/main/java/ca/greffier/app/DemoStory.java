package ca.greffier.app;

import static java.util.Map.entry;

import ca.greffier.command.Attachment;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A year of an invented project, scene by scene. Each scene may be played again from its beginning:
 * a kill in the middle leaves nothing undone and nothing done twice.
 */
final class DemoStory {
  static final LocalDateTime START = LocalDateTime.of(2026, 3, 2, 8, 30);
  static final LocalDateTime END = LocalDateTime.of(2027, 3, 12, 9, 30);

  static final String CAMILLE = "camille.berube@biblio.example";
  static final String MANAGER = "etienne.lachance@biblio.example";
  static final String DIRECTOR = "marie-helene.savard@biblio.example";
  static final String GONE = "anne.allard@alma.example";

  private final DemoStage stage;

  DemoStory(DemoStage stage) {
    this.stage = stage;
  }

  /**
   * A scene: when it begins, and what is played.
   *
   * @param daily whether the time before it passes day by day; else hour by hour
   */
  record Scene(String name, LocalDateTime at, boolean daily, Runnable play) {
    Scene(String name, LocalDateTime at, Runnable play) {
      this(name, at, false, play);
    }

    static Scene daily(String name, LocalDateTime at, Runnable play) {
      return new Scene(name, at, true, play);
    }
  }

  List<Scene> scenes() {
    List<Scene> all = new ArrayList<>(firstWeeks());
    all.addAll(new DemoTurn(stage).scenes());
    all.addAll(new DemoCommittee(stage).scenes());
    all.addAll(new DemoYear(stage).scenes());
    all.add(new Scene("end", END, () -> {}));
    return all;
  }

  private List<Scene> firstWeeks() {
    return List.of(
        new Scene("settle", START, this::settle),
        new Scene("convene", at(2, 9, 0), this::convene),
        new Scene("ask", at(2, 9, 30), this::ask),
        new Scene("answer", at(3, 10, 0), this::answer),
        new Scene("rsvp", at(4, 11, 0), this::sayWhoComes),
        new Scene("remind", at(4, 12, 0), this::remindTheSilent),
        new Scene("gaps", at(9, 9, 0), this::tellTheGaps),
        new Scene("recall", at(11, 12, 0), this::recallTheMeeting),
        new Scene("minutes", at(13, 15, 0), this::keepTheMinutes),
        new Scene("newsletter", at(13, 16, 0), this::sendTheNewsletter));
  }

  private static LocalDateTime at(int day, int hour, int minute) {
    return LocalDateTime.of(2026, 3, day, hour, minute);
  }

  private void settle() {
    stage.house.people.found(CAMILLE);
    stage.act(
        "import:people", CAMILLE, "repertoire importer", Map.of("genre", "personnes"), people());
    importTable("bodies", "repertoire importer", Map.of("genre", "corps"), "corps.csv");
    importTable("mandates", "repertoire importer", Map.of("genre", "mandats"), "mandats.csv");
    importTable("plan", "livrable importer", Map.of(), "livrables.csv");
    importTable("budget", "budget importer", Map.of(), "budget.csv");
    camille("list", "infolettre creer", "liste", "nouvelles", "titre", stage.words("demo.list"));
    importTable("readers", "infolettre importer", Map.of("liste", "nouvelles"), "abonnements.csv");
    stage.tell(
        "demo.settled",
        stage.count("SELECT count(*) FROM person"),
        stage.count("SELECT count(*) FROM body"),
        stage.count("SELECT count(*) FROM deliverable"),
        stage.count("SELECT count(*) FROM budget_line"),
        stage.count("SELECT count(*) FROM subscription"));
  }

  private void convene() {
    Map<String, String> meeting =
        new LinkedHashMap<>(
            Map.ofEntries(
                entry("corps", "CD"),
                entry("titre", stage.words("demo.meeting.title")),
                entry("date", "2026-03-13"),
                entry("heure", "13 h 30"),
                entry("duree", "1h30"),
                entry("lieu", stage.words("demo.meeting.place")),
                entry("ordre", stage.words("demo.meeting.agenda"))));
    stage.act("plan-meeting", CAMILLE, "rencontre planifier", meeting);
    camille("convene", "rencontre convoquer", "rencontre", meeting());
    stage.tell("demo.convened", stage.count("SELECT count(*) FROM invitation"));
  }

  private void ask() {
    camille("ask", "point lancer", "jours", "4");
    stage.tell(
        "demo.asked",
        stage.count("SELECT count(*) FROM progress_round"),
        stage.count("SELECT count(*) FROM progress_expectation"));
  }

  private void answer() {
    stage.tell("demo.door.console");
    stage.type(
        "genevieve.lapointe@varennes.example",
        "point donner ronde:"
            + stage.count(
                "SELECT r.id FROM progress_round r JOIN body b ON b.id = r.body"
                    + " WHERE b.code = 'GT-BQ'")
            + " livrable:L-23 pourcentage:20 texte:\""
            + stage.words("demo.answer.bq")
            + "\"");
    stage.tell("demo.door.mail");
    reply("mathieu.roy@granby.example", "demo.answer.cat");
    reply("emilie.boucher@quebec.example", "demo.answer.lit");
    reply("marc.ferland@nordet.example", "demo.answer.nordet");
    stage.tell("demo.door.web");
    fill("zoe.lavoie@trois-rivieres.example", "demo.answer.pret", "L-07", "80");
    fill("julie.hebert@lumen.example", "demo.answer.lumen", "L-29", "30");
    fill("antoine.rivard@arc-boutant.example", "demo.answer.arc", "L-30", "60");
    stage.tell("demo.answered", answered(), asked() - answered());
  }

  private void sayWhoComes() {
    stage.tell("demo.rsvp");
    stage.person("yvon.tremblay@saguenay.example").acceptInCalendar(convocation("yvon.tremblay"));
    stage.fill(convocation("nadia.benali"), Map.of("presence", "oui"));
    stage
        .person("karine.ouellet@rimouski.example")
        .reply(convocation("karine.ouellet"), stage.words("demo.rsvp.yes"), quoted());
    stage.type(CAMILLE, "rencontre repondre rencontre:" + meeting() + " presence:oui");
    stage.fill(convocation("louise.gagnon"), Map.of("presence", "oui"));
    stage.await(
        "five answers to the convocation",
        () -> stage.count("SELECT count(*) FROM invitation WHERE presence = 'YES'") >= 5);
    stage.carry();
    stage.type(CAMILLE, "rencontre etat rencontre:" + meeting());
  }

  private void remindTheSilent() {
    stage.tell(
        "demo.reminded",
        stage.count("SELECT count(*) FROM progress_expectation WHERE reminded_at IS NOT NULL"));
  }

  private void tellTheGaps() {
    stage.tell("demo.gaps", stage.count("SELECT count(*) FROM gap"), letters("ecart"));
    stage.type(MANAGER, "ecart liste");
    int late =
        stage.count(
            "SELECT g.id FROM gap g JOIN deliverable d ON g.subject = 'deliverable:' || d.id"
                + " WHERE d.code = 'L-11'");
    stage.type(MANAGER, "ecart prendre ecart:" + late + " mesure:1");
  }

  private void recallTheMeeting() {
    stage.tell(
        "demo.recalled",
        stage.count("SELECT count(*) FROM invitation WHERE reminded_at IS NOT NULL"),
        stage.count("SELECT count(*) FROM invitation"));
  }

  private void keepTheMinutes() {
    String meeting = meeting();
    for (String absent : List.of("paul.arsenault@gaspe.example")) {
      camille(
          "absent", "pv presence", "rencontre", meeting, "personne", absent, "statut", "absent");
    }
    for (String present : List.of(MANAGER, DIRECTOR)) {
      camille(
          "present:" + present,
          "pv presence",
          "rencontre",
          meeting,
          "personne",
          present,
          "statut",
          "present");
    }
    camille("note", "pv note", "rencontre", meeting, "texte", stage.words("demo.minutes.note"));
    camille(
        "decision",
        "pv decision",
        "rencontre",
        meeting,
        "texte",
        stage.words("demo.minutes.decision"));
    camille(
        "action1",
        "pv action",
        "rencontre",
        meeting,
        "responsable",
        "mathieu.roy@granby.example",
        "texte",
        stage.words("demo.minutes.action1"),
        "echeance",
        "2026-03-20");
    camille(
        "action2",
        "pv action",
        "rencontre",
        meeting,
        "responsable",
        MANAGER,
        "texte",
        stage.words("demo.minutes.action2"),
        "echeance",
        "2026-03-27");
    camille("close", "rencontre clore", "rencontre", meeting);
    stage.tell("demo.minutes.closed", letters("compte-rendu"));
    stage.type(CAMILLE, "action liste");
  }

  private void sendTheNewsletter() {
    stage.mail.bury(GONE);
    stage.act(
        "issue",
        CAMILLE,
        "infolettre rediger",
        Map.of("liste", "nouvelles", "titre", stage.words("demo.issue")),
        DemoStage.file("infolettre.md"));
    camille("send", "infolettre envoyer", "numero", issue());
    stage.tell(
        "demo.newsletter.sent",
        stage.count("SELECT count(*) FROM campaign_letter WHERE state = 'sent'"));
    stage.mail.sendBack(GONE, stage.words("demo.bounce"));
    stage.await("the bounce", () -> stage.count("SELECT count(*) FROM suppression") >= 1);
    stage.unsubscribe(stage.mail.mails(DemoMail.to(reader())).getLast());
    stage.tell(
        "demo.newsletter.left",
        stage.count("SELECT count(*) FROM subscription WHERE unsubscribed_at IS NOT NULL"),
        stage.count("SELECT count(*) FROM suppression"));
  }

  /** Somebody who will not read us any more. */
  private static String reader() {
    return "henri.dufour@amos.example";
  }

  private String issue() {
    return String.valueOf(stage.count("SELECT max(id) FROM issue"));
  }

  private String meeting() {
    return String.valueOf(stage.count("SELECT min(id) FROM meeting"));
  }

  private int asked() {
    return stage.count("SELECT count(*) FROM progress_round");
  }

  private int answered() {
    return stage.count("SELECT count(DISTINCT round) FROM progress_answer");
  }

  private int letters(String template) {
    return stage.count(
        "SELECT count(*) FROM outbox WHERE state = 'sent' AND payload ->> 'template' = ?",
        template);
  }

  private jakarta.mail.internet.MimeMessage convocation(String who) {
    return stage.mail.mails(DemoMail.to(who)).stream()
        .filter(DemoPerson::isInvitation)
        .toList()
        .getFirst();
  }

  private void reply(String who, String words) {
    DemoPerson person = stage.person(who);
    int before = answered();
    boolean again =
        stage.count(
                "SELECT count(*) FROM progress_answer a JOIN person p ON p.id = a.person"
                    + " WHERE p.email = ?",
                who)
            > 0;
    person.reply(question(who), stage.words(words), quoted());
    if (!again) stage.await("the answer of " + who, () -> answered() > before);
    stage.carry();
  }

  private void fill(String who, String words, String deliverable, String percent) {
    stage.fill(
        question(who),
        Map.of("texte", stage.words(words), "livrable", deliverable, "pourcentage", percent));
  }

  private jakarta.mail.internet.MimeMessage question(String who) {
    return stage.mail.mails(DemoMail.to(who)).stream()
        .filter(mail -> !DemoPerson.isInvitation(mail))
        .toList()
        .getFirst();
  }

  private String quoted() {
    return stage.words("demo.quoted");
  }

  private void importTable(String id, String command, Map<String, String> given, String file) {
    stage.act("import:" + id, CAMILLE, command, given, DemoStage.file(file));
  }

  /** Its people are spoken to in the language of the demonstration. */
  private Attachment people() {
    Attachment table = DemoStage.file("personnes.csv");
    String lines = new String(table.bytes(), StandardCharsets.UTF_8);
    String spoken = lines.replaceAll("(?m);fr$", ";" + stage.words("demo.language"));
    return new Attachment(table.name(), spoken.getBytes(StandardCharsets.UTF_8));
  }

  private void camille(String id, String command, String... pairs) {
    Map<String, String> given = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) given.put(pairs[i], pairs[i + 1]);
    stage.act(id, CAMILLE, command, given);
  }
}
