package ca.greffier.chat;

import static ca.greffier.chat.Given.option;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ca.greffier.command.Role;
import ca.greffier.text.Language;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What Discord is told of the commands, and the forms that ask for what was not typed. */
class SlashCommandsTest {
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
  void every_request_is_checked_against_the_official_description() {
    assumeTrue(
        DiscordServer.checksOfficially(),
        "skipped: Discord's openapi.json is not in -Dgreffier.corpora=DIR");
    assertThat(discord.commands()).isNotEmpty();
  }

  @Test
  void names_are_french_by_default_and_localized_in_both_englishes() {
    JsonNode room = named(discord.commands(), "essai");
    assertThat(room.path("description").asString()).isEqualTo("Commandes «\u00a0essai\u00a0»");
    assertThat(room.path("name_localizations")).isEqualTo(english("trial"));
    JsonNode say = named(room.path("options"), "dire");
    assertThat(say.path("name_localizations")).isEqualTo(english("say"));
    assertThat(say.path("description").asString()).startsWith("Répéter un mot");
    assertThat(say.path("description_localizations")).isEqualTo(english("Repeat a word"));
    JsonNode word = named(say.path("options"), "mot");
    assertThat(word.path("name_localizations")).isEqualTo(english("word"));
    assertThat(named(discord.commands(), "bonjour").path("name_localizations"))
        .isEqualTo(english("hello"));
  }

  @Test
  void options_say_what_they_take() {
    List<JsonNode> options = new ArrayList<>();
    named(named(discord.commands(), "essai").path("options"), "point")
        .path("options")
        .forEach(options::add);
    assertThat(options)
        .extracting(each -> each.path("name").asString())
        .containsExactly("livrable", "etat", "avancement", "commentaire", "piece");
    assertThat(options)
        .extracting(each -> each.path("type").asInt())
        .containsExactly(3, 3, 4, 3, 11);
    assertThat(options)
        .extracting(each -> each.path("required").asBoolean(false))
        .containsExactly(true, false, false, false, false);
    assertThat(options.getFirst().path("autocomplete").asBoolean()).isTrue();
    JsonNode choice = options.get(1).path("choices").get(1);
    assertThat(choice.path("name").asString()).isEqualTo("Terminé");
    assertThat(choice.path("value").asString()).isEqualTo("fini");
    assertThat(choice.path("name_localizations")).isEqualTo(english("Done"));
  }

  @Test
  void what_a_form_cannot_hold_must_be_typed() {
    JsonNode six = named(named(discord.commands(), "essai").path("options"), "six");
    for (JsonNode option : six.path("options"))
      assertThat(option.path("required").asBoolean()).isTrue();
  }

  @Test
  void a_command_typed_bare_opens_its_form() {
    Form form = zoe().types("/essai point", option("livrable", "Portail")).form();
    assertThat(form.title()).isEqualTo("Donner l’état d’un livrable");
    assertThat(form.labels()).containsExactly("État", "Avancement", "Commentaire", "Pièce jointe");
    assertThat(form.descriptions().getFirst()).isEqualTo("Où en sont les travaux");
    assertThat(form.field("etat").path("type").asInt()).isEqualTo(21);
    assertThat(form.field("commentaire").path("style").asInt()).isEqualTo(2);
    assertThat(form.field("avancement").path("required").asBoolean()).isFalse();
    assertThat(form.field("piece").path("type").asInt()).isEqualTo(19);
    Shown said =
        zoe()
            .submits(
                form,
                option("etat", "bloque"),
                option("commentaire", "Il manque\nun serveur."),
                Given.file("piece", "note.txt", new byte[] {'a', 'h'}))
            .message();
    assertThat(said.isEphemeral()).isTrue();
    assertThat(said.allText())
        .contains("Point sur Portail", "bloque", "Il manque\nun serveur.", "ah note.txt");
    assertThat(said.allText()).doesNotContain("Avancement");
  }

  @Test
  void a_long_text_and_a_file_typed_before_the_form_are_not_lost() {
    Form form =
        zoe()
            .types(
                "/essai point",
                option("livrable", "Portail"),
                option("commentaire", "long ".repeat(100)),
                Given.file("piece", "note.txt", new byte[] {'o', 'h'}))
            .form();
    assertThat(form.labels()).containsExactly("État", "Avancement");
    Shown said = zoe().submits(form, option("etat", "fini")).message();
    assertThat(said.allText()).contains("long long", "oh note.txt");
  }

  @Test
  void what_was_said_last_is_filled_in_already() {
    Form form = zoe().types("/essai suivi").form();
    assertThat(form.labels()).containsExactly("État", "Commentaire");
    assertThat(form.field("commentaire").path("value").asString())
        .isEqualTo("Comme la dernière fois.");
    assertThat(form.field("etat").path("options").path(0).path("default").asBoolean(false))
        .isTrue();
    assertThat(
            zoe()
                .submits(form, option("etat", "fini"), option("commentaire", "Bravo"))
                .message()
                .text())
        .isEqualTo("Vous avez dit fini Bravo.");
  }

  @Test
  void a_question_that_an_answer_calls_for_is_asked_after_the_form() {
    Form form = zoe().types("/essai suivi").form();
    Shown rest =
        zoe()
            .submits(
                form,
                option("etat", "bloque"),
                option("commentaire", "Trop long à dire. ".repeat(9)))
            .message();
    assertThat(rest.text()).isEqualTo("Il reste à répondre\u00a0: Raison");
    assertThat(rest.isEphemeral()).isTrue();
    Form second = zoe().presses(rest, "Répondre").form();
    assertThat(second.labels()).containsExactly("Raison");
    assertThat(second.field("raison").path("required").asBoolean(true)).isTrue();
    assertThat(zoe().submits(second, option("raison", "Le contrat manque")).message().text())
        .isEqualTo("Vous avez dit bloque Le contrat manque.");
    Form typed = zoe().types("/essai suivi", option("etat", "bloque")).form();
    assertThat(typed.labels()).containsExactly("Raison", "Commentaire");
  }

  @Test
  void a_form_is_in_the_language_of_the_person() {
    DiscordUser ann = house.linked("ann", Role.MEMBER, Language.ENGLISH);
    Form form = ann.types("/essai dire").form();
    assertThat(form.title()).isEqualTo("Repeat a word");
    assertThat(form.labels()).containsExactly("Word");
  }

  @Test
  void a_long_title_is_cut_with_an_ellipsis() {
    assertThat(zoe().types("/essai dire").form().title())
        .hasSizeLessThanOrEqualTo(45)
        .endsWith("…");
  }

  @Test
  void what_a_form_gives_may_be_refused() {
    Form form = zoe().types("/essai dire").form();
    assertThat(zoe().submits(form, option("mot", "gros")).message().text())
        .startsWith("Ce mot est trop fort");
  }

  @Test
  void nobody_fills_a_form_for_a_command_they_may_not_give() {
    Interaction asked = zoe().types("/essai gerer");
    assertThat(asked.message().text()).startsWith("Cette commande ne fait pas partie");
    assertThat(asked.acknowledgement()).isEqualTo(5);
  }

  private static DiscordUser zoe() {
    return house.linked("zoe", Role.MEMBER);
  }

  private static JsonNode named(JsonNode list, String name) {
    for (JsonNode each : list) {
      if (each.path("name").asString().equals(name)) return each;
    }
    throw new AssertionError("no " + name + " in " + list);
  }

  private static JsonNode english(String words) {
    return Json.of("en-US", words, "en-GB", words);
  }
}
