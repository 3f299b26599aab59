package ca.greffier.app;

import ca.greffier.app.DemoStory.Scene;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * The steering committee after its first meeting, faster: a correction, a poll, an agenda, a
 * convocation that changes, answers through every door, a quorum lost and found again, votes, the
 * approval of the first minutes, their signatures, their seal.
 */
final class DemoCommittee {
  private static final String LOUISE = "louise.gagnon@longueuil.example";
  private static final String YVON = "yvon.tremblay@saguenay.example";
  private static final String NADIA = "nadia.benali@laval.example";
  private static final String KARINE = "karine.ouellet@rimouski.example";
  private static final String PAUL = "paul.arsenault@gaspe.example";

  private final DemoStage stage;

  DemoCommittee(DemoStage stage) {
    this.stage = stage;
  }

  List<Scene> scenes() {
    return List.of(
        new Scene("correct", LocalDateTime.of(2026, 3, 24, 10, 0), this::correct),
        new Scene("poll", LocalDateTime.of(2026, 3, 25, 9, 0), this::chooseADate),
        new Scene("second", LocalDateTime.of(2026, 3, 30, 9, 0), this::convene),
        new Scene("moved", LocalDateTime.of(2026, 4, 1, 10, 0), this::move),
        new Scene("sitting", LocalDateTime.of(2026, 4, 16, 9, 0), this::sit),
        new Scene("sealed", LocalDateTime.of(2026, 4, 17, 9, 0), this::sign));
  }

  private void correct() {
    if (isNone("SELECT count(*) FROM correction")) {
      stage
          .person(YVON)
          .reply(
              last(YVON, mail -> subject(mail).startsWith(stage.words("demo.committee.draft"))),
              stage.words("demo.committee.correction"),
              stage.words("demo.quoted"));
      stage.await("the correction", () -> !isNone("SELECT count(*) FROM correction"));
    }
    act("settle", "pv trancher", "correction", "K-1", "retenue", "oui");
    stage.tell("demo.committee.corrected");
  }

  private void chooseADate() {
    act(
        "poll",
        "sondage ouvrir",
        "corps",
        "CD",
        "titre",
        stage.words("demo.committee.title"),
        "dates",
        "2026-04-14 13:30; 2026-04-16 13:30",
        "cloture",
        "2026-03-27",
        "duree",
        "2 h",
        "lieu",
        stage.words("demo.meeting.place"));
    if (isNone("SELECT count(*) FROM date_poll WHERE decided_at IS NOT NULL")) vote();
    stage.type(DemoStory.CAMILLE, "sondage voir sondage:SD-1");
  }

  private void vote() {
    stage.type(LOUISE, "sondage voter sondage:SD-1 reponses:\"2 oui\"");
    stage.fill(latest(NADIA), Map.of("reponses", "1 non, 2 oui"));
    stage
        .person(KARINE)
        .reply(latest(KARINE), stage.words("demo.committee.vote"), stage.words("demo.quoted"));
    stage.await("a vote by mail", () -> voted() >= 3);
  }

  private int voted() {
    return stage.count("SELECT count(DISTINCT person) FROM date_vote");
  }

  private void convene() {
    act("choose", "sondage clore", "sondage", "SD-1", "choix", "2");
    String meeting = second();
    item(meeting, "demo.committee.item1", "decision", "45 min");
    item(meeting, "demo.committee.item2", "information", "30 min");
    stage.act(
        "propose",
        NADIA,
        "ordre proposer",
        Map.of("rencontre", meeting, "titre", stage.words("demo.committee.item3")));
    if (isNone("SELECT count(*) FROM agenda_item WHERE proposed_by IS NOT NULL AND position > 0"))
      stage.fill(latest(LOUISE), Map.of("retenue", "oui"));
    act("convene:2", "rencontre convoquer", "rencontre", meeting);
    stage.type(DemoStory.CAMILLE, "ordre voir rencontre:" + meeting);
  }

  private void item(String meeting, String words, String purpose, String length) {
    act(
        words,
        "ordre ajouter",
        "rencontre",
        meeting,
        "titre",
        stage.words(words),
        "but",
        purpose,
        "duree",
        length);
  }

  private void move() {
    String meeting = second();
    act("move", "rencontre modifier", "rencontre", meeting, "heure", "9 h");
    stage.tell("demo.committee.moved");
    if (isNone("SELECT count(*) FROM sitting")) answerAll(meeting);
    stage.type(DemoStory.CAMILLE, "rencontre etat rencontre:" + meeting);
  }

