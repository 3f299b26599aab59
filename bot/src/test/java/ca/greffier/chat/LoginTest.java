package ca.greffier.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import ca.greffier.config.Discord;
import ca.greffier.config.Secret;
import ca.greffier.text.Phrase;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Logging in: once, again, and every way not to. */
class LoginTest {
  private final ChatHouse house = new ChatHouse();

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void the_settings_are_checked_by_logging_in_and_out() {
    assertThat(DiscordDoor.check(house.settings(), ChatHouse.PATIENCE)).isEqualTo("greffier");
    assertThat(house.discord.count("PUT .*")).isZero();
  }

  @Test
  void a_wrong_token_is_told_in_words_that_do_not_show_it() {
    DiscordFailure failure = failure(house.settings("jeton-secret", ""), ChatHouse.PATIENCE);
    assertThat(failure.phrase().key()).isEqualTo("chat.failure.token");
    assertThat(failure).hasMessageNotContaining("jeton-secret");
  }

  @Test
  void an_address_where_nobody_answers_is_told() throws IOException {
    DiscordFailure failure = failure(at(unusedPort(), null), ChatHouse.PATIENCE);
    assertThat(failure.phrase().key()).isEqualTo("chat.failure.unreachable");
  }

  @Test
  void a_gateway_that_does_not_answer_is_told() throws IOException {
    URI api = URI.create(house.discord.apiUrl());
    DiscordFailure failure = failure(at(unusedPort(), api), Duration.ofSeconds(2));
    assertThat(failure.phrase().key()).isEqualTo("chat.failure.slow");
  }

  @Test
  void a_gateway_that_is_not_set_is_the_one_that_the_api_names() {
    Discord settings =
        new Discord(
            new Secret(DiscordServer.TOKEN),
            "",
            URI.create(house.discord.apiUrl()),
            null,
            Discord.Compression.NONE,
            false);
    start(settings);
    assertThat(house.discord.count("GET .*/gateway")).isPositive();
  }

  @Test
  void an_api_that_refuses_the_token_when_asked_for_its_gateway_is_told_so() {
    Discord settings =
        new Discord(
            new Secret("jeton-secret"),
            "",
            URI.create(house.discord.apiUrl()),
            null,
            Discord.Compression.NONE,
            false);
    assertThat(failure(settings, ChatHouse.PATIENCE).phrase().key())
        .isEqualTo("chat.failure.token");
  }

  @Test
  void commands_may_be_for_one_server_only() {
    start(house.settings(DiscordServer.TOKEN, house.discord.guild()));
    assertThat(house.discord.count("PUT .*/guilds/" + house.discord.guild() + "/commands"))
        .isEqualTo(1);
  }

  @Test
  void a_server_without_the_bot_is_told() {
    DiscordFailure failure =
        catchThrowableOfType(
            DiscordFailure.class, () -> start(house.settings(DiscordServer.TOKEN, "123")));
    assertThat(failure.phrase().key()).isEqualTo("chat.failure.guild");
  }

  @Test
  void commands_that_discord_refuses_are_told() {
    house.discord.fails("PUT .*/commands", Fault.error(403, 50001));
    DiscordFailure failure =
        catchThrowableOfType(DiscordFailure.class, () -> house.door.start(ChatHouse.PATIENCE));
    assertThat(failure.phrase().key()).isEqualTo("chat.failure.register");
    assertThat(house.door.line()).isEmpty();
  }

  /** As Spacebar does: options may have neither localizations nor suggestions nor files. */
  @Test
  void a_server_that_knows_less_of_commands_is_told_them_plainly() {
    house.discord.fails("PUT .*/commands", Fault.error(400, 50035));
    house.door.start(ChatHouse.PATIENCE);
    String told = house.discord.commands().toString();
    assertThat(told)
        .contains("bonjour")
        .doesNotContain("localizations\":{\"", "autocomplete\":true", "\"type\":11");
    assertThat(house.discord.user("zoe").types("/bonjour").message().text()).startsWith("Bonjour");
  }

  @Test
  void a_server_without_commands_still_carries_messages() {
    house.discord.fails("PUT .*/commands", Fault.error(404, 0));
    house.discord.fails("PUT .*/commands", Fault.error(404, 0));
    house.door.start(ChatHouse.PATIENCE);
    assertThat(house.discord.count("PUT .*/commands")).isEqualTo(2);
    assertThat(house.door.line()).isPresent();
  }

  /** As Spacebar does to a bot whose line has no User-Agent. */
  @Test
  void what_the_gateway_says_when_it_turns_us_away_is_told() {
    house.discord.turnsAway(4002, "User-Agent header is required");
    DiscordFailure failure = failure(house.settings(), Duration.ofSeconds(3));
    assertThat(failure.phrase())
        .isEqualTo(Phrase.of("chat.failure.turned", "4002 User-Agent header is required"));
  }

  @Test
  void a_door_that_was_closed_opens_again() {
    house.door.start(ChatHouse.PATIENCE);
    house.door.close();
    assertThat(house.door.line()).isEmpty();
    house.door.start(ChatHouse.PATIENCE);
    assertThat(house.discord.user("zoe").types("/bonjour").message().text()).startsWith("Bonjour");
  }

  private void start(Discord settings) {
    try (DiscordDoor door = house.door(settings)) {
      door.start(ChatHouse.PATIENCE);
    }
  }

  private static DiscordFailure failure(Discord settings, Duration patience) {
    return catchThrowableOfType(DiscordFailure.class, () -> DiscordDoor.check(settings, patience));
  }

  /** The API, and a gateway at a port where nobody is; or both there. */
  private static Discord at(int port, @Nullable URI api) {
    return new Discord(
        new Secret(DiscordServer.TOKEN),
        "",
        api == null ? URI.create("http://127.0.0.1:" + port + "/api/v10") : api,
        URI.create("ws://127.0.0.1:" + port),
        Discord.Compression.NONE,
        false);
  }

  private static int unusedPort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
