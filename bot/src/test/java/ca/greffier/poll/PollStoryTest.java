package ca.greffier.poll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import ca.greffier.command.Commands;
import ca.greffier.command.PersonId;
import ca.greffier.command.Refusal;
import ca.greffier.command.Reply;
import ca.greffier.command.Role;
import ca.greffier.command.Source;
import ca.greffier.directory.Body;
import ca.greffier.directory.BodyKind;
import ca.greffier.directory.DirectoryKinds;
import ca.greffier.directory.Function;
import ca.greffier.house.CommandWords;
import ca.greffier.house.TestProject;
import ca.greffier.meeting.Meeting;
import ca.greffier.meeting.MeetingState;
import ca.greffier.meeting.Meetings;
import ca.greffier.outbox.Letter;
import ca.greffier.outbox.Outgoing;
import ca.greffier.outbox.Post;
import ca.greffier.sweep.OfficeHours;
import ca.greffier.text.QuebecCalendar;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A committee of four chooses a date. It is opened on Monday, 2 March 2026, and closes on Friday.
 */
class PollStoryTest {
  private final TestProject project = new TestProject("2026-03-02T09:00");
  private final Meetings meetings =
      new Meetings(project.jdbi, project.bodies, project.people, TestProject.ZONE);
  private final PollLetters letters = new PollLetters(project.outbox, project.messages);
  private final Polls polls =
      new Polls(
          project.jdbi,
          new Polls.Parts(project.asks, project.bodies, project.people, meetings, letters),
          TestProject.ZONE);
  private final PollSweep sweep =
      new PollSweep(
          project.jdbi,
          new PollSweep.Parts(
              polls,
              project.bodies,
              project.people,
              letters,
              new OfficeHours(new QuebecCalendar(), TestProject.ZONE)));

  private final PersonId officer = project.person("Camille", "Roy", Role.SECRETARY);
  private final PersonId lea = project.person("Lea", "Ouellet", Role.MEMBER);
  private final PersonId max = project.person("Max", "Gagnon", Role.MEMBER);
  private final PersonId zoe = project.person("Zoe", "Lavoie", Role.MEMBER);
  private final PersonId paul = project.person("Paul", "Cote", Role.MEMBER);
  private List<Outgoing> asked = List.of();

  @BeforeEach
  void open() {
    Body committee = project.body("CD", "Comité directeur", BodyKind.STEERING);
    for (PersonId each : List.of(lea, max, zoe, paul))
      project.seat(committee, each, Function.MEMBER);
    Commands commands =
        new Commands(
            new PollCommands(
                    polls,
                    project.bodies,
                    new DirectoryKinds(project.people, project.bodies),
                    project.kinds,
                    TestProject.ZONE,
                    "exemple.example")
                .all());
    project.open(List.copyOf(commands.all()));
    CommandWords.check(commands, project.messages);
    opens("2026-03-06", "2026-03-17 13 h 30; 18 mars 9 h\n2026-03-19 9:00");
    asked = project.carried();
  }

  @Test
  void every_member_is_asked_and_the_channel_is_told() {
    assertThat(TestProject.letters(asked))
        .extracting(Letter::template)
        .containsOnly("sondage")
        .hasSize(4);
    Post post = TestProject.posts(asked).getFirst();
    assertThat(plain(post.text()))
        .contains("1. mardi 17 mars 2026, à 13", "3. jeudi 19 mars 2026, à 9");
    assertThat(post.buttons())
        .extracting(Post.Button::label)
        .containsExactly("Répondre", "Toutes me conviennent");
  }

  @Test
  void answers_come_by_any_door_and_show_where_the_quorum_is() {
    assertThat(plain(project.said(answer(lea, Source.MAIL, "1 oui, 2 au besoin, 3 non"))))
        .startsWith("C’est noté pour Suivi : mardi 17 mars 2026, à 13 h 30 : oui");
    answer(max, Source.WEB, "1 et 3");
    project.as(zoe, "sondage voter", Map.of("sondage", "SD-1", "reponses", "toutes"));
    List<Reply> parts = ((Reply.Together) show(zoe)).parts();
    assertThat(project.rows(parts.getFirst()).stream().map(PollStoryTest::plain))
        .containsExactly(
            "1 | mardi 17 mars 2026, à 13 h 30 | Lea Ouellet, Max Gagnon, Zoe Lavoie | —"
                + " | — | atteint",
            "2 | mercredi 18 mars 2026, à 9 h | Zoe Lavoie | Lea Ouellet | Max Gagnon |"
                + " possible",
            "3 | jeudi 19 mars 2026, à 9 h | Max Gagnon, Zoe Lavoie | — | Lea Ouellet |"
                + " possible");
    assertThat(plain(project.said(parts.getLast()))).contains("1 personne : Paul Cote");
    project.as(zoe, "sondage voter", Map.of("sondage", "SD-1", "reponses", "aucune"));
    assertThat(project.rows(((Reply.Together) show(zoe)).parts().getFirst()).getFirst())
        .as("another answer takes the place of the first")
        .contains("Lea Ouellet, Max Gagnon | — | Zoe Lavoie");
  }

