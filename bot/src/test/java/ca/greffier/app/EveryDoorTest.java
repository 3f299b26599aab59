package ca.greffier.app;

import static ca.greffier.chat.Given.option;
import static ca.greffier.house.Scene.LOUISE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ca.greffier.chat.Shown;
import ca.greffier.command.Journal;
import ca.greffier.command.PersonId;
import ca.greffier.command.Source;
import ca.greffier.meeting.Invitation;
import ca.greffier.meeting.MeetingId;
import ca.greffier.meeting.Presence;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jsoup.Jsoup;
import org.jsoup.nodes.FormElement;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * The same person answers the same notice of meeting at each door of the whole house: the journal
 * says the same thing but for the door, and the same answer is noted.
 */
class EveryDoorTest {
  private static final String ANSWER = "rencontre repondre";
  private static final TypeReference<TreeMap<String, String>> TEXTS = new TypeReference<>() {};

  @TempDir Path data;

  /** Where and how Louise says that she will come. */
  enum Door {
    SLASH_COMMAND(Source.CHAT, EveryDoorTest::byCommand),
    BUTTON(Source.CHAT, EveryDoorTest::byButton),
    CONSOLE(Source.CONSOLE, house -> house.type(LOUISE, ANSWER + " rencontre:1 presence:oui")),
    FORM(Source.WEB, EveryDoorTest::byForm),
    WORDS(
        Source.MAIL,
        house ->
            house
                .atTheirMail(LOUISE)
                .reply(
                    house.notice(LOUISE),
                    "Bonjour,\n\nj’y serai avec plaisir.",
                    "Le 2 mars 2026 à 9 h, Greffier a écrit :")),
    CALENDAR(
        Source.MAIL, house -> house.atTheirMail(LOUISE).acceptInCalendar(house.notice(LOUISE)));

    private final Source source;
    private final Answering answering;

    Door(Source source, Answering answering) {
      this.source = source;
      this.answering = answering;
    }
  }

  interface Answering {
    void answer(WholeHouse house) throws Exception;
  }

  /** What the journal says, but for the door and the hour. */
  record Said(
      String command,
      Map<String, String> given,
      @Nullable PersonId person,
      @Nullable String refusal) {}

  @ParameterizedTest
  @EnumSource
  void the_same_answer_is_the_same_at_every_door(Door door) throws Exception {
    try (WholeHouse house = new WholeHouse(data)) {
      house.convene();
      PersonId louise = house.id(LOUISE);
      assertThat(invitation(house, louise).presence()).isNull();

      door.answering.answer(house);

      Journal.Line line = journalled(house);
      Map<String, String> given = JsonMapper.shared().readValue(line.given(), TEXTS);
      if (door == Door.CALENDAR) takeOutOrder(given);
      assertThat(new Said(line.command(), given, line.person(), line.refusal()))
          .isEqualTo(new Said(ANSWER, Map.of("rencontre", "1", "presence", "oui"), louise, null));
      assertThat(line.source()).isEqualTo(door.source);
      assertThat(invitation(house, louise).presence()).isEqualTo(Presence.YES);
    }
  }

  /** A calendar says besides which version it answers, and when (RFC 5546, 2.1.5). */
  private static void takeOutOrder(Map<String, String> given) {
    assertThat(given.remove("sequence")).isEqualTo("0");
    assertThat(given.remove("dtstamp")).isEqualTo("20260302T140000Z");
  }

  private static Journal.Line journalled(WholeHouse house) {
    return await()
        .atMost(Duration.ofSeconds(20))
        .until(
            () ->
                house.wiring.journal.latest(10).stream()
                    .filter(line -> line.command().equals(ANSWER))
                    .toList(),
            lines -> lines.size() == 1)
        .getFirst();
  }

  private static Invitation invitation(WholeHouse house, PersonId person) {
    return house.wiring.meetings.invitation(new MeetingId(1), person).orElseThrow();
  }

  private static void byCommand(WholeHouse house) throws Exception {
    Shown said =
        house
            .onDiscord(LOUISE)
            .types("/" + ANSWER, option("rencontre", "1"), option("presence", "oui"))
            .message();
    assertThat(said.text()).contains("Rencontre de mars");
  }

  private static void byButton(WholeHouse house) throws Exception {
    List<Shown> posts = house.discord.posts(house.discord.channel("general"), 1);
    Shown said = house.onDiscord(LOUISE).presses(posts.getFirst(), "Oui").message();
    assertThat(said.text()).contains("Rencontre de mars");
  }

  /** As a browser without JavaScript does. */
  private static void byForm(WholeHouse house) throws Exception {
    String address = house.page(DemoPerson.form(house.notice(LOUISE)));
    FormElement form = Jsoup.connect(address).get().expectForm("form");
    Objects.requireNonNull(form.selectFirst("input[name=presence][value=oui]")).attr("checked", "");
    assertThat(form.submit().post().text()).contains("Rencontre de mars");
  }
}
