package ca.greffier.app;

import ca.greffier.app.DemoStory.Scene;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The third week of the demonstration: why a date moved, what was decided, what was handed over,
 * and what became of the measure that was chosen.
 */
final class DemoTurn {
  private static final String MATHIEU = "mathieu.roy@granby.example";
  private static final String CHANGE =
      "SELECT count(*) FROM change_request WHERE reason IS NOT NULL AND reason <> ''";

  private final DemoStage stage;

  DemoTurn(DemoStage stage) {
    this.stage = stage;
  }

  List<Scene> scenes() {
    return List.of(
        new Scene("change", at(16, 10), this::decideTheChange),
        new Scene("handed", at(18, 15), this::handOver),
        new Scene("effect", at(24, 9), this::lookAtTheEffect));
  }

  private static LocalDateTime at(int day, int hour) {
    return LocalDateTime.of(2026, 3, day, hour, 0);
  }

  /** He was asked why the date that he gave is so much later; the director decides. */
  private void decideTheChange() {
    int before = stage.count(CHANGE);
    stage
        .person(MATHIEU)
        .reply(asked(), stage.words("demo.change.reason"), stage.words("demo.quoted"));
    if (before == 0) stage.await("the reason of the change", () -> stage.count(CHANGE) > 0);
    stage.tell("demo.change.asked");
    String code = code();
    act(
        "complete",
        "changement completer",
        "changement",
        code,
        "portee",
        stage.words("demo.change.scope"),
        "echeancier",
        stage.words("demo.change.schedule"),
        "recommandation",
        stage.words("demo.change.recommendation"));
    act("submit", "changement soumettre", "changement", code);
    act(
        "decide",
        "changement decider",
        "changement",
        code,
        "decision",
        "approuvee",
        "decideur",
        DemoStory.DIRECTOR,
        "conclusion",
        stage.words("demo.change.words"));
    stage.type(DemoStory.CAMILLE, "changement voir changement:" + code);
  }

  private MimeMessage asked() {
    return stage.mail.mails(DemoMail.to(MATHIEU)).stream()
        .filter(mail -> subject(mail).contains("L-11"))
        .filter(mail -> !DemoPerson.isInvitation(mail))
        .toList()
        .getLast();
  }

  private static String subject(MimeMessage mail) {
    try {
      return mail.getSubject();
    } catch (MessagingException unreadable) {
      throw new IllegalStateException(unreadable);
    }
  }

  private String code() {
    int number =
        stage.count(
            "SELECT c.number FROM change_request c JOIN deliverable d ON d.id = c.deliverable"
                + " WHERE d.code = 'L-11'");
    return "DC-2026-%03d".formatted(number);
  }

  private void handOver() {
    for (String what : List.of("L-11", "L-15", "L-19", "L-27"))
      act(
          "reached:" + what,
          "livrable atteint",
          "livrable",
          what,
          "preuve",
          stage.words("demo.handed.proof"));
    for (String action : List.of("CD-2026-A001", "PROJET-2026-A001"))
      act("done:" + action, "action faite", "action", action);
    stage.tell("demo.handed", 4);
  }

  private void lookAtTheEffect() {
    stage.type(
        DemoStory.MANAGER,
        "ecart voir ecart:"
            + stage.count(
                "SELECT g.id FROM gap g JOIN deliverable d ON g.subject = 'deliverable:' || d.id"
                    + " WHERE d.code = 'L-11' AND g.rule = 'jalon'"));
    stage.type(DemoStory.DIRECTOR, "tableau voir image:echeancier");
    stage.tell("demo.board", stage.house.config.web().publicUrl() + "/tableau");
  }

  private void act(String id, String command, String... pairs) {
    Map<String, String> given = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) given.put(pairs[i], pairs[i + 1]);
    stage.act(id, DemoStory.CAMILLE, command, given);
  }
}
