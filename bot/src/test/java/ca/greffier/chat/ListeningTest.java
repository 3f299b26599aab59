package ca.greffier.chat;

import static org.assertj.core.api.Assertions.assertThat;

import ca.greffier.command.Role;
import ca.greffier.outbox.Parcel;
import ca.greffier.outbox.Parcel.ParcelId;
import ca.greffier.outbox.Post;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Lines typed without a command, where they mean something, with the real JDA. */
class ListeningTest {
  private static ChatHouse house;
  private static DiscordServer discord;

  @BeforeAll
  static void open() {
    house = new ChatHouse();
    discord = house.discord;
    for (String name : List.of("comite", "groupe", "cuisine"))
      house.heard.add(discord.channel(name));
    house.door.start(ChatHouse.PATIENCE);
  }

  @AfterEach
  void every_request_fits() {
    discord.check();
  }

  @AfterAll
  static void close() {
    house.close();
  }

  @Test
  void a_line_that_is_kept_gets_a_mark() {
    String channel = discord.channel("comite");
    String line = zoe().says(channel, "!oui");
    assertThat(discord.reaction(line)).isEqualTo("✅");
    assertThat(discord.posts(channel, 0)).isEmpty();
  }

  @Test
  void a_thread_is_heard_as_its_channel() throws Exception {
    String channel = discord.channel("groupe");
    Post post = Post.of(channel, "Séance").opening("Séance");
    house.carrier.carry(new Parcel(new ParcelId(1), "seance:1", 1, post));
    String thread = discord.posts(channel, 1).getFirst().id();
    assertThat(discord.reaction(zoe().says(thread, "!oui"))).isEqualTo("✅");
  }

  @Test
  void a_refusal_is_answered_where_the_line_stands() {
    String channel = discord.channel("cuisine");
    discord.user("passante").says(channel, "!oui");
    List<Shown> said = discord.posts(channel, 1);
    assertThat(said.getFirst().text()).contains("compte");
  }

  @Test
  void what_means_nothing_is_left_to_people() {
    zoe().says(discord.channel("general"), "!oui");
    zoe().says(discord.channel("comite"), "Bonjour");
    String kept = zoe().says(discord.channel("comite"), "!fin");
    discord.reaction(kept);
    assertThat(discord.count("PUT .*/channels/" + discord.channel("general") + "/.*")).isZero();
    assertThat(discord.posts(discord.channel("general"), 0)).isEmpty();
  }

  private static DiscordUser zoe() {
    return house.linked("zoe", Role.MEMBER);
  }
}
