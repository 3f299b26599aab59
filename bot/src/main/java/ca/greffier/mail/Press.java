package ca.greffier.mail;

import ca.greffier.mail.Composer.Secrets;
import ca.greffier.mail.Templates.Links;
import ca.greffier.mail.Templates.Rendered;
import ca.greffier.outbox.Letter;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Makes a letter a message: its words from the templates, then its MIME. */
final class Press {
  private final Templates templates;
  private final Composer composer;

  Press(Templates templates, Addresses addresses, Session session) {
    this.templates = templates;
    this.composer = new Composer(session, addresses, templates.organisation().name());
  }

  /**
   * What only the one it goes to may know.
   *
   * @param token of the Ask, if one is attached
   * @param form the address of its form
   * @param leaving where one click ends the subscription; newsletters only
   */
  record Ways(@Nullable String token, @Nullable String form, @Nullable String leaving) {}

  MimeMessage compose(Letter letter, Ways ways, String messageId, Instant at)
      throws MessagingException {
    Rendered words = templates.render(letter, new Links(ways.form(), ways.leaving()));
    return composer.compose(
        letter, words, new Secrets(ways.token(), ways.leaving()), messageId, at);
  }
}
