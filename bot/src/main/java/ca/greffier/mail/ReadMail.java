package ca.greffier.mail;

import jakarta.mail.MessagingException;

/**
 * A mail that was read.
 *
 * @param text the person's own words in an answer; else all that can be read
 */
public record ReadMail(Reading reading, String text) {
  private static final int MOST_TEXT = 100_000;

  /** Never throws, whatever the bytes. */
  public static ReadMail of(byte[] raw) {
    if (!Bounds.hold(raw)) return new ReadMail(new Reading.Unreadable("mail.unread.large"), "");
    try {
      Incoming mail = new Incoming(raw);
      Reading reading = mail.reading();
      String text = reading instanceof Reading.Answer answer ? answer.words() : mail.words();
      return new ReadMail(reading, text.substring(0, Math.min(text.length(), MOST_TEXT)));
    } catch (MessagingException | RuntimeException _) {
      return new ReadMail(new Reading.Unreadable("mail.unread.damaged"), "");
    }
  }
}
