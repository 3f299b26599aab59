package ca.greffier.chat;

import static ca.greffier.chat.Given.file;
import static ca.greffier.chat.Given.option;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ca.greffier.command.Journal;
import ca.greffier.command.Role;
import ca.greffier.command.Source;
import ca.greffier.text.Language;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What people type, fill in and read on Discord, with the real JDA. */
class DiscordTest {
  private static ChatHouse house;
  private static DiscordServer discord;

  @BeforeAll
  static void open() {
    house = ChatHouse.open();
    discord = house.discord;
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
  void a_command_is_answered_to_the_person_alone() {
    Interaction said = zoe().types("/essai dire", option("mot", "bonjour"));
    assertThat(said.acknowledgement()).isEqualTo(5);
    assertThat(said.message().text()).isEqualTo("Vous avez dit bonjour.");
    assertThat(said.message().isEphemeral()).isTrue();
    Journal.Line line = line("discord:" + said.id());
    assertThat(line.command()).isEqualTo("essai dire");
    assertThat(line.source()).isEqualTo(Source.CHAT);
    assertThat(line.person()).isEqualTo(house.person(zoe()));
  }

  @Test
  void a_shared_command_is_answered_to_the_channel() {
    Shown said = zoe().types("/essai annoncer", option("mot", "bravo")).message();
    assertThat(said.text()).isEqualTo("Vous avez dit bravo.");
    assertThat(said.isEphemeral()).isFalse();
  }

  @Test
  void what_people_write_keeps_its_stars_and_pings_nobody() {
    Shown said =
        zoe().types("/essai dire", option("mot", "*a* <@1> _b_ `c` https://e.org/a_b")).message();
    assertThat(said.text())
        .isEqualTo("Vous avez dit \\*a\\* \\<@1> \\_b\\_ \\`c\\` https://e.org/a_b.");
  }

  @Test
  void a_refusal_is_told_in_words_to_the_person_alone() {
    Interaction said = zoe().types("/essai annoncer", option("mot", "gros"));
    assertThat(said.message().text())
        .isEqualTo("Ce mot est trop fort\u00a0: gros. Dites-en un autre.");
    assertThat(said.message().isEphemeral()).isTrue();
    assertThat(said.messages(1)).hasSize(1);
    assertThat(line("discord:" + said.id()).refusal()).isEqualTo("essai.trop");
  }

  @Test
  void a_bug_is_told_by_its_number() {
    Interaction said = zoe().types("/essai casser");
    assertThat(said.message().text()).contains("discord:" + said.id());
    assertThat(said.message().isEphemeral()).isTrue();
    assertThat(house.journal.has("discord:" + said.id())).isFalse();
  }

  @Test
  void a_stranger_may_give_the_commands_of_anyone() {
    DiscordUser stranger = discord.user("passante");
    Shown said = stranger.types("/bonjour").message();
    assertThat(said.text()).isEqualTo("Bonjour, " + stranger.id() + ".");
    assertThat(said.isEphemeral()).isTrue();
    Shown refused = stranger.types("/essai dire", option("mot", "bonjour")).message();
    assertThat(refused.text()).startsWith("Greffier ne sait pas encore qui vous êtes.");
  }

  @Test
  void a_stranger_is_spoken_to_in_the_language_of_their_discord() {
    DiscordUser stranger = discord.user("visitor").speaking("en-GB");
    assertThat(stranger.types("/bonjour").message().text()).startsWith("Hello, ");
  }

  @Test
  void a_person_is_spoken_to_in_their_own_language() {
    DiscordUser ann = house.linked("ann", Role.MEMBER, Language.ENGLISH);
    assertThat(ann.types("/essai dire", option("mot", "hi")).message().text())
        .isEqualTo("You said hi.");
    assertThat(ann.types("/essai dire", option("mot", "gros")).message().text())
        .isEqualTo("This word is too strong: gros. Say another one.");
  }

  @Test
  void a_command_can_be_given_in_private() {
    DiscordUser max = house.linked("max", Role.MEMBER).inPrivate();
    Shown said = max.types("/essai annoncer", option("mot", "chut")).message();
    assertThat(said.channel()).isEqualTo(max.channel());
  }

  @Test
  void a_file_is_read_before_the_desk_acts() {
    Shown said =
        zoe()
            .types(
                "/essai point",
                option("livrable", "Portail"),
                option("etat", "fini"),
                file("piece", "note.txt", bytes("tout va")))
            .message();
    assertThat(said.allText()).contains("Point sur Portail", "tout va note.txt");
  }

  @Test
  void a_file_that_is_too_heavy_is_refused() {
    Shown said =
        zoe()
            .types(
                "/essai point",
                option("livrable", "Portail"),
                option("etat", "fini"),
                file("piece", "note.txt", new byte[(10 << 20) + 1]))
            .message();
    assertThat(said.text()).contains("note.txt", "trop lourd", "10\u00a0Mo");
  }

  @Test
  void a_card_is_an_embed_with_dates_in_words() {
    Shown said =
        zoe()
            .types("/essai point", option("livrable", "Guide *bêta*"), option("etat", "fini"))
            .message();
    JsonNode embed = said.json().path("embeds").path(0);
    assertThat(embed.path("title").asString()).isEqualTo("Point sur Guide \\*bêta\\*");
    assertThat(said.allText()).contains("Reçu le", "23 novembre 2026", "9\u00a0h");
  }

  @Test
  void a_table_is_a_list_that_can_be_heard() {
    Shown said = zoe().types("/essai lister", option("nombre", "2")).message();
    assertThat(said.text())
        .isEqualTo(
            """
            ### Livrables (2)
            - **Livrable \\*1\\*** — Avancement\u00a0: 1
            - **Livrable \\*2\\*** — Avancement\u00a0: 2\
            """);
    Shown none = zoe().types("/essai lister", option("nombre", "0")).message();
    assertThat(none.text()).contains("Rien à montrer");
  }

  @Test
  void a_long_table_is_a_file_that_a_spreadsheet_opens() {
    Shown said = zoe().types("/essai lister", option("nombre", "400")).message();
    Shown.Upload file = said.files().getFirst();
    assertThat(file.name()).isEqualTo("tableau.csv");
    assertThat(file.description()).contains("CSV", "Livrables (400)");
    assertThat(new String(file.bytes(), StandardCharsets.UTF_8))
        .startsWith("\ufeffLivrable;Avancement\r\nLivrable *1*;1\r\n")
        .endsWith("Livrable *400*;400\r\n");
  }

  @Test
  void a_long_answer_comes_in_several_messages() {
    List<Shown> said = zoe().types("/essai raconter", option("nombre", "8")).messages(3);
    assertThat(said).hasSize(3).allMatch(Shown::isEphemeral);
    assertThat(said).allMatch(each -> each.text().endsWith("x."));
    assertThat(said.getFirst().text()).startsWith("Vous avez dit 0");
    assertThat(said.getLast().text()).contains("Vous avez dit 7");
  }

  @Test
  void a_file_comes_with_its_description() {
    Shown said = zoe().types("/essai joindre").message();
    Shown.Upload file = said.files().getFirst();
    assertThat(file.name()).isEqualTo("mot.txt");
    assertThat(file.description()).isEqualTo("Un fichier de 7\u00a0octets");
    assertThat(file.bytes()).isEqualTo(bytes("bonjour"));
  }

  @Test
  void values_are_offered_while_typing_to_those_who_may_see_them() {
    assertThat(zoe().begins("/essai point", option("livrable", "Po")).offered())
        .containsExactly("Livrable Portail");
    assertThat(discord.user("curieuse").begins("/essai point", option("livrable", "")).offered())
        .isEmpty();
  }

  @Test
  void what_was_said_during_a_cut_is_answered() {
    discord.cut();
    Interaction said = zoe().types("/essai dire", option("mot", "encore"));
    assertThat(said.message().text()).isEqualTo("Vous avez dit encore.");
  }

  @Test
  void too_many_requests_only_make_the_answer_wait() {
    discord.fails("PATCH .*/messages/@original", Fault.tooMany(1));
    Interaction said = zoe().types("/essai dire", option("mot", "patience"));
    assertThat(said.message().text()).isEqualTo("Vous avez dit patience.");
  }

  @Test
  void nothing_is_done_for_an_interaction_that_discord_gave_up() {
    discord.fails("POST /interactions/.*/callback", Fault.error(404, 10062));
    Interaction lost = zoe().types("/essai dire", option("mot", "perdu"));
    await().until(() -> discord.count("POST /interactions/" + lost.id() + "/.*") == 1);
    zoe().types("/essai dire", option("mot", "suivant")).message();
    assertThat(house.journal.has("discord:" + lost.id())).isFalse();
  }

  private DiscordUser zoe() {
    return house.linked("zoe", Role.MEMBER);
  }

  private static Journal.Line line(String invocation) {
    assertThat(house.journal.has(invocation)).isTrue();
    return house.journal.latest(1).getFirst();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
