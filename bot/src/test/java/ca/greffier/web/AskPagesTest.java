package ca.greffier.web;

import static org.assertj.core.api.Assertions.assertThat;

import ca.greffier.command.Journal;
import ca.greffier.command.Source;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * The form of an Ask, asked for and posted over real HTTP. What is read from a page has its
 * no-break spaces told as spaces.
 */
class AskPagesTest {
  private final OpenHouse house = new OpenHouse();

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void get_shows_the_form_and_does_nothing() {
    String path = "/r/" + house.askPresence(OpenHouse.AGATHE);

    HttpResponse<String> shown = house.get(path);
    HttpResponse<String> peeked = house.send("HEAD", path, BodyPublishers.noBody());

    assertThat(shown.statusCode()).isEqualTo(200);
    assertThat(peeked.statusCode()).isEqualTo(200);
    Document page = OpenHouse.page(shown);
    assertThat(page.select("html").attr("lang")).isEqualTo("fr-CA");
    assertThat(page.select("h1").eachText()).containsExactly("Répondre à l’avis de convocation");
    assertThat(page.select("main").text())
        .contains("Agathe Roy", "Rencontre 42", "Jusqu’au vendredi 20 février 2026, à 16 h 30");
    assertThat(page.select("legend").text()).isEqualTo("Serez-vous là? (obligatoire)");
    assertThat(page.select("input[name=presence]").eachAttr("value"))
        .containsExactly("oui", "non", "procuration");
    assertThat(page.select("label[for=field-commentaire]").text())
        .isEqualTo("Commentaire (facultatif)");
    assertThat(page.select("script")).isEmpty();
    assertThat(house.toys.ran).isEmpty();
    assertThat(house.journal.latest(10)).isEmpty();
  }

  @Test
  void post_answers_as_the_person_asked() {
    String path = "/r/" + house.askPresence(OpenHouse.AGATHE);
    String nonce = OpenHouse.nonce(OpenHouse.page(house.get(path)));

    HttpResponse<String> answered =
        house.post(path, Map.of("_nonce", nonce, "presence", "oui", "commentaire", "À bientôt"));

    assertThat(answered.statusCode()).isEqualTo(200);
    Document page = OpenHouse.page(answered);
    assertThat(page.select(".said").text()).isEqualTo("Réponse notée pour la rencontre 42 : oui.");
    assertThat(page.select("a[href=" + path + "]").text()).isEqualTo("Changer ma réponse");
    Journal.Line line = house.journal.latest(1).getFirst();
    assertThat(line.person()).isEqualTo(OpenHouse.AGATHE);
    assertThat(line.source()).isEqualTo(Source.WEB);
    assertThat(line.given()).contains("\"presence\": \"oui\"", "\"rencontre\": \"42\"");
    assertThat(house.journal.has("web:" + nonce)).isTrue();
  }

  @Test
  void a_link_may_choose_an_answer_but_only_post_gives_it() {
    String path = "/r/" + house.askPresence(OpenHouse.AGATHE) + "?presence=non";

    Document page = OpenHouse.page(house.get(path));

    assertThat(page.select("input[checked]").eachAttr("value")).containsExactly("non");
    assertThat(page.select("a.language").attr("href")).isEqualTo("?lang=en&presence=non");
    assertThat(house.toys.ran).isEmpty();
  }

  @Test
  void a_question_appears_when_an_answer_calls_for_it() {
    String path = "/r/" + house.ask(OpenHouse.AGATHE, "essai suivre");
    Document first = OpenHouse.page(house.get(path));
    assertThat(first.select("[name=raison]")).isEmpty();
    assertThat(first.select("[name=commentaire]").text()).isEqualTo("Avant 0");

    HttpResponse<String> asked =
        house.post(path, Map.of("_nonce", OpenHouse.nonce(first), "presence", "non"));

    assertThat(asked.statusCode()).isEqualTo(422);
    Document second = OpenHouse.page(asked);
    assertThat(second.select("a[href=#field-raison]").text()).isEqualTo("Raison");
    assertThat(second.select("label[for=field-raison]").text()).isEqualTo("Raison (obligatoire)");
    assertThat(second.select("[name=commentaire]").text()).as("what was erased stays so").isEmpty();
    assertThat(house.toys.ran).isEmpty();
    house.post(
        path, Map.of("_nonce", OpenHouse.nonce(second), "presence", "non", "raison", "En congé"));
    assertThat(house.toys.ran)
        .singleElement()
        .satisfies(call -> assertThat(call.given()).containsEntry("raison", "En congé"));
  }

