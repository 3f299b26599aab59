package ca.greffier.mail;

import ca.greffier.mail.SmtpTalk.Answer;
import ca.greffier.outbox.Later;
import ca.greffier.outbox.Line;
import ca.greffier.outbox.LineLost;
import ca.greffier.outbox.Never;
import ca.greffier.outbox.Recipient;
import jakarta.mail.MessagingException;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One connection that letters of a campaign leave by. The end of a letter and the envelope of the
 * next one go in one breath (RFC 2920, 3.1), so that a letter costs one round trip.
 */
final class MailLine implements Line {
  private static final int SERVICE_ENDS = 421;
  private static final Logger LOG = LoggerFactory.getLogger(MailLine.class);

  private final SmtpTalk talk;
  private final BulkWords.Pen pen;
  private final String sender;
  private final boolean pipelines;
  private @Nullable Recipient announced;

  /** Whether the address announced is one that a server could take. */
  private boolean takeable;

  private boolean begun;

  MailLine(SmtpTalk talk, BulkWords.Pen pen, String sender) {
    this.talk = talk;
    this.pen = pen;
    this.sender = sender;
    this.pipelines = talk.pipelines();
  }

  @Override
  public void begin(Recipient to) throws Later, Never, LineLost {
    announce(to);
    if (pipelines && takeable) say(envelope(to));
    follow();
  }

  @Override
  public String end(Recipient next) throws Later, Never, LineLost {
    announce(next);
    return ended(pipelines && takeable ? ".\r\n" + envelope(next) : ".\r\n");
  }

  private void announce(Recipient to) {
    announced = to;
    takeable = MailCarrier.isAddress(to.address());
  }

  @Override
  public String end() throws Later, Never, LineLost {
    return ended(".\r\n");
  }

  private String ended(String said) throws Later, Never, LineLost {
    begun = false;
    say(said);
    Answer answer = answer();
    if (answer.isYes()) return answer.text();
    throw refusal(answer, false);
  }

  @Override
  public void follow() throws Later, Never, LineLost {
    Recipient to = announced;
    if (to == null) throw new IllegalStateException("no letter was announced");
    announced = null;
    if (!takeable) throw new Never("not an address: " + to.address(), false);
    if (pipelines) together(to);
    else oneByOne(to);
  }

  /** Its envelope was said already. */
  private void together(Recipient to) throws Later, Never, LineLost {
    Answer mail = answer();
    Answer recipient = answer();
    Answer data = answer();
    if (mail.isYes() && recipient.isYes() && data.isGoAhead()) {
      body(to);
      return;
    }
    if (data.isGoAhead()) {
      // nobody is to get it: what follows would be taken for a letter (RFC 2920, 3.1)
      say(".\r\n");
      answer();
    }
    reset();
    throw refusal(
        mail.isYes() ? recipient.isYes() ? data : recipient : mail,
        mail.isYes() && !recipient.isYes());
  }

  private void oneByOne(Recipient to) throws Later, Never, LineLost {
    for (String command : envelope(to).split("\r\n")) {
      say(command + "\r\n");
      Answer answer = answer();
      if (answer.isYes() || answer.isGoAhead()) continue;
      reset();
      throw refusal(answer, command.startsWith("RCPT"));
    }
    body(to);
  }

  private void body(Recipient to) throws LineLost {
    begun = true;
    try {
      talk.write(pen.write(to), pen.length());
    } catch (IOException e) {
      throw new LineLost(e.toString());
    }
  }

  private void reset() throws LineLost {
    say("RSET\r\n");
    answer();
  }

  private String envelope(Recipient to) {
    return "MAIL FROM:<" + sender + ">\r\nRCPT TO:<" + to.address() + ">\r\nDATA\r\n";
  }

  private void say(String commands) throws LineLost {
    try {
      talk.say(commands);
    } catch (IOException e) {
      throw new LineLost(e.toString());
    }
  }

  /** The server ends the session when it likes: that is no answer about a letter. */
  private Answer answer() throws LineLost {
    try {
      Answer answer = talk.answer();
      if (answer.code() < 0 || answer.code() == SERVICE_ENDS) throw new LineLost(answer.text());
      return answer;
    } catch (MessagingException e) {
      throw new LineLost(SmtpRefusal.of(e).answer());
    }
  }

  private static Never refusal(Answer answer, boolean ofRecipient) throws Later {
    return new SmtpRefusal(answer.code(), answer.text(), ofRecipient).asLaterOrNever();
  }

  @Override
  public void close() {
    if (begun) talk.hangUp();
    try {
      talk.close();
    } catch (MessagingException e) {
      LOG.debug("closing: {}", e.getMessage());
    }
  }
}
