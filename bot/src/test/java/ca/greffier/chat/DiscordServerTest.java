package ca.greffier.chat;

import static ca.greffier.chat.Given.option;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.EnumSet;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.JDABuilder;
import net.dv8tion.jda.api.entities.Message;
import net.dv8tion.jda.api.events.interaction.command.SlashCommandInteractionEvent;
import net.dv8tion.jda.api.exceptions.InvalidTokenException;
import net.dv8tion.jda.api.hooks.ListenerAdapter;
import net.dv8tion.jda.api.interactions.commands.OptionType;
import net.dv8tion.jda.api.interactions.commands.build.Commands;
import net.dv8tion.jda.api.interactions.commands.build.SlashCommandData;
import net.dv8tion.jda.api.requests.GatewayIntent;
import net.dv8tion.jda.api.requests.RestConfig;
import net.dv8tion.jda.api.utils.Compression;
import net.dv8tion.jda.api.utils.ConcurrentSessionController;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The local server against the bare JDA: it must speak the protocol and be able to say no. */
class DiscordServerTest {
  private final DiscordServer discord = DiscordServer.start();

  @AfterEach
  void stop() {
    discord.close();
  }

  @Test
  void a_bot_logs_in_registers_and_answers() throws Exception {
    JDA jda = login(DiscordServer.TOKEN);
    try {
      jda.updateCommands().addCommands(echo()).complete();
      Interaction said = discord.user("zoe").types("/echo", option("mot", "bonjour"));
      assertThat(said.message().text()).isEqualTo("bonjour");
      assertThat(said.message().isEphemeral()).isTrue();
    } finally {
      stop(jda);
    }
  }

  @Test
  void what_happens_during_a_cut_is_replayed() throws Exception {
    JDA jda = login(DiscordServer.TOKEN);
    try {
      jda.updateCommands().addCommands(echo()).complete();
      discord.cut();
      Interaction said = discord.user("zoe").types("/echo", option("mot", "encore"));
      assertThat(said.message().text()).isEqualTo("encore");
      assertThat(discord.logins()).containsEntry("identified", 1).containsEntry("resumed", 1);
    } finally {
      stop(jda);
    }
  }

  @Test
  void a_wrong_token_is_refused() {
    assertThatThrownBy(() -> login("mauvais")).isInstanceOf(InvalidTokenException.class);
  }

  @Test
  void a_message_that_may_ping_people_is_told() throws Exception {
    JDA jda = login(DiscordServer.TOKEN);
    try {
      jda.getTextChannelsByName("general", false)
          .getFirst()
          .sendMessage("bonjour @everyone")
          .setAllowedMentions(EnumSet.allOf(Message.MentionType.class))
          .complete();
      assertThatThrownBy(discord::check).hasMessageContaining("ping");
    } finally {
      stop(jda);
    }
  }

  private static SlashCommandData echo() {
    return Commands.slash("echo", "Répète").addOption(OptionType.STRING, "mot", "Le mot", true);
  }

  private JDA login(String token) throws InterruptedException {
    ConcurrentSessionController controller =
        new ConcurrentSessionController() {
          @Override
          public String getGateway() {
            return discord.gatewayUrl();
          }
        };
    return JDABuilder.createLight(token, EnumSet.noneOf(GatewayIntent.class))
        .setRestConfig(new RestConfig().setBaseUrl(discord.apiUrl()))
        .setSessionController(controller)
        .setCompression(Compression.NONE)
        .setEnableShutdownHook(false)
        .addEventListeners(new Echo())
        .build()
        .awaitReady();
  }

  private static void stop(JDA jda) throws InterruptedException {
    jda.shutdown();
    assertThat(jda.awaitShutdown(Duration.ofSeconds(10))).isTrue();
  }

  private static final class Echo extends ListenerAdapter {
    @Override
    public void onSlashCommandInteraction(SlashCommandInteractionEvent event) {
      String word = event.getOption("mot", "", option -> option.getAsString());
      event
          .reply(word)
          .setEphemeral(true)
          .setAllowedMentions(EnumSet.noneOf(Message.MentionType.class))
          .queue();
    }
  }
}
