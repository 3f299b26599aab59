package ca.greffier.app;

import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.util.List;
import java.util.function.Predicate;

/** Where the people of the demonstration read and write their mail. */
interface Mailboxes {
  Session session();

  /** Hands a mail to the server, as somebody's mail program does. */
  void send(MimeMessage mail);

  /** The mails that came so far and fit, oldest first. */
  List<MimeMessage> mails(Predicate<MimeMessage> wanted);
}
