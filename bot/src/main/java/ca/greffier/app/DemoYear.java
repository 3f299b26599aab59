package ca.greffier.app;

import ca.greffier.app.DemoStory.Scene;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The rest of the steering committee's year, day by day: a series of meetings, each convened,
 * answered, held, and approved, signed and sealed at the next one. One is cancelled, one moves
 * alone.
 */
final class DemoYear {
  private static final LocalDate FIRST = LocalDate.of(2026, 6, 11);
  private static final LocalDate LAST = LocalDate.of(2027, 3, 11);
  private static final LocalTime SITTING = LocalTime.of(13, 30);
  private static final int NOTICE_DAYS = 15;

  private static final List<String> COMING =
      List.of(
          "louise.gagnon@longueuil.example",
          "yvon.tremblay@saguenay.example",
          "nadia.benali@laval.example",
          "karine.ouellet@rimouski.example",
          DemoStory.MANAGER,
          DemoStory.CAMILLE);

  /** What becomes of a meeting of the series. */
  private enum Fate {
    HELD,
    MOVED,
    CANCELLED
  }

  /** In the order of the series; the summer and December have none. */
  private static final List<Turn> TURNS =
      List.of(
          new Turn(FIRST, Fate.HELD),
          new Turn(LocalDate.of(2026, 9, 10), Fate.HELD),
          new Turn(LocalDate.of(2026, 10, 8), Fate.CANCELLED),
          new Turn(LocalDate.of(2026, 11, 12), Fate.HELD),
          new Turn(LocalDate.of(2027, 1, 14), Fate.MOVED),
          new Turn(LAST, Fate.HELD));

  private record Turn(LocalDate day, Fate fate) {
    LocalDate held() {
      return fate == Fate.MOVED ? day.plusWeeks(1) : day;
    }
  }

  private final DemoStage stage;

  DemoYear(DemoStage stage) {
    this.stage = stage;
  }

  List<Scene> scenes() {
    List<Scene> all = new ArrayList<>();
    all.add(Scene.daily("series", LocalDateTime.of(2026, 4, 20, 9, 0), this::plan));
    for (int i = 0; i < TURNS.size(); i++) {
      Turn turn = TURNS.get(i);
      int number = i;
      LocalDateTime notice = turn.day().minusDays(NOTICE_DAYS).atTime(9, 0);
      all.add(
          Scene.daily("again." + turn.fate().name(), notice, () -> prepare(number, turn.fate())));
      if (turn.fate() != Fate.CANCELLED)
        all.add(Scene.daily("again.sitting", turn.held().atTime(SITTING), () -> sit(number)));
    }
    return all;
  }

  private void plan() {
    act(
        "series",
        "rencontre serie",
        "corps",
        "CD",
        "titre",
        stage.words("demo.year.title"),
        "date",
        FIRST.toString(),
        "heure",
        SITTING.toString(),
        "rythme",
        "mois",
        "jusqua",
        LAST.toString(),
        "duree",
        "90 min",
        "lieu",
        stage.words("demo.meeting.place"),
        "sauf",
        "2026-07-09; 2026-08-13; 2026-12-10; 2027-02-11",
        "sansferies",
        "oui");
    stage.type(DemoStory.CAMILLE, "rencontre liste");
  }

  private void prepare(int number, Fate fate) {
    String meeting = meeting(number);
    handOver();
    act("item:" + number, "ordre ajouter", item(number, meeting));
    act("convene:" + number, "rencontre convoquer", "rencontre", meeting);
    if (fate == Fate.MOVED)
      act(
          "move:" + number,
          "rencontre modifier",
          "rencontre",
          meeting,
          "date",
          TURNS.get(number).held().toString());
    if (fate == Fate.CANCELLED) {
      act(
          "cancel:" + number,
          "rencontre annuler",
          "rencontre",
          meeting,
          "motif",
          stage.words("demo.year.cancelled"));
      stage.tell("demo.year.withdrawn", invited(meeting));
      return;
    }
    for (String who : COMING)
      stage.act(
          "year:coming:" + number + ":" + who,
          who,
          "rencontre repondre",
          Map.of("rencontre", meeting, "presence", "oui"));
    stage.tell("demo.year.convened", COMING.size(), invited(meeting));
  }

  private int invited(String meeting) {
    return stage.count("SELECT count(*) FROM invitation WHERE meeting = ?::bigint", meeting);
  }

  private String[] item(int number, String meeting) {
    return new String[] {
      "rencontre", meeting, "titre", words("item", number), "but", "decision", "duree", "40 min"
    };
  }

  /** The minutes of the meeting before are approved, this one decides, and both officers sign. */
  private void sit(int number) {
    String meeting = meeting(number);
    String before = before(meeting);
    handOver();
    act("open:" + number, "rencontre ouvrir", "rencontre", meeting);
    act("approve:" + number, "pv approuver", "rencontre", before, "seance", meeting);
    act(
        "decide:" + number,
        "pv decision",
        "rencontre",
        meeting,
        "texte",
        words("motion", number),
        "proposeur",
        COMING.getFirst(),
        "appuyeur",
        COMING.get(number % 3 + 1),
        "votespour",
        String.valueOf(COMING.size()),
        "votescontre",
        "0");
    act("close:" + number, "rencontre clore", "rencontre", meeting);
    for (String officer : List.of(COMING.getFirst(), DemoStory.CAMILLE))
      stage.act(
          "year:sign:" + number + ":" + officer, officer, "pv signer", Map.of("rencontre", before));
    stage.tell(
        "demo.year.held",
        stage.count("SELECT count(*) FROM decision"),
        stage.count("SELECT count(*) FROM minutes WHERE seal IS NOT NULL"));
  }

  /** What is due before the next scene is handed over in time. */
  private void handOver() {
    List<String> due =
        stage.list(
            "SELECT code FROM deliverable WHERE reached IS NULL AND forecast < ? ORDER BY code",
            stage.today().plusDays(2L * NOTICE_DAYS));
    for (String code : due)
      act(
          "reached:" + code,
          "livrable atteint",
          "livrable",
          code,
          "preuve",
          stage.words("demo.handed.proof"));
  }

  /** The two meetings of the spring come first. */
  private String meeting(int number) {
    return stage.list("SELECT id::text FROM meeting ORDER BY id").get(number + 2);
  }

  /** The last one that was held before. */
  private String before(String meeting) {
    return stage
        .list(
            "SELECT id::text FROM meeting WHERE state = 'CLOSED' AND id < ?::bigint ORDER BY id",
            meeting)
        .getLast();
  }

  private String words(String what, int number) {
    return stage.words("demo.year." + what + number);
  }

  private void act(String id, String command, String... pairs) {
    Map<String, String> given = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) given.put(pairs[i], pairs[i + 1]);
    stage.act("year:" + id, DemoStory.CAMILLE, command, given);
  }
}
