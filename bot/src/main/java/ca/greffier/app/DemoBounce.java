package ca.greffier.app;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MimeMessage;
import java.time.Instant;
import java.util.Date;
import org.eclipse.angus.mail.dsn.DeliveryStatus;
import org.eclipse.angus.mail.dsn.MultipartReport;

/** A delivery status notification, as the server of an address that does not exist makes it. */
final class DemoBounce {
  private DemoBounce() {}

  static MimeMessage of(
      Session session, MimeMessage letter, String address, String words, Instant at)
      throws MessagingException {
    String host = "mx." + address.substring(address.indexOf('@') + 1);
    MultipartReport report = new MultipartReport(words, status(host, address), letter);
    String id = "<dsn." + Integer.toHexString(letter.getMessageID().hashCode()) + "@" + host + ">";
    MimeMessage bounce =
        new MimeMessage(session) {
          @Override
          protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
          }
        };
    bounce.setFrom("MAILER-DAEMON@" + host);
    bounce.setRecipients(Message.RecipientType.TO, DemoMail.GREFFIER);
    bounce.setSubject("Undelivered Mail Returned to Sender");
    bounce.setHeader("Auto-Submitted", "auto-replied");
    bounce.setContent(report);
    bounce.setSentDate(Date.from(at));
    bounce.saveChanges();
    return bounce;
  }

  private static DeliveryStatus status(String host, String address) throws MessagingException {
    DeliveryStatus status = new DeliveryStatus();
    InternetHeaders server = new InternetHeaders();
    server.setHeader("Reporting-MTA", "dns; " + host);
    status.setMessageDSN(server);
    InternetHeaders recipient = new InternetHeaders();
    recipient.setHeader("Final-Recipient", "rfc822; " + address);
    recipient.setHeader("Action", "failed");
    recipient.setHeader("Status", "5.1.1");
    recipient.setHeader("Diagnostic-Code", "smtp; 550 5.1.1 User unknown");
    status.addRecipientDSN(recipient);
    return status;
  }
}