  private void answerAll(String meeting) {
    stage.person(YVON).acceptInCalendar(last(YVON, DemoPerson::isInvitation));
    stage.fill(last(NADIA, DemoPerson::isInvitation), Map.of("presence", "oui"));
    stage.fill(last(LOUISE, DemoPerson::isInvitation), Map.of("presence", "oui"));
    answer(KARINE, "demo.rsvp.yes");
    answer(PAUL, "demo.committee.no");
    stage.type(DemoStory.CAMILLE, "rencontre repondre rencontre:" + meeting + " presence:oui");
    stage.await(
        "six answers to the second convocation",
        () ->
            stage.count(
                    "SELECT count(*) FROM invitation WHERE presence IS NOT NULL AND meeting = "
                        + meeting)
                >= 6);
    stage.carry();
  }

  private void answer(String who, String words) {
    stage
        .person(who)
        .reply(last(who, DemoPerson::isInvitation), stage.words(words), stage.words("demo.quoted"));
  }

  /** Five are there, one leaves, another comes. */
  private void sit() {
    String meeting = second();
    if (isNone("SELECT count(*) FROM sitting"))
      stage.type(DemoStory.CAMILLE, "rencontre ouvrir rencontre:" + meeting);
    vote(meeting, "demo.committee.motion1", "1", "5", "0", "");
    act(
        "approve",
        "pv approuver",
        "rencontre",
        String.valueOf(stage.count("SELECT min(id) FROM meeting")),
        "seance",
        meeting);
    presence(meeting, KARINE, "absent");
    vote(meeting, "demo.committee.motion2", "2", "4", "0", "");
    presence(meeting, DemoStory.MANAGER, "present");
    vote(meeting, "demo.committee.motion3", "3", "4", "1", stage.words("demo.committee.dissent"));
    act("close:2", "rencontre clore", "rencontre", meeting);
    stage.tell("demo.committee.held");
    stage.type(DemoStory.CAMILLE, "decision liste corps:CD");
  }

  private void presence(String meeting, String who, String standing) {
    act("second:" + who, "pv presence", "rencontre", meeting, "personne", who, "statut", standing);
  }

  private void vote(
      String meeting, String words, String item, String yes, String no, String dissent) {
    Map<String, String> given =
        new LinkedHashMap<>(
            Map.of(
                "rencontre", meeting,
                "texte", stage.words(words),
                "point", item,
                "proposeur", NADIA,
                "appuyeur", YVON,
                "votespour", yes,
                "votescontre", no));
    if (!dissent.isEmpty()) given.put("dissidence", dissent);
    stage.act(words, DemoStory.CAMILLE, "pv decision", given);
  }

  private void sign() {
    String first = String.valueOf(stage.count("SELECT min(id) FROM meeting"));
    if (isNone("SELECT count(*) FROM minutes WHERE seal IS NOT NULL")) {
      stage.fill(
          last(LOUISE, mail -> subject(mail).startsWith(stage.words("demo.committee.tosign"))),
          Map.of());
      stage.type(DemoStory.CAMILLE, "pv signer rencontre:" + first);
    }
    stage.type(DemoStory.CAMILLE, "pv verifier");
    stage.type(DemoStory.CAMILLE, "pv document rencontre:" + first);
    stage.type(DemoStory.CAMILLE, "pv extrait resolution:CD-2026-001");
    stage.type(DemoStory.CAMILLE, "pv preuve rencontre:" + second());
  }

  /** A scene that is played again after a kill leaves what is done. */
  private boolean isNone(String counted) {
    return stage.count(counted) == 0;
  }

  private String second() {
    return stage.list("SELECT id::text FROM meeting ORDER BY id").get(1);
  }

  private MimeMessage latest(String who) {
    return stage.person(who).letter();
  }

  private MimeMessage last(String who, Predicate<MimeMessage> which) {
    return stage.mail.mails(DemoMail.to(who)).stream().filter(which).toList().getLast();
  }

  private static String subject(MimeMessage mail) {
    try {
      return mail.getSubject();
    } catch (MessagingException unreadable) {
      throw new IllegalStateException(unreadable);
    }
  }

  private void act(String id, String command, String... pairs) {
    Map<String, String> given = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) given.put(pairs[i], pairs[i + 1]);
    stage.act("committee:" + id, DemoStory.CAMILLE, command, given);
  }
}