  @Test
  void the_same_form_posted_twice_acts_once() {
    String path = "/r/" + house.askPresence(OpenHouse.AGATHE);
    Map<String, String> form =
        Map.of("_nonce", OpenHouse.nonce(OpenHouse.page(house.get(path))), "presence", "oui");

    house.post(path, form);
    HttpResponse<String> again = house.post(path, form);

    assertThat(again.statusCode()).isEqualTo(200);
    assertThat(OpenHouse.page(again).select("h1").text()).isEqualTo("Déjà noté");
    assertThat(house.toys.ran).hasSize(1);
  }

  @Test
  void an_answer_may_be_changed_until_the_end() {
    String path = "/r/" + house.askPresence(OpenHouse.AGATHE);

    answer(path, "oui");
    answer(path, "non");

    assertThat(house.toys.ran)
        .extracting(call -> call.given().get("presence"))
        .containsExactly("oui", "non");
  }

  @Test
  void one_answer_closes_an_ask_of_one_answer() {
    String path = "/r/" + house.askPresenceOnce(OpenHouse.AGATHE);
    Document form = OpenHouse.page(house.get(path));
    assertThat(form.select("main").text()).contains("une seule réponse est prise");
    Map<String, String> posted = Map.of("_nonce", OpenHouse.nonce(form), "presence", "oui");

    house.post(path, posted);

    assertThat(OpenHouse.page(house.post(path, posted)).select("h1").text()).isEqualTo("Déjà noté");
    HttpResponse<String> other = house.post(path, Map.of("presence", "non"));
    assertThat(other.statusCode()).isEqualTo(410);
    assertThat(OpenHouse.page(other).select("h1").text()).isEqualTo("Demande close");
    assertThat(house.get(path).statusCode()).isEqualTo(410);
    assertThat(house.toys.ran).hasSize(1);
  }

  @Test
  void of_answers_that_come_at_once_only_one_is_taken() {
    String path = "/r/" + house.askPresenceOnce(OpenHouse.AGATHE);

    List<Integer> statuses =
        IntStream.range(0, 8)
            .mapToObj(
                _ ->
                    CompletableFuture.supplyAsync(
                        () -> house.post(path, Map.of("presence", "oui")).statusCode(),
                        Thread::startVirtualThread))
            .toList()
            .stream()
            .map(CompletableFuture::join)
            .toList();

    assertThat(statuses).containsOnlyOnce(200).containsOnly(200, 410);
    assertThat(house.toys.ran).hasSize(1);
  }

  @Test
  void after_the_end_the_page_says_so() {
    String path = "/r/" + house.askPresence(OpenHouse.AGATHE);
    house.clock.advance(Duration.ofDays(5));

    HttpResponse<String> late = house.get(path);

    assertThat(late.statusCode()).isEqualTo(410);
    assertThat(OpenHouse.page(late).select("h1").text()).isEqualTo("Délai échu");
    assertThat(OpenHouse.page(late).select("main").text()).contains("vendredi 20 février 2026");
    assertThat(house.post(path, Map.of("presence", "oui")).statusCode()).isEqualTo(410);
    assertThat(house.toys.ran).isEmpty();
  }

