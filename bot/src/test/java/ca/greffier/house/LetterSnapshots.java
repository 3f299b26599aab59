package ca.greffier.house;

import static org.assertj.core.api.Assertions.assertThat;

import ca.greffier.config.Organisation;
import ca.greffier.mail.Templates;
import ca.greffier.mail.Templates.Links;
import ca.greffier.mail.Templates.Rendered;
import ca.greffier.outbox.Letter;
import ca.greffier.text.Language;
import ca.greffier.text.Messages;
import ca.greffier.text.Typography;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** A letter as its reader gets it, in text and HTML, against its snapshot. */
public final class LetterSnapshots {
  private static final Organisation ORGANISATION =
      new Organisation(
          "Réseau exemple",
          "1, rue de l’Exemple, Québec (Québec)  G1A 1A1",
          "secretariat@exemple.ca",
          null,
          null);
  private static final URI WEB = URI.create("https://greffier.exemple.ca");
  private static final String FORM = "https://greffier.exemple.ca/r/abc234";
  private static final String UNSUBSCRIBE = "https://greffier.exemple.ca/u/abc234";
  private static final Templates TEMPLATES =
      new Templates(Messages.load(Scene.MONTREAL), ORGANISATION, WEB, null);

  private LetterSnapshots() {}

  /**
   * @param room the folder of the snapshot
   */
  public static void verify(String room, Letter letter) {
    Rendered rendered = rendered(letter);
    String name = room + "/" + letter.language().tag() + "/" + letter.template();
    Snapshots.verify(name + ".txt", "Objet : " + rendered.subject() + "\n\n" + rendered.text());
    Snapshots.verify(name + ".html", rendered.html());
    Document page = Jsoup.parse(rendered.html());
    assertThat(page.select("h1")).hasSize(1);
    assertThat(page.select("img, script, link")).isEmpty();
    assertThat(rendered.html().getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(100_000);
    if (letter.language() == Language.FRENCH)
      assertThat(Typography.faults(rendered.subject() + "\n" + rendered.text())).isEmpty();
  }

  /** How long both alternatives are, in quoted-printable as they travel. */
  public static int bytes(Letter letter) throws IOException, MessagingException {
    Rendered rendered = rendered(letter);
    ByteArrayOutputStream travelling = new ByteArrayOutputStream();
    try (OutputStream encoding = MimeUtility.encode(travelling, "quoted-printable")) {
      encoding.write((rendered.text() + rendered.html()).getBytes(StandardCharsets.UTF_8));
    }
    return travelling.size();
  }

  private static Rendered rendered(Letter letter) {
    Links links =
        new Links(
            letter.ask() == null ? null : FORM, letter.unsubscribe() == null ? null : UNSUBSCRIBE);
    return TEMPLATES.render(letter, links);
  }
}