  @Test
  void only_those_who_have_said_nothing_are_reminded_once_two_days_before() {
    answer(lea, Source.MAIL, "toutes");
    assertThat(ran("2026-03-04T16:55")).isEmpty();
    assertThat(ran("2026-03-04T17:05"))
        .extracting(Letter::template, Letter::address)
        .hasSize(3)
        .doesNotContain(tuple("sondage-rappel", address(lea)));
    assertThat(ran("2026-03-05T09:05")).isEmpty();
  }

  @Test
  void the_outcome_is_told_at_the_end_or_when_all_have_answered() {
    answer(lea, Source.MAIL, "1");
    assertThat(ran("2026-03-06T16:55")).as("reminders").hasSize(3);
    List<Letter> told = ran("2026-03-09T08:05");
    assertThat(told)
        .singleElement()
        .satisfies(
            letter -> {
              assertThat(letter.template()).isEqualTo("sondage-resultat");
              assertThat(letter.address()).isEqualTo(address(officer));
              assertThat(letter.data().toString()).contains("Max Gagnon", "oui\u00a0: 1");
            });
    assertThat(ran("2026-03-09T09:05")).isEmpty();
    assertThatThrownBy(() -> answer(max, Source.MAIL, "1")).isInstanceOf(Refusal.class);

    opens("2026-03-13", "2026-03-24 9:00; 2026-03-25 9:00");
    asked = project.carried();
    for (PersonId each : List.of(lea, max, zoe, paul)) answer(each, Source.MAIL, "1");
    assertThat(ran("2026-03-09T10:05"))
        .extracting(Letter::template)
        .containsExactly("sondage-resultat");
  }

  @Test
  void a_date_that_is_chosen_becomes_a_meeting_to_convene_once() {
    answer(lea, Source.MAIL, "2");
    assertThat(project.said(close("2"))).contains("la rencontre 1");
    Meeting meeting = meetings.list(10).getFirst();
    assertThat(meeting.title()).isEqualTo("Suivi");
    assertThat(meeting.state()).isEqualTo(MeetingState.PLANNED);
    assertThat(meeting.startsAt()).isEqualTo(TestProject.instant("2026-03-18T09:00"));
    assertThat(meeting.minutes()).isEqualTo(90);
    assertThatThrownBy(() -> close("1")).hasMessageStartingWith("poll.decided");
    assertThatThrownBy(() -> answer(lea, Source.MAIL, "1")).isInstanceOf(Refusal.class);
  }

  @Test
  void what_cannot_be_is_refused_with_the_remedy() {
    assertThatThrownBy(() -> opens("2026-03-18", "2026-03-17 9:00; 2026-03-20 9:00"))
        .hasMessageStartingWith("poll.closes.late");
    assertThatThrownBy(() -> opens("2026-02-27", "2026-03-17 9:00; 2026-03-20 9:00"))
        .hasMessageStartingWith("poll.closes.past");
    assertThatThrownBy(() -> opens("2026-03-06", "2026-03-17 9:00"))
        .hasMessageStartingWith("poll.dates [1");
    assertThatThrownBy(() -> opens("2026-03-06", "2026-03-17; 2026-03-20 9:00"))
        .hasMessageStartingWith("poll.dates.moment");
    assertThatThrownBy(() -> answer(lea, Source.MAIL, "4 oui"))
        .hasMessageStartingWith("poll.number");
    assertThatThrownBy(() -> answer(lea, Source.MAIL, "oui, non"))
        .hasMessageStartingWith("poll.count");
    PersonId stranger = project.person("Ida", "Roy", Role.MEMBER);
    assertThatThrownBy(() -> show(stranger)).hasMessageStartingWith("poll.stranger");
    assertThatThrownBy(
            () ->
                project.as(
                    stranger, "sondage voter", Map.of("sondage", "SD-1", "reponses", "toutes")))
        .hasMessageStartingWith("poll.stranger");
  }

  private void opens(String closes, String dates) {
    Map<String, String> given = new HashMap<>();
    given.put("corps", "CD");
    given.put("titre", "Suivi");
    given.put("dates", dates);
    given.put("cloture", closes);
    given.put("duree", "1h30");
    project.as(officer, "sondage ouvrir", given);
  }

  private Reply answer(PersonId who, Source from, String words) {
    Letter letter =
        TestProject.letters(asked).stream()
            .filter(each -> each.address().equals(address(who)))
            .findFirst()
            .orElseThrow();
    return project.answering(letter, from, Map.of("reponses", words));
  }

  private Reply show(PersonId who) {
    return project.as(who, "sondage voir", Map.of("sondage", "SD-1"));
  }

  private Reply close(String choice) {
    return project.as(officer, "sondage clore", Map.of("sondage", "SD-1", "choix", choice));
  }

  private static String plain(String said) {
    return said.replace('\u00a0', ' ');
  }

  private List<Letter> ran(String when) {
    sweep.run(project.at(when));
    return TestProject.letters(project.carried());
  }

  private String address(PersonId person) {
    return project.get(person).email();
  }
}