  @Test
  void a_forged_token_finds_nothing() {
    for (String forged :
        List.of("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "court", "a".repeat(2000), "%00%00", "<b>")) {
      String path = "/r/" + forged.replace("<", "%3C").replace(">", "%3E");
      HttpResponse<String> shown = house.get(path);
      assertThat(shown.statusCode()).as(forged).isIn(400, 404);
      assertThat(shown.body()).doesNotContain("<b>", "Exception");
      assertThat(house.post(path, Map.of("presence", "oui")).statusCode()).isIn(400, 404);
    }
    assertThat(OpenHouse.page(house.get("/r/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")).select("h1").text())
        .isEqualTo("Lien inconnu");
  }

  @Test
  void what_is_missing_is_told_at_its_field_and_the_rest_is_kept() {
    String path = "/r/" + house.askPresence(OpenHouse.AGATHE);

    HttpResponse<String> refused = house.post(path, Map.of("commentaire", "Je « garde » ceci"));

    assertThat(refused.statusCode()).isEqualTo(422);
    Document page = OpenHouse.page(refused);
    assertThat(page.title()).startsWith("Votre réponse n’est pas encore envoyée – ");
    Element link = page.expectFirst("[role=alert] a");
    assertThat(link.text()).isEqualTo("Serez-vous là?");
    assertThat(page.select(link.attr("href")).attr("name")).isEqualTo("presence");
    assertThat(page.select("fieldset .problem").text())
        .isEqualTo("À corriger : Il manque une réponse ici.");
    assertThat(page.select("fieldset").attr("aria-describedby"))
        .isEqualTo("field-presence-help field-presence-problem");
    assertThat(page.select("textarea").text()).isEqualTo("Je « garde » ceci");
  }

  @Test
  void each_field_that_cannot_be_read_is_told() {
    String path = "/r/" + house.ask(OpenHouse.AGATHE, "essai point");

    HttpResponse<String> refused =
        multipart(
            path,
            Map.of("livrable", "1", "texte", "Tout va", "avancement", "cent", "cout", "cher"));

    assertThat(refused.statusCode()).isEqualTo(422);
    Document page = OpenHouse.page(refused);
    assertThat(page.select("[role=alert] a").eachText())
        .containsExactly("Avancement", "Coût prévu");
    assertThat(page.select("#field-cout").attr("value")).isEqualTo("cher");
    assertThat(page.select("#field-cout").attr("aria-invalid")).isEqualTo("true");
    assertThat(page.select("#field-livrable").attr("value")).isEqualTo("1");
    assertThat(house.toys.ran).isEmpty();
  }

  @Test
  void a_refusal_of_the_command_is_told_above_the_form_which_can_be_sent_again() {
    String path = "/r/" + house.askPresence(OpenHouse.AGATHE);
    String nonce = OpenHouse.nonce(OpenHouse.page(house.get(path)));

    HttpResponse<String> refused =
        house.post(path, Map.of("_nonce", nonce, "presence", "oui", "commentaire", "complet"));

    assertThat(refused.statusCode()).isEqualTo(422);
    Document page = OpenHouse.page(refused);
    assertThat(page.select("[role=alert] li").text())
        .isEqualTo("La rencontre est complète. Proposez une autre date.");
    assertThat(page.select("input[checked]").attr("value")).isEqualTo("oui");
    assertThat(house.journal.isRefused("web:" + nonce)).isTrue();

    // with the browser's back button, the form has the old nonce, which did nothing
    assertThat(house.post(path, Map.of("_nonce", nonce, "presence", "oui")).statusCode())
        .isEqualTo(200);
    assertThat(house.toys.ran).hasSize(2);
  }

  @Test
  void every_shape_is_drawn_and_read() {
    String path = "/r/" + house.ask(OpenHouse.AGATHE, "essai point");
    Document form = OpenHouse.page(house.get(path));
    assertThat(form.select("form").attr("enctype")).isEqualTo("multipart/form-data");
    assertThat(form.select("datalist option").eachText())
        .containsExactly("Plan de transition", "Guide de l’équipe");
    assertThat(form.select("#field-texte").is("textarea")).isTrue();
    assertThat(form.select("#field-avancement").attr("inputmode")).isEqualTo("numeric");
    assertThat(form.select("#field-echeance").attr("type")).isEqualTo("date");
    assertThat(form.select("#field-heure").attr("type")).isEqualTo("time");
    assertThat(form.select("#field-cout").attr("inputmode")).isEqualTo("decimal");
    assertThat(form.select("#field-piece").attr("type")).isEqualTo("file");
    assertThat(form.select("input[name=presence]").eachAttr("value")).endsWith("procuration", "");

    HttpResponse<String> answered =
        multipart(
            path,
            Map.of(
                "livrable", "1",
                "texte", "Deux\r\nlignes",
                "avancement", "40",
                "echeance", "2026-03-01",
                "heure", "14:30",
                "cout", "1234,56"));

    assertThat(answered.statusCode()).as(answered.body()).isEqualTo(200);
    assertThat(house.toys.ran.getFirst().given()).containsEntry("texte", "Deux\nlignes");
    assertThat(house.toys.ran.getFirst().files())
        .hasEntrySatisfying("piece", file -> assertThat(file.name()).isEqualTo("été.txt"));
    Document page = OpenHouse.page(answered);
    assertThat(page.select("caption").text()).isEqualTo("Livrables");
    assertThat(page.expectFirst("td.number").text()).isEqualTo("12 345,67 $");
    assertThat(page.expectFirst("td").text()).isEqualTo("Plan de transition <numérique>");
    assertThat(page.select("dd").text()).isEqualTo("dimanche 1er mars 2026");
    assertThat(page.select("img").attr("alt")).isEqualTo("Un carré bleu");
    assertThat(page.select("a[download]").attr("download")).isEqualTo("carré.png");
  }

  @Test
  void what_is_typed_is_never_markup() {
    String path = "/r/" + house.askPresence(OpenHouse.BRAM);
    String attack = "\"><script>alert(1)</script></textarea><img src=x onerror=alert(1)>";

    for (HttpResponse<String> shown :
        List.of(
            house.post(path, Map.of("presence", attack, "commentaire", attack)),
            house.get(path + "?commentaire=%22%3E%3Cscript%3Ealert(1)%3C/script%3E&lang=%3Cb%3E"),
            house.get(path + "?%22%3E%3Cscript%3E=1"))) {
      Document page = OpenHouse.page(shown);
      assertThat(page.select("script, img, b")).isEmpty();
      assertThat(page.select("main").text()).contains("Bram <b>Stone</b>");
    }
    Document kept = OpenHouse.page(house.post(path, Map.of("commentaire", attack)));
    assertThat(kept.select("textarea").text()).isEqualTo(attack);
  }

  @Test
  void the_page_speaks_the_persons_language_or_the_one_asked_for() {
    String french = "/r/" + house.askPresence(OpenHouse.AGATHE);
    String english = "/r/" + house.askPresence(OpenHouse.BRAM);

    assertThat(OpenHouse.page(house.get(english)).select("h1").text())
        .isEqualTo("Answer the notice of meeting");
    Document switched = OpenHouse.page(house.get(french + "?lang=en"));
    assertThat(switched.select("html").attr("lang")).isEqualTo("en-CA");
    assertThat(switched.select("a.language").text()).isEqualTo("Français");
    assertThat(switched.select("form").attr("action")).isEqualTo(french + "?lang=en");
    assertThat(OpenHouse.page(house.post(french + "?lang=en", Map.of())).select(".mark").text())
        .contains("(required)");
    assertThat(
            OpenHouse.page(house.get("/r/inconnu", "Accept-Language", "de,en-GB;q=0.8"))
                .select("h1")
                .text())
        .isEqualTo("Unknown link");
  }

  @Test
  void a_bug_tells_its_number_and_nothing_else() {
    String path = "/r/" + house.ask(OpenHouse.AGATHE, "essai casser");
    String nonce = OpenHouse.nonce(OpenHouse.page(house.get(path)));

    HttpResponse<String> broken = house.post(path, Map.of("_nonce", nonce));

    assertThat(broken.statusCode()).isEqualTo(500);
    assertThat(OpenHouse.page(broken).select("main").text()).contains("web:" + nonce);
    assertThat(broken.body()).doesNotContain("secret", "Exception", "\tat ");
  }

  @Test
  void characters_that_no_field_sends_are_dropped() {
    String path = "/r/" + house.askPresence(OpenHouse.AGATHE);

    HttpResponse<String> answered =
        house.post(path, Map.of("presence", "oui", "commentaire", "a\u0000b\u0007c"));

    assertThat(answered.statusCode()).isEqualTo(200);
    assertThat(house.toys.ran.getFirst().given()).containsEntry("commentaire", "abc");
  }

  private void answer(String path, String presence) {
    Document form = OpenHouse.page(house.get(path));
    assertThat(
            house
                .post(path, Map.of("_nonce", OpenHouse.nonce(form), "presence", presence))
                .statusCode())
        .isEqualTo(200);
  }

  /** The same fields as a browser sends them beside a file. */
  private HttpResponse<String> multipart(String path, Map<String, String> fields) {
    StringBuilder body = new StringBuilder();
    fields.forEach(
        (name, value) ->
            body.append("--bord\r\nContent-Disposition: form-data; name=\"")
                .append(name)
                .append("\"\r\n\r\n")
                .append(value)
                .append("\r\n"));
    body.append(
            "--bord\r\n"
                + "Content-Disposition: form-data; name=\"piece\"; filename=\"C:\\\\été.txt\"\r\n")
        .append("Content-Type: text/plain\r\n\r\nBonjour\r\n--bord--\r\n");
    return house.send(
        "POST",
        path,
        BodyPublishers.ofString(body.toString()),
        "Content-Type",
        "multipart/form-data; boundary=bord");
  }
}
