package ca.greffier.chat;

import static ca.greffier.chat.Given.option;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import ca.greffier.command.AskId;
import ca.greffier.command.Role;
import ca.greffier.outbox.Later;
import ca.greffier.outbox.Never;
import ca.greffier.outbox.Parcel;
import ca.greffier.outbox.Parcel.ParcelId;
import ca.greffier.outbox.Post;
import ca.greffier.outbox.Post.Button;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Posts, and what their buttons do, with the real JDA. */
class ChatCarrierTest {
  private static ChatHouse house;
  private static DiscordServer discord;
  private static String locked;
  private static String tasks;

  @BeforeAll
  static void open() {
    house = new ChatHouse();
    discord = house.discord;
    locked = discord.lockedChannel("direction");
    tasks = discord.channel("travaux");
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
  void a_post_arrives_and_its_address_is_kept() throws Exception {
    String channel = discord.channel("general");
    String answer = house.carrier.carry(parcel("avis:1", Post.of(channel, "**Bonjour**")));
    Shown post = discord.posts(channel, 1).getLast();
    assertThat(post.text()).isEqualTo("**Bonjour**");
    assertThat(answer).startsWith("https://").endsWith(channel + "/" + post.id());
  }

  @Test
  void a_thread_is_opened_under_a_post_once() throws Exception {
    String channel = discord.channel("general");
    Post post = Post.of(channel, "Séance ouverte").opening("Suivi de mars ".repeat(20));
    house.carrier.carry(parcel("seance:1", post));
    house.carrier.carry(parcel("seance:1", post));
    Shown said = discord.posts(channel, 1).getLast();
    assertThat(discord.thread(said.id())).startsWith("Suivi de mars").hasSizeLessThanOrEqualTo(100);
  }

  /** Spacebar refuses a message that says it has none. */
  @Test
  void a_post_does_not_speak_of_a_poll() throws Exception {
    house.carrier.carry(parcel("avis:poll", Post.of(tasks, "Sans sondage")));
    JsonNode body = discord.bodies("POST .*/" + tasks + "/messages").getLast();
    assertThat(body.has("components")).isTrue();
    assertThat(body.has("poll")).isFalse();
  }

  @Test
  void a_post_carried_twice_is_one_message() throws Exception {
    Parcel parcel = parcel("avis:2", Post.of(tasks, "Une seule fois"));
    assertThat(house.carrier.carry(parcel)).isEqualTo(house.carrier.carry(parcel));
    List<Shown> same =
        discord.posts(tasks, 1).stream().filter(p -> p.text().equals("Une seule fois")).toList();
    assertThat(same).hasSize(1);
    assertThat(same.getFirst().nonce()).hasSize(25);
  }

  @Test
  void a_long_post_comes_in_several_messages_with_its_buttons_last() throws Exception {
    String channel = tasks;
    String text = ("Un paragraphe. ".repeat(60) + "\n\n").repeat(5);
    Button button = new Button("Dire", "essai dire", Map.of());
    int before = count(channel);
    house.carrier.carry(parcel("avis:3", new Post(channel, text, List.of(button))));
    List<Shown> posts = discord.posts(channel, before + 3).subList(before, before + 3);
    assertThat(posts).extracting(Shown::nonce).doesNotHaveDuplicates();
    assertThat(posts)
        .extracting(Shown::buttons)
        .containsExactly(List.of(), List.of(), List.of("Dire"));
  }

  @Test
  void a_button_that_gives_everything_acts_at_once() throws Exception {
    Shown post = posted("avis:4", new Button("Dire oui", "essai dire", Map.of("mot", "oui")));
    Shown said = zoe().presses(post, "Dire oui").message();
    assertThat(said.text()).isEqualTo("Vous avez dit oui.");
    assertThat(said.isEphemeral()).isTrue();
  }

  @Test
  void a_button_asks_for_what_it_does_not_give() throws Exception {
    Map<String, String> given = Map.of("livrable", "Portail");
    Shown post = posted("avis:5", new Button("Donner le point", "essai point", given));
    Form form = zoe().presses(post, "Donner le point").form();
    assertThat(form.labels()).startsWith("État").doesNotContain("Livrable");
    assertThat(zoe().submits(form, option("etat", "fini")).message().allText())
        .contains("Point sur Portail");
  }

  @Test
  void what_completes_itself_when_typed_is_a_menu_in_a_form() throws Exception {
    Shown post = posted("avis:6", new Button("Point", "essai point", Map.of("etat", "fini")));
    Form form = zoe().presses(post, "Point").form();
    assertThat(form.field("livrable").path("type").asInt()).isEqualTo(3);
    assertThat(zoe().submits(form, option("livrable", "Infolettre")).message().allText())
        .contains("Point sur Infolettre");
  }

  @Test
  void more_blanks_than_a_form_holds_must_be_typed() throws Exception {
    Shown post = posted("avis:7", new Button("Six", "essai six", Map.of()));
    assertThat(zoe().presses(post, "Six").message().text())
        .contains("essai six", "a, b, c, d, e, f");
  }

  @Test
  void a_button_answers_an_ask_as_its_own_person_only() throws Exception {
    AskId ask = ask();
    Shown post = posted("avis:8", Button.answering("Oui", ask, Map.of("mot", "oui")));
    DiscordUser max = house.linked("max", Role.MEMBER);
    assertThat(max.presses(post, "Oui").message().text())
        .startsWith("Cette question a été posée à une autre personne.");
    assertThat(discord.user("passante").presses(post, "Oui").message().text())
        .startsWith("Cette question a été posée à une autre personne.");
    assertThat(zoe().presses(post, "Oui").message().text()).isEqualTo("Vous avez dit oui.");
    assertThat(zoe().presses(post, "Oui").message().text()).startsWith("Cette demande est close");
  }

  @Test
  void a_bare_button_opens_the_form_of_its_ask() throws Exception {
    Shown post = posted("avis:9", Button.answering("Répondre", ask(), Map.of()));
    Form form = zoe().presses(post, "Répondre").form();
    assertThat(form.labels()).containsExactly("Mot");
    assertThat(zoe().submits(form, option("mot", "ouf")).message().text())
        .isEqualTo("Vous avez dit ouf.");
  }

  @Test
  void a_private_message_reaches_its_person_unless_they_closed_them() throws Exception {
    DiscordUser lea = discord.user("lea");
    house.carrier.carry(parcel("avis:10", Post.of("@" + lea.id(), "Bonjour")));
    assertThat(discord.posts(lea.dm().id(), 1)).hasSize(1);
    DiscordUser closed = discord.user("fermee").closingMessages();
    assertThat(never("avis:11", "@" + closed.id())).contains("messages privés", "courriel");
  }

  @Test
  void a_channel_where_we_may_not_write_is_told_in_words() {
    assertThat(never("avis:12", locked)).contains("permission", "réglages du salon");
    discord.fails("POST /channels/.*/messages", Fault.error(403, 50013));
    assertThat(never("avis:13", tasks)).contains("Envoyer des messages");
  }

  @Test
  void a_channel_that_does_not_exist_is_told_in_words() {
    assertThat(never("avis:14", "123")).startsWith("Ce salon n’existe pas");
  }

  @Test
  void a_button_that_cannot_hold_its_values_is_told_in_words() {
    Button button = new Button("Trop", "essai dire", Map.of("mot", "x".repeat(100)));
    Parcel parcel = parcel("avis:15", new Post(tasks, "Bonjour", List.of(button)));
    assertThat(catchThrowableOfType(Never.class, () -> house.carrier.carry(parcel)))
        .hasMessageContaining("Trop");
  }

  @Test
  void a_failure_of_discord_itself_is_tried_again() {
    discord.fails("POST /channels/.*/messages", Fault.down(500));
    Parcel parcel = parcel("avis:16", Post.of(tasks, "Bonjour"));
    assertThat(catchThrowableOfType(Later.class, () -> house.carrier.carry(parcel))).isNotNull();
  }

  @Test
  void too_many_requests_only_make_a_post_wait() throws Exception {
    discord.fails("POST /channels/.*/messages", Fault.tooMany(1));
    assertThat(house.carrier.carry(parcel("avis:17", Post.of(tasks, "Bonjour")))).isNotBlank();
  }

  @Test
  void a_post_waits_where_the_line_is_not_open() {
    try (ChatHouse closed = new ChatHouse()) {
      Parcel parcel = parcel("avis:18", Post.of("1", "Bonjour"));
      assertThat(catchThrowableOfType(Later.class, () -> closed.carrier.carry(parcel)))
          .hasMessage("La ligne de Discord n’est pas ouverte ici.");
    }
  }

  private static AskId ask() {
    return house.asks.putOnce(
        house.person(zoe()), "essai dire", Map.of(), house.clock.instant().plusSeconds(3600));
  }

  private static Shown posted(String key, Button button) throws Exception {
    List<Shown> before = new ArrayList<>(discord.posts(tasks, 0));
    house.carrier.carry(parcel(key, new Post(tasks, "Bonjour", List.of(button))));
    return discord.posts(tasks, before.size() + 1).getLast();
  }

  private static String never(String key, String channel) {
    Parcel parcel = parcel(key, Post.of(channel, "Bonjour"));
    Never never = catchThrowableOfType(Never.class, () -> house.carrier.carry(parcel));
    return String.valueOf(never.getMessage());
  }

  private static int count(String channel) {
    return discord.posts(channel, 0).size();
  }

  private static Parcel parcel(String key, Post post) {
    return new Parcel(new ParcelId(1), key, 1, post);
  }

  private static DiscordUser zoe() {
    return house.linked("zoe", Role.MEMBER);
  }
}
