package ca.greffier.app;

import static ca.greffier.house.Scene.CAMILLE;
import static ca.greffier.house.Scene.LOUISE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ca.greffier.chat.Shown;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.FormElement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A date is chosen by people who each answer by their own door. */
class PollDoorsTest {
  private static final String OMAR = "omar.benali@laval.example";
  private static final String ZOE = "zoe.lavoie@trois-rivieres.example";

  @TempDir private Path data;

  @Test
  void by_mail_in_words_by_form_and_on_discord() throws Exception {
    try (WholeHouse house = new WholeHouse(data)) {
      String channel = house.discord.channel("general");
      house.wiring.jdbi.useHandle(
          handle -> handle.execute("UPDATE body SET channel = ? WHERE code = 'CD'", channel));
      house.type(
          CAMILLE,
          "sondage ouvrir corps:CD titre:\"Rencontre de mars\" cloture:2026-03-06"
              + " dates:\"2026-03-17 13:30; 2026-03-18 9:00\"");
      house.carry();

      house
          .atTheirMail(LOUISE)
          .reply(
              house.letter(LOUISE),
              "Bonjour,\n\n1 au besoin, 2 oui\n\nMerci,\nLouise",
              "Le 2 mars 2026 à 9 h, Greffier a écrit :");
      comes(house, "Louise Gagnon", 2);

      String address = house.page(DemoPerson.form(house.letter(OMAR)));
      Document page = Jsoup.connect(address).get();
      assertThat(page.text()).contains("1. 2026-03-17 13:30; 2. 2026-03-18 09:00");
      FormElement form = page.expectForm("form");
      form.select("[name=reponses]").val("2");
      assertThat(form.submit().post().text()).contains("Rencontre de mars");
      comes(house, "Omar Benali", 2);

      List<Shown> posts = house.discord.posts(channel, 1);
      Shown said =
          house.onDiscord(ZOE).presses(posts.getFirst(), "Toutes me conviennent").message();
      assertThat(said.text()).contains("C’est noté");
      comes(house, "Zoé Lavoie", 2);

      house.type(CAMILLE, "sondage voir sondage:1", "sondage clore sondage:1 choix:2");
      house.discord.check();
    }
  }

  private static void comes(WholeHouse house, String who, int dates) {
    await()
        .atMost(Duration.ofSeconds(20))
        .until(
            () ->
                house.wiring.jdbi.withHandle(
                        handle ->
                            handle
                                .createQuery(
                                    "SELECT count(*) FROM date_vote v JOIN person p ON p.id ="
                                        + " v.person WHERE given_name || ' ' || family_name = ?")
                                .bind(0, who)
                                .mapTo(Integer.class)
                                .one())
                    == dates);
  }
}
