/**
 * Letters out and letters in: the only place for Jakarta Mail.
 *
 * <p>Out: a {@link ca.greffier.mail.MailCarrier} renders a letter from {@code mail-templates/} and
 * hands it to the SMTP server; a {@link ca.greffier.mail.BulkMail} makes the words of a campaign
 * once and writes what differs for each. In: a reader keeps each mail once in the table {@code
 * mail_in}, a {@code Reading} says what it is, and the door turns an answer into a command through
 * the Desk; what it does not understand waits there for a human.
 */
@org.jspecify.annotations.NullMarked
package ca.greffier.mail;
