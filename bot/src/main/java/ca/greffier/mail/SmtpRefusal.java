package ca.greffier.mail;

import ca.greffier.outbox.Later;
import ca.greffier.outbox.Never;
import jakarta.mail.MessagingException;
import java.util.Set;
import java.util.regex.Pattern;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;

/**
 * What the server's no means. 4xx, and all that concerns the line and not the letter, is for now;
 * 5xx is for good; the address itself is dead when its class of status says so (RFC 3463: x.1.x),
 * or when RCPT was refused without saying why. A refusal by policy (x.7.x) kills no address.
 *
 * @param code the reply code, -1 when the line broke
 * @param ofRecipient true when RCPT was refused
 */
record SmtpRefusal(int code, String answer, boolean ofRecipient) {
  private static final Pattern DEAD = Pattern.compile("(?s)^5\\d\\d[ -]5\\.1\\.\\d.*");
  private static final Pattern ENHANCED = Pattern.compile("(?s)^5\\d\\d[ -]5\\.\\d+\\.\\d+.*");

  /** The server wants to know us better: our settings are wrong, not the letter. */
  private static final Set<Integer> ABOUT_US = Set.of(530, 534, 535, 538);

  private static final Set<Integer> NO_SUCH_MAILBOX = Set.of(550, 551, 553);

  static SmtpRefusal of(MessagingException failure) {
    Exception link = failure;
    while (link instanceof MessagingException e) {
      if (e instanceof SMTPAddressFailedException refused)
        return new SmtpRefusal(refused.getReturnCode(), text(refused), true);
      if (e instanceof SMTPSendFailedException refused)
        return new SmtpRefusal(refused.getReturnCode(), text(refused), false);
      link = e.getNextException();
    }
    Throwable cause = failure.getCause() == null ? failure : failure.getCause();
    return new SmtpRefusal(
        -1, text(failure) + " (" + cause.getClass().getSimpleName() + ")", false);
  }

  boolean isConnectionLost() {
    return code < 0 || code == 421 || ABOUT_US.contains(code);
  }

  /** Thrown by the caller: {@link Later} here, {@link Never} returned to be thrown. */
  Never asLaterOrNever() throws Later {
    if (code < 500 || ABOUT_US.contains(code)) throw new Later(answer);
    return new Never(answer, isAddressDead());
  }

  private boolean isAddressDead() {
    if (DEAD.matcher(answer).matches()) return true;
    return ofRecipient && NO_SUCH_MAILBOX.contains(code) && !ENHANCED.matcher(answer).matches();
  }

  private static String text(Exception e) {
    return String.valueOf(e.getMessage()).strip();
  }
}
