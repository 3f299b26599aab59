package ca.greffier.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ca.greffier.config.Organisation;
import ca.greffier.house.Snapshots;
import ca.greffier.mail.Templates.Links;
import ca.greffier.mail.Templates.Rendered;
import ca.greffier.outbox.Letter;
import ca.greffier.outbox.LetterClass;
import ca.greffier.text.Language;
import ca.greffier.text.Messages;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class TemplatesTest {
  private static final Messages MESSAGES = Messages.load(ZoneId.of("America/Toronto"));
  private static final Organisation ORGANISATION =
      new Organisation(
          "Réseau exemple",
          "1, rue de l’Exemple, Québec (Québec)  G1A 1A1",
          "secretariat@exemple.ca",
          null,
          null);
  private static final URI WEB = URI.create("https://greffier.exemple.ca");
  private static final Links LINKS = new Links("https://greffier.exemple.ca/r/abc234", null);

  @TempDir Path folder;

  private final Templates templates = new Templates(MESSAGES, ORGANISATION, WEB, null);

  @Test
  void every_packaged_template_compiles_in_both_languages() {
    templates.check();
    assertThat(templates.names()).contains("code", "reponse-formulaire");
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void account_code(Language language) {
    snapshot(
        letter(
            LetterClass.AVIS,
            language,
            "code",
            Map.of("code", "482913", "minutes", 15, "account", "marie_t")));
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void answer_that_needs_the_form(Language language) {
    snapshot(
        letter(
            LetterClass.ACCUSE,
            language,
            "reponse-formulaire",
            Map.of(
                "original",
                "Où en est le catalogue?",
                "words",
                "Tout va bien.\n# Presque *tout*",
                "missing",
                List.of("État", "Avancement"),
                "kept",
                List.of())));
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void answer_refused(Language language) {
    snapshot(
        letter(
            LetterClass.ACCUSE,
            language,
            "reponse-refus",
            Map.of(
                "original", "Convocation",
                "words", "peut-être bien que oui",
                "reason", "« peut-être bien que oui » n’est pas un des choix.")));
  }

  @Test
  void a_value_is_mere_text_in_both_alternatives() {
    String hostile = "<b>x</b> [clic](https://mal.exemple) # titre *gras* &eacute; | ~ `code`";
    Rendered rendered = written("subject: Bonjour\n\n{{ value }}\n", Map.of("value", hostile));
    assertThat(rendered.text()).contains(hostile);
    assertThat(Jsoup.parse(rendered.html()).select(".letter p").text()).isEqualTo(hostile);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "# titre",
        "- puce",
        "1. un",
        "> cité",
        "    code",
        "===",
        "---",
        "| a |",
        "a\n\n# b"
      })
  void a_value_starts_no_block(String value) {
    Document page = page(written("subject: s\n\nAvant\n{{ value }}\n", Map.of("value", value)));
    assertThat(page.select(".letter > *:not(h1)")).hasSize(1);
    assertThat(page.select(".letter p")).hasSize(1);
  }

  @Test
  void a_value_breaks_no_table() {
    String source =
        """
        subject: s

        | Jalon | Coût |
        |---|--:|
        {% for row in rows %}
        | {{ row.name }} | {{ row.cost }} |
        {% endfor %}
        """;
    Rendered rendered =
        written(
            source,
            Map.of(
                "rows",
                List.of(
                    Map.of("name", "a | b\nsuite", "cost", "1"),
                    Map.of("name", "c", "cost", "2"))));
    Document page = page(rendered);
    assertThat(page.select(".letter tbody tr")).hasSize(2);
    assertThat(page.select(".letter th[scope=col]")).hasSize(2);
    assertThat(page.select(".letter td").eachText().getFirst()).isEqualTo("a | b suite");
    assertThat(rendered.text()).contains("- a | b suite\n  Coût\u00a0: 1");
  }

  @Test
  void raw_markdown_brings_no_script_no_image_and_one_title_only() {
    String body =
        "# Un\n\n### Deux\n\n# Trois\n\n<script>x()</script>\n\n![t](https://x.exemple/p.png)\n\n"
            + "[mal](javascript:alert(1)) et [bien](https://exemple.ca)";
    Document page = page(written("subject: s\n\n{{ body | raw }}\n", Map.of("body", body)));
    assertThat(page.select("script, img")).isEmpty();
    assertThat(page.select("h1")).hasSize(1);
    assertThat(page.select("h2")).hasSize(2);
    assertThat(page.select("h3")).isEmpty();
    assertThat(page.select(".letter a").eachAttr("href")).containsExactly("", "https://exemple.ca");
  }

  @Test
  void a_subject_is_one_line() {
    Rendered rendered =
        written(
            "subject: Re: {{ value }}\n\nx\n",
            Map.of("value", "un\r\nBcc: tous@exemple.ca\u2028 <b> # *"));
    assertThat(rendered.subject()).isEqualTo("Re: un Bcc: tous@exemple.ca <b> # *");
  }

  @Test
  void without_a_heading_the_subject_is_the_title() {
    Rendered rendered = written("subject: Un < deux\n\nx\n", Map.of());
    assertThat(page(rendered).select("h1").text()).isEqualTo("Un < deux");
    assertThat(rendered.text()).startsWith("Un < deux\n");
  }

  @Test
  void words_stay_on_their_lines_after_a_value() {
    Rendered rendered = written("subject: s\n\nBonjour {{ name }}\n\nSuite\n", Map.of());
    assertThat(page(rendered).select(".letter p")).hasSize(2);
  }

  @Test
  void an_absent_variable_is_told_with_file_and_line() {
    assertThatThrownBy(() -> written("subject: s\n\nBonjour\n\n{{ absente }}\n", Map.of()))
        .isInstanceOf(TemplateFault.class)
        .hasMessageContaining("fr/essai.md:5")
        .hasMessageContaining("absente");
  }

  @Test
  void a_value_of_the_wrong_kind_is_told_with_file_and_line() {
    assertThatThrownBy(() -> written("subject: s\n\n{{ name | money }}\n", Map.of()))
        .isInstanceOf(TemplateFault.class)
        .hasMessageContaining("fr/essai.md:3");
  }

  @Test
  void a_file_without_subject_is_refused() {
    assertThatThrownBy(() -> written("# Bonjour\n", Map.of()))
        .isInstanceOf(TemplateFault.class)
        .hasMessageContaining("fr/essai.md:1");
  }

  @Test
  void check_tells_a_broken_template_and_a_missing_language() throws Exception {
    edit("fr/code.md", "subject: s\n\n{% if %}\n");
    Templates edited = new Templates(MESSAGES, ORGANISATION, WEB, folder);
    assertThatThrownBy(edited::check)
        .isInstanceOf(TemplateFault.class)
        .hasMessageContaining("fr/code.md:3");
    edit("fr/code.md", "subject: s\n\nbon\n");
    edit("fr/nouvelle.md", "subject: s\n\nbon\n");
    assertThatThrownBy(edited::check).hasMessageContaining("en/nouvelle.md");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<mj-column>|<mj-colum>|layout.mjml:2|mj-colum",
        "</mj-column>||layout.mjml:3|mj-column",
        "{{ subject }}|{{ subject|layout.mjml|",
        "{{ content|{% if subject %}{{ content|layout.mjml|",
        "Arial|Roboto|layout.mjml|fetch a font",
        "<mjml>|<!DOCTYPE m [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><mjml>&e;|layout.mjml:1|"
      })
  void check_tells_what_is_wrong_with_a_layout(
      String right, @Nullable String wrong, String where, @Nullable String what) throws Exception {
    String layout =
        "<mjml><mj-body><mj-section>\n<mj-column>"
            + "<mj-text font-family=\"Arial\">{{ subject }} {{ content | raw }}</mj-text>"
            + "</mj-column>\n</mj-section></mj-body></mjml>\n";
    edit("layout.mjml", layout);
    new Templates(MESSAGES, ORGANISATION, WEB, folder).check();
    edit("layout.mjml", layout.replace(right, Objects.requireNonNullElse(wrong, "")));
    assertThatThrownBy(new Templates(MESSAGES, ORGANISATION, WEB, folder)::check)
        .isInstanceOf(TemplateFault.class)
        .hasMessageContaining(where)
        .hasMessageContaining(Objects.requireNonNullElse(what, ""));
  }

  @Test
  void a_newsletter_shows_how_to_leave() {
    Links links = new Links(null, "https://greffier.exemple.ca/u/xyz");
    Rendered rendered =
        templates.render(
            letter(
                LetterClass.INFOLETTRE,
                Language.FRENCH,
                "code",
                Map.of("code", "1", "minutes", 1, "account", "a")),
            links);
    assertThat(rendered.text())
        .contains("Se désabonner en un clic\nhttps://greffier.exemple.ca/u/xyz");
    assertThat(page(rendered).select(".foot a").attr("href")).endsWith("/u/xyz");
  }

  private void snapshot(Letter letter) {
    Rendered rendered = templates.render(letter, LINKS);
    String name = "mail/" + letter.language().tag() + "/" + letter.template();
    Snapshots.verify(name + ".txt", "Objet : " + rendered.subject() + "\n\n" + rendered.text());
    Snapshots.verify(name + ".html", rendered.html());
    Document page = page(rendered);
    assertThat(page.select("h1")).hasSize(1);
    assertThat(page.select("img, script, link")).isEmpty();
    assertThat(page.select("table:not(.letter table)").eachAttr("role"))
        .containsOnly("presentation");
    assertThat(rendered.html().getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(100_000);
  }

  private Rendered written(String source, Map<String, Object> data) {
    try {
      edit("fr/essai.md", source);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Templates(MESSAGES, ORGANISATION, WEB, folder)
        .render(letter(LetterClass.AVIS, Language.FRENCH, "essai", data), Links.NONE);
  }

  private void edit(String name, String source) throws IOException {
    Files.createDirectories(folder.resolve(name).getParent());
    Files.writeString(folder.resolve(name), source);
  }

  private static Document page(Rendered rendered) {
    return Jsoup.parse(rendered.html());
  }

  private static Letter letter(
      LetterClass letterClass, Language language, String template, Map<String, Object> data) {
    return Letter.of(letterClass, "marie@exemple.ca", "Marie Tremblay", language, template, data);
  }
}
